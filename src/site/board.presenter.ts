import { sameWords } from '../elections/same-words.ts';
import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { partsIn, type Row, type Scoreboard } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentBoardCell } from './answer.presenter.ts';
import { everyRow } from './board-choice.ts';
import { type BoardWords, boardWords } from './words/board.ts';

export interface BoardView {
  id: string;
  prefix: string;
  caption: string;
  rowHeading: string;
  words: BoardWords;
  /** Names and labels are French: said so where the page is not, and left out of the heaviest page where it is. */
  foreign: boolean;
  demands: (Link & { number: string })[];
  rows: BoardRow[];
  /** The way out of a choice that nothing matches. */
  reset: { name: string; label: string };
}

export interface BoardRow {
  href: string;
  name: string;
  /** A label that would fill a phone at the usual size: the longest real one has 97 characters. */
  long: boolean;
  /** Who leads it; on a ballot, the panel and the head of list. */
  about: string;
  /** On a ballot, the movement that a list is of, when its label does not say it. */
  movement: Link | null;
  /** Empty for a row that is silent on everything: its one cell says so. */
  tally: string;
  /** What compares it with others: its name in the address, and in words. */
  pick: { value: string; checked: boolean };
  /** By which its name can be called from elsewhere on the page. */
  id: string;
  cells: BoardCell[];
}

/** `span`: how many demands this one cell answers. */
export type BoardCell = CellView & { span: number };

export interface BoardPlace {
  id: string;
  /** Short: begins the names of the parts of this board, of which there are many. */
  prefix: string;
  caption?: string;
  ticked: readonly string[];
}

export function presentBoard(view: View, { demands, rows }: Scoreboard, { id, prefix, caption, ticked }: BoardPlace): BoardView {
  const words = boardWords[view.language];
  const ofLists = rows.some((row) => row.list);
  return {
    id,
    prefix,
    caption: caption ?? (ofLists ? words.listCaption : words.caption),
    rowHeading: ofLists ? words.list : words.movement,
    words,
    foreign: view.language !== 'fr',
    demands: demands.map((demand) => ({
      number: String(demand.number),
      href: view.links.demand(demand.slug),
      label: french(demand.shortTitle),
    })),
    rows: rows.map((row, index) => presentRow(view, row, { id: `${prefix}${index + 1}`, ticked })),
    reset: { name: everyRow, label: words.reset },
  };
}

function presentRow(view: View, row: Row, { id, ticked }: { id: string; ticked: readonly string[] }): BoardRow {
  const { links, language } = view;
  const { movement, list } = row;
  const words = boardWords[language];
  const name = french(list ? list.label : movement.name);
  const value = list ? list.key : movement.slug;
  const shown = presentCells(view, row);
  return {
    href: list ? links.list(list.key) : links.movement(movement.slug),
    name,
    long: name.length > 48,
    about: list ? aboutList(words, list) : french(movement.leader ?? ''),
    movement:
      list && !sameWords(list.label, movement.name)
        ? { href: links.movement(movement.slug), label: french(movement.name) }
        : null,
    tally: shown.some(({ span }) => span > 1) ? '' : tally(view, row),
    pick: { value, checked: ticked.includes(value) },
    id,
    cells: shown,
  };
}

/** One cell for each demand; one for all of them when the silence is the same everywhere, which is still a named answer. */
function presentCells(view: View, row: Row): BoardCell[] {
  const cells = row.cells.map((cell) => ({ ...presentBoardCell(view, row.movement, cell), span: 1 }));
  const [first] = cells;
  if (!first || cells.length === 1 || !cells.every((cell) => isSameSilence(cell, first))) return cells;
  return [{ ...first, demand: '', span: cells.length }];
}

function isSameSilence(cell: CellView, first: CellView): boolean {
  return (
    cell.silent &&
    cell.state === first.state &&
    cell.state !== 'answered' &&
    cell.note === '' &&
    cell.differing === '' &&
    !cell.since
  );
}

/** Every shape that some boards show, once. */
export function glyphsOf(boards: readonly BoardView[]): CellView['state'][] {
  return [...new Set(boards.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ state }) => state))))];
}

/** `S’engage sur 2 demandes sur 3, et en partie sur 1 autre`: in words; never a percentage, never a grade. */
export function tally({ language, say }: View, { commitments, cells }: Pick<Row, 'commitments' | 'cells'>): string {
  const words = boardWords[language];
  const parts = partsIn(cells);
  const counted = (count: number) => say.counted(count, words.demand, words.demands);
  const all = say.number(cells.length);
  if (commitments === 0) return parts === 0 ? words.noCommitment : words.partlyOn(counted(parts), all);
  const whole = words.commitsOn(counted(commitments), all);
  return parts === 0 ? whole : words.andPartly(whole, say.counted(parts, words.other, words.others));
}

function aboutList(words: BoardWords, { panel, head }: Payload<'list'>): string {
  return head === null ? words.panel(panel) : `${words.panel(panel)}, ${french(head)}`;
}
