import { asFrench, type Part, partsOf } from '../lib/french-parts.ts';
import { french } from '../lib/typography.ts';
import { type BallotFound, findBallots } from '../standings/find-ballot.ts';
import { racesOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import { lastValue, queryText } from '../web/query.ts';
import type { View } from '../web/view.ts';
import { type BallotView, boardsOf, presentBallots } from './ballots.presenter.ts';
import { glyphsOf } from './board.presenter.ts';
import { type CompareBar, presentCompareBar } from './compare-bar.presenter.ts';
import { areaNames, examplesOf, presentSectorMap, type SectorMap } from './sector-map.presenter.ts';
import { sectorWords } from './words/sector.ts';

export interface FindSectorPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  intro: string;
  sectors: SectorMap | null;
  /** What the search found; null before it. */
  found: { message: string; help: Part[]; places: (Link & { areas: string })[] } | null;
  /** The ballots of the one sector that was found. */
  ballots: BallotView[];
  glyphs: string[];
  compare: CompareBar;
  none: Link & { text: string };
}

declare module '../web/views.ts' {
  interface Views {
    'site/find-sector': FindSectorPage;
  }
}

const longest = 60;

/** What was typed to find a ballot. */
export function readPlaceTyped(query: unknown): string {
  return lastValue(query, 'ou').trim().slice(0, longest);
}

/** From an arrondissement, a post code or a number to the lists on one's ballot: at once when only one sector matches. */
export function presentFindSector(view: View, typed: string): FindSectorPage {
  const { state, links, language, say } = view;
  const words = sectorWords[language];
  const races = racesOf(state).filter(({ sectorNumber }) => sectorNumber !== null);
  const found = typed === '' ? [] : findBallots(races, typed);
  const [only, another] = found;
  const ballots = only && !another ? presentBallots(view, only.race, { order: 'engagements', ticked: [] }) : [];
  return {
    frame: withStyle(
      campaignFrame(view, {
        path: links.sectors,
        query: queryText([['ou', typed]]),
        title: words.title,
        description: say.text(words.intro),
      }),
      'board',
    ),
    crumbs: crumbs(view),
    heading: words.title,
    intro: words.intro,
    sectors: presentSectorMap(view, { typed }),
    found: typed === '' ? null : presentFound(view, typed, found),
    ballots,
    glyphs: glyphsOf(boardsOf(ballots)),
    compare: presentCompareBar(view),
    none: { href: links.board, label: view.state.campaign.town, text: say.text(words.none) },
  };
}

function presentFound(view: View, typed: string, found: readonly BallotFound[]): FindSectorPage['found'] {
  const { language, say, links } = view;
  const words = sectorWords[language];
  const quoted = say.quoted(typed);
  const places = found.map(({ race, areas }) => ({
    href: links.sector(race.sectorNumber ?? 0),
    label: french(race.name),
    areas: areaNames(areas.length > 0 ? areas : race.areas),
  }));
  if (places.length === 0)
    return {
      message: say.text(words.nothing(quoted)),
      help: partsOf(say.text(words.nothingHelp(asFrench(examplesOf(view))))),
      places,
    };
  return { message: say.text(places.length > 1 ? words.foundMany(quoted) : words.foundOne(quoted)), help: [], places };
}
