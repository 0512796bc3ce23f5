import { secondRoundRight } from '../elections/second-round-right.ts';
import type { Payload } from '../ledger/payloads.ts';
import { asFrench } from '../lib/french-parts.ts';
import { french } from '../lib/typography.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type Bar, drawLineage, type LineageDrawing } from './lineage-drawing.ts';
import { areaNames } from './sector-map.presenter.ts';
import { roundsWords } from './words/rounds.ts';

type List = Payload<'list'>;

/** One ballot in its two rounds: a drawing, and the same in words. */
export interface BallotRounds {
  id: string;
  name: string;
  areas: string;
  drawing: (LineageDrawing & { label: string }) | null;
  first: ResultLine[];
  second: ResultLine[];
}

export interface ResultLine extends Link {
  panel: string;
  result: string;
  /** What became of it, or the seats it won; empty when there is nothing to say. */
  outcome: string;
}

export function presentBallotRounds(view: View, race: Payload<'race'>): BallotRounds {
  const { state } = view;
  const lists = state.current('list').filter((list) => list.race === race.slug);
  const byVotes = (round: number) =>
    lists.filter((list) => list.round === round).toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || a.panel - b.panel);
  const [first, second] = [byVotes(1), byVotes(2)];
  const line = (list: List) => presentLine(view, race, list, second.length > 0);
  return {
    id: race.slug,
    name: french(race.name),
    areas: areaNames(race.areas),
    drawing: second.length === 0 ? null : presentDrawing(view, race, first, second),
    first: first.map(line),
    second: second.map(line),
  };
}

function presentDrawing(view: View, race: Payload<'race'>, first: readonly List[], second: readonly List[]) {
  const bar = (list: List): Bar => ({ key: list.key, panel: list.panel, share: shareOf(race, list) });
  const drawing = drawLineage(first.map(bar), second.map(bar), view.state.current('lineage'));
  return { ...drawing, label: drawnWords(view, second) };
}

/** What the drawing shows, for who does not see it. */
function drawnWords(view: View, second: readonly List[]): string {
  const { language, say } = view;
  const words = roundsWords[language];
  const merged = second.filter((list) => parentsOf(view, list).length > 1);
  const staying = second.filter((list) => parentsOf(view, list).length === 1).map(({ panel }) => String(panel));
  const mergers = merged.map((list) =>
    words.drawnMerger(say.enumerated(parentsOf(view, list).map(({ panel }) => String(panel))), list.panel),
  );
  const said = [...mergers, ...(staying.length > 0 ? [words.drawnStay(say.enumerated(staying))] : [])].join(', ');
  return say.text(words.drawing(said));
}

function presentLine(view: View, race: Payload<'race'>, list: List, hasSecond: boolean): ResultLine {
  return {
    href: view.links.list(list.key),
    label: french(list.label),
    panel: String(list.panel),
    result: resultOf(view, race, list),
    outcome: [seatsOf(view, list), list.round === 1 && hasSecond ? fateOf(view, list) : ''].filter((each) => each).join(', '),
  };
}

function resultOf({ language, say }: View, race: Payload<'race'>, list: List): string {
  const words = roundsWords[language];
  const share = shareOf(race, list);
  if (list.votes === null) return words.unknownVotes;
  if (share === null) return say.text(words.votesOnly(say.number(list.votes)));
  const digits = telling(share);
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return say.text(words.votes(say.number(list.votes), percent.format(share)));
}

/** One decimal, or as many as keep a share on its side of the thresholds of the second round: 9.9989 % may not stand, and 10.0 % may. */
function telling(share: number): number {
  const rounded = (digits: number) => Number(share.toFixed(digits + 2));
  return [1, 2, 3].find((digits) => secondRoundRight(rounded(digits), 1) === secondRoundRight(share, 1)) ?? 4;
}

/** From the votes, never from a printed percentage. */
function shareOf(race: Payload<'race'>, { votes, round }: List): number | null {
  const valid = race.rounds.find(({ number }) => number === round)?.valid ?? null;
  return votes === null || valid === null || valid === 0 ? null : votes / valid;
}

function seatsOf({ language, say }: View, { seats }: List): string {
  const words = roundsWords[language];
  return seats.council ? words.council(say.counted(seats.council, words.seat, words.seats)) : '';
}

function fateOf({ state, language }: View, list: List): string {
  const words = roundsWords[language];
  const line = state.current('lineage').find(({ parent }) => parent === list.key);
  const child = line && state.of('list').get(line.child)?.current;
  if (!line || !child) return words.gone;
  return line.kind === 'merges' ? words.mergesInto(child.panel) : words.continues;
}

/** The first-round lists that a list comes from. */
export function parentsOf({ state }: View, list: List): List[] {
  return state
    .current('lineage')
    .filter(({ child }) => child === list.key)
    .flatMap(({ parent }) => state.of('list').get(parent)?.current ?? []);
}

/** « LISTE A » et « LISTE B »: labels as they were filed. */
export function labelsOf({ say }: View, lists: readonly List[]): string {
  return say.enumerated(lists.map(({ label }) => say.quoted(asFrench(french(label)))));
}
