import type { Payload } from '../ledger/payloads.ts';
import { positionSubject } from '../ledger/subjects.ts';
import { type ContactStatus, countsAsCommitment } from '../positions/stance.ts';
import type { PublicState, Standing } from './fold.ts';

type Movement = Payload<'movement'>;
type List = Payload<'list'>;
type Demand = Payload<'demand'>;

/** What one cell says: a position, or a silence that has a name. Never nothing. */
export type Answer =
  | { kind: 'position'; position: Payload<'position'>; standing: Standing<'position'>; toConfirm: boolean }
  | { kind: 'silence'; status: ContactStatus; asked: Payload<'contact'>['asked']; standing: Standing<'position'> | null };

export interface Cell {
  demand: Demand;
  answer: Answer;
  /** Positions of this movement's own lists that were published apart from it. */
  differing: Payload<'position'>[];
  /** On a ballot, where the list speaks for itself: what its movement says of the same demand. */
  movementSays: Answer | null;
}

export interface Row {
  movement: Movement;
  /** The list of this row, when the board is that of one ballot. */
  list: List | null;
  cells: Cell[];
  commitments: number;
  panel: number;
}

export const orders = ['engagements', 'panneau', 'nom'] as const;
export type Order = (typeof orders)[number];

export interface Scoreboard {
  demands: Demand[];
  rows: Row[];
  /** How many rows have at least one known position, whatever it says. */
  known: number;
}

/** Every movement on every demand. All of them stand on the board, answered or not. */
export function movementBoard(state: PublicState, order: Order): Scoreboard {
  const demands = demandsOf(state);
  const rows = state.current('movement').map((movement) => {
    const cells = demands.map((demand) => movementCell(state, movement.slug, demand));
    return { movement, list: null, cells, commitments: commitments(cells), panel: panelOf(state, movement.slug) };
  });
  return scoreboardOf(demands, rows, order);
}

/** The lists of one ballot in one round, each with its own position where it differs from its movement's. */
export function ballotBoard(state: PublicState, race: string, round: number, order: Order): Scoreboard {
  const demands = demandsOf(state);
  const lists = state.current('list').filter((list) => list.race === race && list.round === round);
  const rows = lists.flatMap((list) => {
    const movement = state.of('movement').get(list.movement)?.current;
    if (!movement) return [];
    const cells = demands.map((demand) => listCell(state, list, demand));
    return [{ movement, list, cells, commitments: commitments(cells), panel: list.panel }];
  });
  return scoreboardOf(demands, rows, order);
}

/** What a list says on a demand and, where it speaks for itself, what its movement says. */
export function listCell(state: PublicState, list: List, demand: Demand): Cell {
  const answer = listAnswer(state, list, demand);
  const speaksForItself = answer.kind === 'position' && answer.position.list !== null;
  const movementSays = speaksForItself ? answerOf(state, list.movement, null, demand) : null;
  return { demand, answer, differing: [], movementSays };
}

/** What a movement says on a demand, whatever one of its lists may say apart from it. */
export function movementAnswer(state: PublicState, movement: string, demand: Demand): Answer {
  return answerOf(state, movement, null, demand);
}

/** What a movement says on a demand, and which of its lists say otherwise. */
export function movementCell(state: PublicState, movement: string, demand: Demand): Cell {
  const differing = state
    .current('position')
    .filter((one) => one.movement === movement && one.demand === demand.slug && one.list !== null && isLive(one));
  return { demand, answer: answerOf(state, movement, null, demand), differing, movementSays: null };
}

/**
 * What a list says: its own position, else that of the list it continues, else its movement's. After a merger nothing is inherited
 * silently: what the movement said before stands there as something to confirm.
 */
