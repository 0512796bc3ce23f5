import type { Payload } from '../ledger/payloads.ts';
import { dayIn } from '../lib/dates.ts';
import { asFrench, type Part, partsOf, plainOf } from '../lib/french-parts.ts';
import { french } from '../lib/typography.ts';
import { demandsOf, movementBoard } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CompareEntry, presentEntry, presentSilences, type SilentGroup } from './compare-entry.presenter.ts';
import { type Compared, type Comparison, comparedIn, comparisonQuery } from './compared.ts';
import { type CompareWords, compareWords } from './words/compare.ts';

export interface ComparePage {
  frame: Frame;
  crumbs: Link[];
  words: CompareWords;
  heading: Part[];
  intro: string;
  upToDate: string;
  /** True when everyone stands in a column of their own. */
  few: boolean;
  demands: (Link & { number: number; entries: CompareEntry[]; silences: SilentGroup[] })[];
  chooser: Chooser;
}

/** The form of what is compared: every movement, and the lists that the address names. */
export interface Chooser {
  action: string;
  heading: string;
  open: boolean;
  groups: { legend: string; options: { value: string; label: string; checked: boolean }[] }[];
  sectors: Link | null;
  all: Link;
}

const fewest = 4;

declare module '../web/views.ts' {
  interface Views {
    'site/compare': ComparePage;
  }
}

/** Any number of movements and lists, side by side, demand by demand; how to choose them when none is. */
export function presentCompare(view: View, comparison: Comparison): ComparePage {
  const { state, links, language, say } = view;
  const words = compareWords[language];
  const compared = comparedIn(state, comparison);
  const heading = headingOf(view, comparison, compared);
  const frame = {
    path: links.compare,
    query: comparisonQuery(comparison),
    title: plainOf(heading),
    description: words.description,
  };
  const demands = compared.length === 0 ? [] : demandsOf(state);
  return {
    frame: withStyle(campaignFrame(view, frame), 'board'),
    crumbs: crumbs(view),
    words,
    heading: partsOf(heading),
    intro: introOf(view, compared),
    upToDate: say.text(words.upToDate(say.date(dayIn(state.edition.publishedAt, state.campaign.timeZone)))),
    few: compared.length <= fewest,
    demands: demands.map((demand) => presentDemand(view, demand, compared)),
    chooser: presentChooser(view, comparison, compared),
  };
}

function headingOf({ language, say }: View, { all }: Comparison, compared: readonly Compared[]): string {
  const words = compareWords[language];
  if (all) return words.titleAll;
  if (compared.length === 0 || compared.length > 3) return words.title;
  return say.text(words.titleOf(say.enumerated(compared.map(({ movement }) => asFrench(french(movement.name))))));
}

function introOf({ state, language, say }: View, compared: readonly Compared[]): string {
  const words = compareWords[language];
  if (compared.length === 0) return words.choose;
  const ofMovements = compared.every(({ list }) => list === null) && state.current('race').length > 1;
  const [one, many] = ofMovements ? [words.movement, words.movements] : [words.list, words.lists];
  const demands = say.counted(demandsOf(state).length, words.demand, words.demands);
  return say.text(words.counted(say.counted(compared.length, one, many), demands));
}

function presentDemand(view: View, demand: Payload<'demand'>, compared: readonly Compared[]): ComparePage['demands'][number] {
  const of = compared.flatMap((each) => {
    const cell = each.cells.find((one) => one.demand.slug === demand.slug);
    return cell ? [{ compared: each, cell }] : [];
  });
  // A few stand in the same columns from demand to demand, silent or not; of many, the silent ones are named together.
  const stands = ({ cell }: (typeof of)[number]) =>
    of.length <= fewest || cell.answer.kind === 'position' || cell.differing.length > 0;
  return {
    number: demand.number,
    href: view.links.demand(demand.slug),
    label: french(demand.title),
    entries: of.filter(stands).map(({ compared, cell }) => presentEntry(view, compared, cell)),
    silences: presentSilences(
      view,
      of.filter((each) => !stands(each)),
    ),
  };
}

function presentChooser(view: View, comparison: Comparison, compared: readonly Compared[]): Chooser {
  const { state, links, language } = view;
  const words = compareWords[language];
  const movements = movementBoard(state, 'panneau').rows.map(({ movement: { slug, name } }) => ({
    value: slug,
    label: french(name),
    checked: comparison.all || comparison.chosen.includes(slug),
  }));
  const lists = compared.flatMap(({ value, list }) => (list ? [{ value, label: french(list.label), checked: true }] : []));
  return {
    action: links.compare,
    heading: compared.length === 0 ? words.chooserEmpty : words.chooser,
    open: compared.length === 0,
    groups: [
      { legend: words.everyMovement, options: movements },
      ...(lists.length > 0 ? [{ legend: words.chosenLists, options: lists }] : []),
    ],
    sectors: state.current('race').length > 1 ? { href: links.sectors, label: words.mySector } : null,
    all: { href: `${links.compare}?liste=toutes`, label: words.all },
  };
}
