import { dayIn } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import { hasAnswered, narrow } from '../standings/narrowing.ts';
import { movementBoard, type Scoreboard } from '../standings/scoreboard.ts';
import { campaignFrame } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type BoardView, glyphsOf, presentBoard } from './board.presenter.ts';
import { type BoardChoice, choiceQuery, isNarrowed } from './board-choice.ts';
import { type FilterForm, presentFilter } from './board-filter.presenter.ts';
import { type CompareBar, presentCompareBar } from './compare-bar.presenter.ts';
import { presentSectorSearch, type SectorSearch } from './sector-map.presenter.ts';
import { presentUnseen, type UnseenTicks } from './unseen-ticks.presenter.ts';
import { boardWords } from './words/board.ts';
import { type LegendWords, legendWords } from './words/legend.ts';
import { scoreboardWords } from './words/scoreboard.ts';
import { sectorWords } from './words/sector.ts';

export interface ScoreboardPage {
  frame: Frame;
  town: string;
  election: string;
  upToDate: { intro: string; day: string; label: string };
  summary: string;
  asks: { intro: string; demands: (Link & { number: number })[] };
  /** The shapes of everything that some choice may show. */
  glyphs: string[];
  heading: string;
  /** What the table shows now; said again after each change. */
  announcement: string;
  filter: FilterForm;
  board: BoardView;
  unseen: UnseenTicks | null;
  compare: CompareBar;
  legend: LegendWords;
  sectors: { heading: string; search: SectorSearch; every: string } | null;
  more: { heading: string; links: (Link & { text: string })[] };
}

declare module '../web/views.ts' {
  interface Views {
    'site/scoreboard': ScoreboardPage;
  }
}

/** A voter's first page: the town, how fresh it is, one true sentence, the asks in short, then everyone. */
export function presentScoreboard(view: View, choice: BoardChoice): ScoreboardPage {
  const { state, links, language, say } = view;
  const { campaign, edition } = state;
  const words = scoreboardWords[language];
  const whole = movementBoard(state, choice.order);
  const shown = isNarrowed(choice.narrowing) ? narrow(state, whole, choice.narrowing, choice.order) : whole;
  const day = dayIn(edition.publishedAt, campaign.timeZone);
  const summary = summaryOf(view, whole);
  const path = links.board;
  const place = { id: 'tableau', prefix: 't', ticked: choice.ticked };
  const board = presentBoard(view, shown, place);
  const frame = { path, query: choiceQuery(choice, state), title: french(campaign.title), description: summary };
  return {
    frame: withStyle(campaignFrame(view, frame), 'board'),
    town: campaign.town,
    election: french(campaign.election.name),
    upToDate: { intro: words.upToDate, day, label: say.date(day) },
    summary,
    asks: { intro: asksIntro(view), demands: asksOf(view, whole) },
    glyphs: glyphsOf([presentBoard(view, whole, place)]),
    heading: words.heading,
    announcement: announcement(view, choice, shown.rows.length, whole.rows.length),
    filter: presentFilter(view, choice),
    board,
    unseen: presentUnseen(view, choice.ticked, [board]),
    compare: presentCompareBar(view),
    legend: legendWords[language],
    sectors: sectorsOf(view),
    more: { heading: words.goOn, links: moreLinks(view) },
  };
}

/** Two sentences: how much is known, and how many wrote back. Counted, never typed: they are true of the edition that is shown. */
function summaryOf(view: View, { known, rows }: Scoreboard): string {
  const { state, language, say } = view;
  const words = scoreboardWords[language];
  const [one, many] = isOfMovements(view) ? [words.movement, words.movements] : [words.list, words.lists];
  const all = say.counted(rows.length, one, many);
  const knowledge = known === 0 ? words.nothingKnown(all) : words.known(say.counted(known, one, many), say.number(rows.length));
  const replies = rows.filter(({ movement }) => hasAnswered(state, movement.slug)).length;
  return say.text(`${knowledge} ${repliesSentence(view, replies)}`);
}

function repliesSentence({ state, language, say }: View, replies: number): string {
  const words = scoreboardWords[language];
  if (replies > 1) return words.replies(say.number(replies));
  if (replies === 1) return words.oneReply;
  const checkedOn = state.current('letter').at(-1)?.repliesCheckedOn;
  return words.noReply(checkedOn ? say.date(checkedOn) : '');
}

function isOfMovements({ state }: View): boolean {
  return state.current('race').length > 1;
}

function asksIntro({ state, language, say }: View): string {
  const words = scoreboardWords[language];
  const letter = state.current('letter').at(-1);
  const count = state.current('signatory').length;
  const signatories = say.counted(count, words.organisation, words.organisations);
  const asks = count === 1 ? words.asksOne : words.asks;
  return letter ? say.text(asks(signatories, say.date(letter.publishedOn))) : words.asksPlainly;
}

function asksOf({ links }: View, { demands }: Scoreboard): ScoreboardPage['asks']['demands'] {
  return demands.map(({ number, slug, shortTitle }) => ({ number, href: links.demand(slug), label: french(shortTitle) }));
}

function announcement(view: View, { order, narrowing }: BoardChoice, shown: number, all: number): string {
  const { language, say } = view;
  const words = boardWords[language];
  const [one, many] = isOfMovements(view) ? [words.movement, words.movements] : [words.list, words.lists];
  const singular = one.toLocaleLowerCase(language);
  const count = say.counted(shown, singular, many);
  const said = isNarrowed(narrowing) ? words.outOf(count, say.number(all)) : `${count}.`;
  return say.text(shown === 0 ? `${words.nothing} ${said}` : `${said} ${words.orderNotes[order]}`);
}

function sectorsOf(view: View): ScoreboardPage['sectors'] {
  const search = presentSectorSearch(view);
  const { title, every } = sectorWords[view.language];
  return search && { heading: title, search, every };
}

function moreLinks({ state, links, language }: View): ScoreboardPage['more']['links'] {
  const words = scoreboardWords[language];
  const hasSecondRound = state.current('list').some(({ round }) => round === 2);
  return [
    { href: links.priorities, label: words.priorities, text: words.prioritiesText },
    { href: `${links.compare}?liste=toutes`, label: words.compare, text: words.compareText },
    ...(hasSecondRound ? [{ href: links.rounds, label: words.rounds, text: words.roundsText }] : []),
  ];
}
