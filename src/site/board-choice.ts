import { z } from 'zod';
import { stances } from '../positions/stance.ts';
import type { PublicState } from '../standings/fold.ts';
import { everything, type Narrowing } from '../standings/narrowing.ts';
import { demandsOf, type Order, orders, racesOf } from '../standings/scoreboard.ts';
import { lastValue, queryText } from '../web/query.ts';

/** How a reader wants to see a board, as its address says. */
export interface BoardChoice {
  order: Order;
  narrowing: Narrowing;
}

const order = z.enum(orders).catch('engagements');
const stance = z
  .enum([...stances, 'silence'])
  .nullable()
  .catch(null);

export const usualChoice: BoardChoice = { order: 'engagements', narrowing: everything };

/** The order alone: what the board of a ballot lets one choose. */
export function readOrder(query: unknown): Order {
  return order.parse(lastValue(query, 'ordre'));
}

/** Reads `ordre`, `demande`, `position`, `secteur` and `reponse`. What is unknown asks nothing. */
export function readBoardChoice(query: unknown, find: () => PublicState | null): BoardChoice {
  const state = isEmpty(query) ? null : find();
  if (!state) return usualChoice;
  const demand = demandsOf(state).find(({ slug }) => slug === lastValue(query, 'demande'));
  const race = racesOf(state).find(({ sectorNumber }) => String(sectorNumber ?? '') === (lastValue(query, 'secteur') || null));
  const answered = lastValue(query, 'reponse');
  return {
    order: readOrder(query),
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

/** The one spelling of a choice, as the end of an address. */
export function choiceQuery({ order, narrowing }: BoardChoice, state: PublicState): string {
  const { demands, stance, race, answered } = narrowing;
  return queryText([
    ['ordre', order === usualChoice.order ? '' : order],
    ['demande', demands[0] ?? ''],
    ['position', stance ?? ''],
    ['secteur', race === null ? '' : String(state.of('race').get(race)?.current?.sectorNumber ?? '')],
    ['reponse', answered === null ? '' : answered ? 'oui' : 'non'],
  ]);
}

function isEmpty(query: unknown): boolean {
  return typeof query !== 'object' || query === null || Object.keys(query).length === 0;
}
