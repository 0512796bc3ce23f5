import type { Payload } from '../ledger/payloads.ts';
import type { PublicState } from '../standings/fold.ts';
import { type Cell, demandsOf, listCell, movementBoard, movementCell, racesOf } from '../standings/scoreboard.ts';
import type { Moved } from '../web/page-cache.ts';
import { hasOtherThan, queryText, valuesOf } from '../web/query.ts';
import type { View } from '../web/view.ts';

/** What an address puts side by side: movements and lists by their names there, or everything. */
export type Comparison = { all: boolean; chosen: string[] };

/** One column of the comparison. `list` is null when the movement itself is compared. */
export interface Compared {
  value: string;
  movement: Payload<'movement'>;
  list: Payload<'list'> | null;
  cells: Cell[];
}

const everyone = 'toutes';

/** Reads `liste`, as often as it is said. Whatever does not exist is left out; the order is that of the panels, never that of the address. */
export function readComparison(query: unknown, find: () => PublicState | null): Comparison {
  const asked = valuesOf(query, 'liste');
  if (asked.includes(everyone)) return { all: true, chosen: [] };
  const state = asked.length === 0 ? null : find();
  return { all: false, chosen: state ? namesIn(state).filter((name) => asked.includes(name)) : [] };
}

/** `more`: the address says other things too, as the form around a board does when a browser sends all of it. */
export function readComparisonAsked(query: unknown, find: () => PublicState | null): Comparison & { more: boolean } {
  return { ...readComparison(query, find), more: hasOtherThan(query, 'liste') };
}

/** Where the comparison is under its own address: one to share, that says only what is compared. */
export function comparisonAlone({ links }: View, comparison: Comparison): Moved {
  return { location: links.compare + comparisonQuery(comparison), permanently: false };
}

export function comparisonQuery({ all, chosen }: Comparison): string {
  return queryText((all ? [everyone] : chosen).map((value) => ['liste', value] as const));
}

/** Movements in the order of the panels, then lists ballot by ballot. */
export function comparedIn(state: PublicState, { all, chosen }: Comparison): Compared[] {
  const demands = demandsOf(state);
  const movements = movementBoard(state, 'panneau').rows.map(({ movement }) => ({
    value: movement.slug,
    movement,
    list: null,
    cells: demands.map((demand) => movementCell(state, movement.slug, demand)),
  }));
  if (all) return movements;
  const lists = chosen.flatMap((key) => {
    const list = state.of('list').get(key)?.current;
    const movement = list && state.of('movement').get(list.movement)?.current;
    return movement ? [{ value: key, movement, list, cells: demands.map((demand) => listCell(state, list, demand)) }] : [];
  });
  return [...movements.filter(({ value }) => chosen.includes(value)), ...lists];
}

function namesIn(state: PublicState): string[] {
  const movements = movementBoard(state, 'panneau').rows.map(({ movement }) => movement.slug);
  const lists = racesOf(state).flatMap((race) =>
    state
      .current('list')
      .filter((list) => list.race === race.slug)
      .toSorted((a, b) => a.round - b.round || a.panel - b.panel)
      .map(({ key }) => key),
  );
  return [...movements, ...lists];
}
