import { french } from '../lib/typography.ts';
import { racesOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type BallotView, ballotsAnnouncement, boardsOf, presentBallots } from './ballots.presenter.ts';
import { glyphsOf } from './board.presenter.ts';
import { type BallotChoice, ballotQuery } from './board-choice.ts';
import { type FilterForm, presentOrderForm } from './board-filter.presenter.ts';
import { type CompareBar, presentCompareBar } from './compare-bar.presenter.ts';
import { areaNames, presentSectorMap, type SectorMap } from './sector-map.presenter.ts';
import { presentUnseen, type UnseenTicks } from './unseen-ticks.presenter.ts';
import { type LegendWords, legendWords } from './words/legend.ts';
import { sectorWords } from './words/sector.ts';

export interface SectorPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  areas: string;
  /** Said where a voter is handed more than one ballot; empty otherwise. */
  twoBallots: string;
  announcement: string;
  filter: FilterForm;
  ballots: BallotView[];
  unseen: UnseenTicks | null;
  glyphs: string[];
  compare: CompareBar;
  legend: LegendWords;
  sectors: SectorMap | null;
}

declare module '../web/views.ts' {
  interface Views {
    'site/sector': SectorPage;
  }
}

/** The lists on the panels of this sector, and those of the city where it votes too. Null when there is no such sector. */
export function presentSector(view: View, number: string, choice: BallotChoice): SectorPage | null {
  const { state, links, language, say } = view;
  const race = racesOf(state).find((each) => each.sectorNumber !== null && String(each.sectorNumber) === number);
  if (!race?.sectorNumber) return null;
  const words = sectorWords[language];
  const path = links.sector(race.sectorNumber);
  const name = french(race.name);
  const ballots = presentBallots(view, race, choice);
  const boards = boardsOf(ballots);
  const frame = { path, query: ballotQuery(choice), title: name, description: say.text(words.description(lowerFirst(name))) };
  return {
    frame: withStyle(campaignFrame(view, frame), 'board'),
    crumbs: crumbs(view, { href: links.sectors, label: words.title }),
    heading: name,
    areas: areaNames(race.areas),
    twoBallots: ballots.length > 1 ? say.text(words.twoBallots) : '',
    announcement: ballotsAnnouncement(view, ballots, choice.order),
    filter: presentOrderForm(view, path, choice.order),
    ballots,
    unseen: presentUnseen(view, choice.ticked, boards),
    glyphs: glyphsOf(boards),
    compare: presentCompareBar(view),
    legend: legendWords[language],
    sectors: presentSectorMap(view, { current: path }),
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
