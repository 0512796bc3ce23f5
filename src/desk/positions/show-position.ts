import type { FastifyReply } from 'fastify';
import { can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import { cellOf } from '../../positions/cells.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { nothingPreviewed, type PreviewedCell } from '../../web/preview.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import type { PositionDesk } from './desk-services.ts';
import { duplicateNotices } from './duplicates.presenter.ts';
import type { Notice } from './notice.ts';
import { presentPosition } from './position.presenter.ts';
import type { DeskRefusal } from './refusals.ts';

export interface Shown {
  refusal?: DeskRefusal | null;
  typed?: { reason: string; note: string; exception: string };
  notices?: Notice[];
}

/** The page on which a position is read and decided. A refusal answers 409: nothing was done, and nothing typed is lost. */
export async function showPosition(
  desk: PositionDesk,
  visit: PersonsVisit,
  campaign: DeskCampaign,
  position: DeskPosition,
  { refusal = null, typed = { reason: '', note: '', exception: '' }, notices = [] }: Shown = {},
): Promise<FastifyReply> {
  const { person, token, query } = visit;
  const page = presentPosition({
    ...{ person, token, key: newToken(), campaign, position, refusal, typed, done: query.fait },
    names: desk.accounts.listNames(),
    mayReview: can(person, 'positions:review', campaign.campaignId),
    mayExcept: can(person, 'freeze:except', campaign.campaignId),
    freeze: desk.publishing.findFreeze(campaign.slug),
    preview: await previewOf(desk, campaign, position),
    notices: [...notices, ...duplicateNotices(campaign, desk.positions.listLike(campaign, position, position.id))],
  });
  return visit.show('desk/position', page, refusal ? 409 : 200);
}

/** As if it were published now; once it is, as it stands. Empty while it is not complete enough to be drawn, and once it is erased. */
async function previewOf(desk: PositionDesk, campaign: DeskCampaign, position: DeskPosition): Promise<PreviewedCell> {
  const cell = cellOf(campaign.grid, position);
  if (!cell || !position.stance || !position.basis || position.sources.length === 0) return nothingPreviewed;
  if (position.erasedAt !== null && position.state !== 'approved') return nothingPreviewed;
  const state =
    position.state === 'approved'
      ? desk.standings.find(campaign.slug)
      : desk.standings.preview(campaign.slug, desk.positions.entriesOf(campaign, position), desk.clock.now().toISOString());
  return state ? desk.preview(state, cell) : nothingPreviewed;
}
