import { z } from 'zod';
import { stances } from '../positions/stance.ts';
import type { PublicState } from '../standings/fold.ts';
import { everything, type Narrowing } from '../standings/narrowing.ts';
import { demandsOf, type Order, orders, racesOf } from '../standings/scoreboard.ts';
import { lastValue, queryText } from '../web/query.ts';
import { readComparison } from './compared.ts';

/** How a reader wants to see a board, and what they ticked on it, as its address says. */
export interface BoardChoice {
  order: Order;
  narrowing: Narrowing;
  ticked: readonly string[];
}

/** The same for the boards of a ballot, which are not narrowed. */
export type BallotChoice = Omit<BoardChoice, 'narrowing'>;

const order = z.enum(orders).catch('engagements');
const stance = z
  .enum([...stances, 'silence'])
  .nullable()
  .catch(null);

export const usualChoice: BoardChoice = { order: 'engagements', narrowing: everything, ticked: [] };

/** Reads `ordre` and `liste`: what the boards of a ballot let one choose. */
export function readBallotChoice(query: unknown, find: () => PublicState | null): BallotChoice {
  return { order: order.parse(lastValue(query, 'ordre')), ticked: readComparison(query, find).chosen };
}

/** Reads `ordre`, `demande`, `position`, `secteur`, `reponse` and `liste`. What is unknown asks nothing; `tout` asks for every row. */
export function readBoardChoice(query: unknown, find: () => PublicState | null): BoardChoice {
  const state = isEmpty(query) ? null : find();
  if (!state) return usualChoice;
  const demand = demandsOf(state).find(({ slug }) => slug === lastValue(query, 'demande'));
  const race = racesOf(state).find(({ sectorNumber }) => String(sectorNumber ?? '') === (lastValue(query, 'secteur') || null));
  const answered = lastValue(query, 'reponse');
  const ballot = readBallotChoice(query, () => state);
  if (lastValue(query, everyRow) !== '') return { ...ballot, narrowing: everything };
  return {
    ...ballot,
    narrowing: {
      demands: demand ? [demand.slug] : [],
      stance: stance.parse(lastValue(query, 'position')),
      race: race?.slug ?? null,
      answered: answered === 'oui' ? true : answered === 'non' ? false : null,
    },
  };
}

export function isNarrowed({ demands, stance, race, answered }: Narrowing): boolean {
  return demands.length > 0 || stance !== null || race !== null || answered !== null;
}

/** The name of the button that undoes a narrowing and keeps what is ticked. */
export const everyRow = 'tout';

export function ballotQuery({ order, ticked }: BallotChoice): string {
  return queryText([orderPair(order), ...tickedPairs(ticked)]);
}

/** The one spelling of a choice, as the end of an address. */
export function choiceQuery({ order, narrowing, ticked }: BoardChoice, state: PublicState): string {
  const { demands, stance, race, answered } = narrowing;
  return queryText([
    orderPair(order),
    ['demande', demands[0] ?? ''],
    ['position', stance ?? ''],
    ['secteur', race === null ? '' : String(state.of('race').get(race)?.current?.sectorNumber ?? '')],
    ['reponse', answered === null ? '' : answered ? 'oui' : 'non'],
    ...tickedPairs(ticked),
  ]);
}

type Pair = readonly [name: string, value: string];

function orderPair(order: Order): Pair {
  return ['ordre', order === usualChoice.order ? '' : order];
}

export function tickedPairs(ticked: readonly string[]): Pair[] {
  return ticked.map((value) => ['liste', value]);
}

function isEmpty(query: unknown): boolean {
  return typeof query !== 'object' || query === null || Object.keys(query).length === 0;
}
