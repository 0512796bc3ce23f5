import type { Payload } from '../ledger/payloads.ts';
import type { PublicState } from '../standings/fold.ts';
import { ballotBoard, type Order, racesOf } from '../standings/scoreboard.ts';
import type { View } from '../web/view.ts';
import { type BoardView, presentBoard } from './board.presenter.ts';
import type { BallotChoice } from './board-choice.ts';
import { boardWords } from './words/board.ts';
import { sectorWords } from './words/sector.ts';

/** One ballot that a voter is handed: in 2020 their sector's; since the law of August 2025 the city's as well. */
export interface BallotView {
  /** Empty when there is one ballot: the page's own heading says it. */
  heading: string;
  text: string;
  rounds: { heading: string; note: string; board: BoardView }[];
}

/** The ballots of whoever votes in a sector, the city's first, the last round of each first. */
export function presentBallots(view: View, race: Payload<'race'>, choice: BallotChoice): BallotView[] {
  const words = sectorWords[view.language];
  const city = cityRace(view.state);
  if (!city) return [{ heading: '', text: '', rounds: presentRounds(view, race, choice) }];
  return [
    { heading: words.cityBallot, text: words.cityBallotText, rounds: presentRounds(view, city, choice) },
    { heading: words.sectorBallot, text: words.sectorBallotText, rounds: presentRounds(view, race, choice) },
  ];
}

/** The ballot of the whole commune, where sectors have one of their own besides. */
export function cityRace(state: PublicState): Payload<'race'> | null {
  return racesOf(state).find(({ sectorNumber }) => sectorNumber === null) ?? null;
}

/** `7 listes. Les plus engagés d’abord…`: what is said when the boards change. */
export function ballotsAnnouncement({ language, say }: View, ballots: readonly BallotView[], order: Order): string {
  const words = sectorWords[language];
  const count = ballots.reduce((sum, { rounds }) => sum + (rounds[0]?.board.rows.length ?? 0), 0);
  if (count === 0) return words.noList;
  return say.text(`${say.counted(count, words.list, words.lists)}. ${boardWords[language].orderNotes[order]}`);
}

export function boardsOf(ballots: readonly BallotView[]): BoardView[] {
  return ballots.flatMap(({ rounds }) => rounds.map(({ board }) => board));
}

function presentRounds(view: View, race: Payload<'race'>, choice: BallotChoice): BallotView['rounds'] {
  const lists = view.state.current('list').filter((list) => list.race === race.slug);
  const rounds = [...new Set(lists.map(({ round }) => round))].sort((a, b) => b - a);
  return rounds.map((round) => presentRound(view, race, round, choice));
}

function presentRound(view: View, race: Payload<'race'>, round: number, { order, ticked }: BallotChoice) {
  const { state, language, say } = view;
  const words = sectorWords[language];
  const { firstRoundOn, secondRoundOn } = state.campaign.election;
  const scoreboard = ballotBoard(state, race.slug, round, order);
  const heading = round === 1 ? words.firstRound : words.secondRound;
  const caption = say.text(words.boardCaption(heading));
  const board = presentBoard(view, scoreboard, {
    id: `${race.kind === 'commune' ? 'ville-' : ''}tour-${round}`,
    prefix: `${race.kind === 'commune' ? 'v' : 's'}${round}-`,
    caption,
    ticked,
  });
  const day = round === 1 ? firstRoundOn : secondRoundOn;
  const count = say.counted(scoreboard.rows.length, words.list, words.lists);
  return { heading, note: day ? words.votedOn(count, say.date(day)) : count, board };
}
