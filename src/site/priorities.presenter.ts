import { french } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { everything, narrow } from '../standings/narrowing.ts';
import { demandsOf, movementBoard, partsIn, type Row, type Scoreboard } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import { queryText, valuesOf } from '../web/query.ts';
import type { View } from '../web/view.ts';
import { type BoardView, glyphsOf, presentBoard } from './board.presenter.ts';
import { tickedPairs } from './board-choice.ts';
import { type CompareBar, presentCompareBar } from './compare-bar.presenter.ts';
import { readComparison } from './compared.ts';
import { type PrioritiesWords, prioritiesWords } from './words/priorities.ts';

export interface PrioritiesPage {
  frame: Frame;
  crumbs: Link[];
  words: PrioritiesWords;
  action: string;
  demands: { value: string; label: string; checked: boolean }[];
  /** Null until something is chosen. */
  answer: PrioritiesAnswer | null;
}

interface PrioritiesAnswer {
  heading: string;
  committed: (Link & { sentence: string })[];
  others: { sentence: string; who: Link[] };
  board: BoardView;
  glyphs: string[];
  compare: CompareBar;
}

declare module '../web/views.ts' {
  interface Views {
    'site/priorities': PrioritiesPage;
  }
}

/** What matters to a reader, and what they ticked to compare. */
export interface Priorities {
  /** Slugs of demands, in the letter's order. */
  demands: readonly string[];
  ticked: readonly string[];
}

/** Reads `demande` and `liste`, as often as they are said. */
export function readPriorities(query: unknown, find: () => PublicState | null): Priorities {
  const asked = valuesOf(query, 'demande');
  const state = asked.length === 0 ? null : find();
  if (!state) return { demands: [], ticked: [] };
  const demands = demandsOf(state).flatMap(({ slug }) => (asked.includes(slug) ? [slug] : []));
  return { demands, ticked: readComparison(query, () => state).chosen };
}

/** What matters to one reader: who commits to it, in words. Nothing is kept of it but the address. */
export function presentPriorities(view: View, { demands: chosen, ticked }: Priorities): PrioritiesPage {
  const { state, links, language } = view;
  const words = prioritiesWords[language];
  const query = queryText([...chosen.map((slug) => ['demande', slug] as const), ...tickedPairs(ticked)]);
  const frame = { path: links.priorities, query, title: words.title, description: words.description };
  return {
    frame: withStyle(campaignFrame(view, frame), 'board'),
    crumbs: crumbs(view),
    words,
    action: links.priorities,
    demands: demandsOf(state).map(({ slug, number, title }) => ({
      value: slug,
      label: `${number}. ${french(title)}`,
      checked: chosen.includes(slug),
    })),
    answer: chosen.length === 0 ? null : presentChosen(view, chosen, ticked),
  };
}

function presentChosen(view: View, chosen: readonly string[], ticked: readonly string[]): PrioritiesAnswer {
  const { state, language, say } = view;
  const words = prioritiesWords[language];
  const narrowing = { ...everything, demands: chosen };
  const scoreboard = narrow(state, movementBoard(state, 'engagements'), narrowing, 'engagements');
  const board = presentBoard(view, scoreboard, { id: 'tableau', prefix: 't', ticked });
  const committed = scoreboard.rows.filter((row) => row.commitments + partsIn(row.cells) > 0);
  return {
    heading: say.text(words.answer(say.counted(chosen.length, words.demand, words.demands))),
    committed: committed.map((row) => ({ ...linkOf(view, row), sentence: say.text(sentenceOf(view, row)) })),
    others: othersOf(view, scoreboard, committed),
    board,
    glyphs: glyphsOf([board]),
    compare: presentCompareBar(view),
  };
}

function sentenceOf({ language, say }: View, row: Row): string {
  const words = prioritiesWords[language];
  const counted = (count: number) => say.counted(count, words.demand, words.demands);
  const all = say.number(row.cells.length);
  const parts = partsIn(row.cells);
  if (row.commitments === 0) return words.partOnly(counted(parts), all);
  return parts === 0
    ? words.commits(counted(row.commitments), all)
    : words.commitsAndPart(counted(row.commitments), all, counted(parts));
}

function othersOf(view: View, { rows }: Scoreboard, committed: readonly Row[]): PrioritiesAnswer['others'] {
  const { state, language, say } = view;
  const words = prioritiesWords[language];
  const who = rows.filter((row) => !committed.includes(row));
  const [one, many] = state.current('race').length > 1 ? [words.movement, words.movements] : [words.list, words.lists];
  return { sentence: say.text(words.others(say.counted(who.length, one, many))), who: who.map((row) => linkOf(view, row)) };
}

function linkOf({ links }: View, { movement }: Row): Link {
  return { href: links.movement(movement.slug), label: french(movement.name) };
}