export function listAnswer(state: PublicState, list: List, demand: Demand): Answer {
  const own = answerOf(state, list.movement, list.key, demand);
  if (own.kind === 'position') return own;
  const parents = state.current('lineage').filter((link) => link.child === list.key);
  const [only] = parents;
  const parent = parents.length === 1 && only?.kind === 'continues' ? state.of('list').get(only.parent)?.current : null;
  if (parent && parent.movement === list.movement) return listAnswer(state, parent, demand);
  const answer = answerOf(state, list.movement, null, demand);
  const merged = parents.some((link) => link.kind === 'merges');
  return merged && answer.kind === 'position' ? { ...answer, toConfirm: true } : answer;
}

function answerOf(state: PublicState, movement: string, list: string | null, demand: Demand): Answer {
  const subject = positionSubject({ movement, list, demand: demand.slug });
  const standing = state.of('position').get(subject) ?? null;
  const position = standing?.current;
  if (standing && position && isLive(position)) {
    return { kind: 'position', position, standing, toConfirm: position.lifecycle === 'to_confirm' };
  }
  const contact = state.of('contact').get(movement)?.current;
  return { kind: 'silence', status: contact?.status ?? 'not_asked', asked: contact?.asked ?? [], standing };
}

function isLive(position: Payload<'position'>): boolean {
  return position.lifecycle === 'current' || position.lifecycle === 'to_confirm';
}

/** A pledge that waits to be confirmed after a merger is shown, and not counted. */
export function commitments(cells: readonly Cell[]): number {
  return cells.filter(
    ({ answer }) => answer.kind === 'position' && !answer.toConfirm && countsAsCommitment(answer.position.stance),
  ).length;
}

/** How many demands they commit to in part: shown beside the whole commitments, and never added to them. */
export function partsIn(cells: readonly Cell[]): number {
  return cells.filter(
    ({ answer }) => answer.kind === 'position' && !answer.toConfirm && answer.position.stance === 'commits_in_part',
  ).length;
}

/** A board of these rows, in the order that was asked for. */
export function scoreboardOf(demands: Demand[], rows: readonly Row[], order: Order): Scoreboard {
  const known = rows.filter((row) =>
    row.cells.some((cell) => cell.answer.kind === 'position' || cell.differing.length > 0),
  ).length;
  return { demands, rows: rows.toSorted(comparisons[order]), known };
}

/** « À bord » beside « Abord »: as a French reader looks a name up, whatever its accents and quotation marks. */
const { compare } = new Intl.Collator('fr', { numeric: true, ignorePunctuation: true });
const byName = (a: Row, b: Row) => compare(nameOf(a), nameOf(b));
const byPanel = (a: Row, b: Row) => a.panel - b.panel || byName(a, b);
const comparisons: Record<Order, (a: Row, b: Row) => number> = {
  engagements: (a, b) => b.commitments - a.commitments || byPanel(a, b),
  panneau: byPanel,
  nom: byName,
};

function nameOf({ list, movement }: Row): string {
  return list?.label ?? movement.name;
}

/**
 * The smallest first-round panel number of a movement in the first ballot where it stands. Where the city votes too, whoever stands in
 * sectors alone comes after those on its ballot: their numbers are those of other panels.
 */
function panelOf(state: PublicState, movement: string): number {
  const lists = state.current('list').filter((list) => list.movement === movement && list.round === 1);
  const races = racesOf(state);
  const first = races.find((race) => lists.some((list) => list.race === race.slug));
  const isBesideTheCity = races[0]?.sectorNumber === null && first !== races[0];
  const panels = lists.filter((list) => list.race === first?.slug).map((list) => list.panel);
  return panels.length > 0 ? Math.min(...panels) + (isBesideTheCity ? pastAnyPanel : 0) : Number.MAX_SAFE_INTEGER;
}

/** Nowhere is there a panel of this number. */
const pastAnyPanel = 1000;

/** Ballots in the order people know them: by sector number. */
export function racesOf(state: PublicState): Payload<'race'>[] {
  return state.current('race').toSorted((a, b) => (a.sectorNumber ?? 0) - (b.sectorNumber ?? 0));
}

/** The demands, in the letter's order. */
export function demandsOf(state: PublicState): Demand[] {
  return state.current('demand').toSorted((a, b) => a.number - b.number);
}
