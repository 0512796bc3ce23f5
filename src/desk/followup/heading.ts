import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import { frenchDate } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { headingOf } from '../positions/heading.ts';

/** `Pré Vert : Réduire les caméras, juillet 2020`; without its date while it has none. */
export function followUpHeading(
  campaign: DeskCampaign,
  followUp: Pick<DeskFollowUp, 'movementId' | 'demandId' | 'happenedOn'>,
): string {
  const { movementId, demandId, happenedOn } = followUp;
  const pledge = headingOf(campaign, { movementId, demandId, listId: null });
  return happenedOn === '' ? pledge : french(`${pledge}, ${frenchDate(happenedOn)}`);
}
