import type { PublicState } from '../standings/fold.ts';
import { cellOf, type Grid } from './cells.ts';
import type { DeskPosition } from './positions.repository.ts';
import type { Cell } from './publication.ts';
import { hasSeats, type ReadingReason, reasonsToRead } from './reading-reasons.ts';
import type { Stance } from './stance.ts';

/** A position that waits for a second person, and why to read it slowly. */
export interface ToRead {
  position: DeskPosition;
  reasons: ReadingReason[];
}

/** `known`: whoever has already had something published in this campaign. The one with most reasons comes first, then the oldest. */
export function readingQueue(
  grid: Grid,
  state: PublicState | null,
  waiting: readonly DeskPosition[],
  known: ReadonlySet<number>,
): ToRead[] {
  return waiting
    .map((position) => ({ position, reasons: reasonsOf(grid, state, position, known) }))
    .sort(
      (one, other) => other.reasons.length - one.reasons.length || one.position.updatedAt.localeCompare(other.position.updatedAt),
    );
}

function reasonsOf(grid: Grid, state: PublicState | null, position: DeskPosition, known: ReadonlySet<number>): ReadingReason[] {
  const cell = cellOf(grid, position);
  const { stance, basis, sources, authors } = position;
  return reasonsToRead({
    stance,
    basis,
    hasProof: sources.some(({ url, evidence }) => url !== '' || evidence),
    isPublished: cell !== null && isPublished(state, cell),
    otherStances: cell && state ? otherStances(state, cell) : [],
    isElected: cell !== null && state !== null && isElected(state, cell),
    authorIsKnown: authors.some((author) => known.has(author)),
  });
}

function isPublished(state: PublicState | null, { movement, list, demand }: Cell): boolean {
  const standings = [...(state?.of('position').values() ?? [])];
  return standings.some(({ versions }) =>
    versions.some(({ payload }) => payload?.movement === movement && payload.list === list && payload.demand === demand),
  );
}

function otherStances(state: PublicState, { movement, list, demand }: Cell): Stance[] {
  return state
    .current('position')
    .filter((each) => each.movement === movement && each.demand === demand && each.list !== list)
    .map((each) => each.stance);
}

function isElected(state: PublicState, { movement, list }: Cell): boolean {
  return state.current('list').some((each) => (list === null ? each.movement === movement : each.key === list) && hasSeats(each));
}
