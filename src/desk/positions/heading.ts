import { french } from '../../lib/typography.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';

type About = Pick<DeskPosition, 'movementId' | 'listId' | 'demandId'>;

/** `Pré Vert : Réduire les caméras`, with the list's sector when a list speaks. */
export function headingOf({ grid }: DeskCampaign, { movementId, listId, demandId }: About): string {
  const movement = grid.movements.find(({ id }) => id === movementId)?.name ?? '';
  const race = grid.lists.find(({ id }) => id === listId)?.race;
  const demand = grid.demands.find(({ id }) => id === demandId)?.shortTitle ?? '';
  return french(`${race ? `${movement}, ${race}` : movement} : ${demand}`);
}
