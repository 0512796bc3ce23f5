import type { Payload } from '../ledger/payloads.ts';
import { frenchDate } from '../lib/dates.ts';
import { counted, french } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { ballotBoard, type Order, racesOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type BoardView, presentBoard } from './board.presenter.ts';
import { areaNames, sectorLinks } from './scoreboard.presenter.ts';

export interface SectorPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  areas: string;
  rounds: { heading: string; note: string; board: BoardView }[];
  sectors: (Link & { current: boolean })[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/sector': SectorPage;
  }
}

/** One ballot: the lists on the panels of this sector, last round first. Null when there is no such sector. */
export function presentSector(view: View, number: string, order: Order): SectorPage | null {
  const { state, links } = view;
  const race = racesOf(state).find((each) => each.sectorNumber !== null && String(each.sectorNumber) === number);
  if (!race?.sectorNumber) return null;
  const path = links.sector(race.sectorNumber);
  const name = french(race.name);
  return {
    frame: campaignFrame(view, {
      path,
      title: name,
      description: `Ce que les listes du ${lowerFirst(name)} ont répondu à la lettre.`,
    }),
    crumbs: crumbs(view),
    heading: name,
    areas: areaNames(race.areas),
    rounds: roundsOf(state, race.slug).map((round) => presentRound(view, race, round, order, path)),
    sectors: sectorLinks(view).map(({ href, label }) => ({ href, label, current: href === path })),
  };
}

function roundsOf(state: PublicState, race: string): number[] {
  const lists = state.current('list').filter((list) => list.race === race);
  return [...new Set(lists.map((list) => list.round))].sort((a, b) => b - a);
}

function presentRound(view: View, race: Payload<'race'>, round: number, order: Order, path: string) {
  const { state } = view;
  const { campaign } = state;
  const scoreboard = ballotBoard(state, race.slug, round, order);
  const date = round === 1 ? campaign.election.firstRoundOn : campaign.election.secondRoundOn;
  const heading = round === 1 ? 'Premier tour' : 'Second tour';
  const board = presentBoard(view, scoreboard, {
    path,
    order,
    id: `tour-${round}`,
    caption: `${heading} : ce que chaque liste dit de chaque demande`,
  });
  const count = counted(scoreboard.rows.length, 'liste');
  return { heading, note: date ? `${count}, vote du ${frenchDate(date)}` : count, board };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
