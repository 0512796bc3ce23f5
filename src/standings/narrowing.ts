import type { Stance } from '../positions/stance.ts';
import type { PublicState } from './fold.ts';
import { type Cell, commitments, type Order, type Row, type Scoreboard, scoreboardOf } from './scoreboard.ts';

/** What a reader narrows a board to. */
export interface Narrowing {
  /** Slugs of demands; none asks for all of them. */
  demands: readonly string[];
  /** Those who say this of one of the demands that are shown; `silence`: those who say nothing of them. */
  stance: Stance | 'silence' | null;
  /** The slug of a ballot: those who stand there. */
  race: string | null;
  /** Those who did, or did not, answer the letter themselves. */
  answered: boolean | null;
}

export const everything: Narrowing = { demands: [], stance: null, race: null, answered: null };

/** The same board with fewer demands and fewer rows. Commitments are counted again, over the demands that are left. */
export function narrow(state: PublicState, board: Scoreboard, narrowing: Narrowing, order: Order): Scoreboard {
  const isAsked = (slug: string) => narrowing.demands.length === 0 || narrowing.demands.includes(slug);
  const rows = board.rows.map((row) => {
    const cells = row.cells.filter(({ demand }) => isAsked(demand.slug));
    return { ...row, cells, commitments: commitments(cells) };
  });
  const kept = rows.filter((row) => says(row, narrowing.stance) && stands(state, row, narrowing.race));
  return scoreboardOf(
    board.demands.filter(({ slug }) => isAsked(slug)),
    kept.filter(({ movement }) => narrowing.answered === null || hasAnswered(state, movement.slug) === narrowing.answered),
    order,
  );
}

/** True when the movement itself answered the letter, whatever it said, read by a second person or not yet. */
export function hasAnswered(state: PublicState, movement: string): boolean {
  const status = state.of('contact').get(movement)?.current?.status;
  if (status === 'answered' || status === 'being_checked') return true;
  return state.current('position').some((position) => position.movement === movement && position.basis === 'reply');
}

function says({ cells }: Row, stance: Narrowing['stance']): boolean {
  if (stance === null) return true;
  if (stance === 'silence') return cells.every((cell) => stancesIn(cell).length === 0);
  return cells.some((cell) => stancesIn(cell).includes(stance));
}

function stancesIn({ answer, differing }: Cell): Stance[] {
  return [...(answer.kind === 'position' ? [answer.position] : []), ...differing].map(({ stance }) => stance);
}

function stands(state: PublicState, { movement }: Row, race: string | null): boolean {
  return race === null || state.current('list').some((list) => list.race === race && list.movement === movement.slug);
}
