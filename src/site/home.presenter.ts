import type { Payload } from '../ledger/payloads.ts';
import { dayIn } from '../lib/dates.ts';
import type { Language } from '../lib/language.ts';
import { french } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { movementBoard } from '../standings/scoreboard.ts';
import { type Frame, plainFrame } from '../web/frame.ts';
import { type SiteAddress, type View, viewOf } from '../web/view.ts';
import { type CellView, presentCell } from './answer.presenter.ts';
import { type HomeWords, homeWords } from './words/home.ts';

export interface HomePage {
  frame: Frame;
  words: HomeWords;
  campaigns: CampaignView[];
}

/** A campaign in a few words: whose town, which letter, how much is known and since when. */
export interface CampaignTold {
  href: string;
  town: string;
  title: string;
  election: string;
  about: string;
  upToDate: string;
}

interface CampaignView extends CampaignTold {
  fiction: string;
  recent: { movement: string; cell: CellView }[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/home': HomePage;
  }
}

const recentShown = 3;

/** A handful of campaigns, real ones first, each with what was published last: from here to a source in two clicks. */
export function presentHome(states: readonly PublicState[], language: Language, site: SiteAddress): HomePage {
  const newestFirst = states.toSorted(
    (a, b) =>
      Number(a.campaign.fictional) - Number(b.campaign.fictional) ||
      b.campaign.election.firstRoundOn.localeCompare(a.campaign.election.firstRoundOn),
  );
  const words = homeWords[language];
  const { title, description } = words;
  return {
    frame: plainFrame(title, { language, path: '/', origin: site.origin, description }),
    words,
    campaigns: newestFirst.map((state) => presentCampaign(viewOf(state, { language, site }))),
  };
}

function presentCampaign(view: View): CampaignView {
  const { state, language } = view;
  return {
    ...tellCampaign(view),
    fiction: state.campaign.fictional ? homeWords[language].fiction : '',
    recent: recentPositions(state)
      .slice(0, recentShown)
      .flatMap((position) => presentRecent(view, position)),
  };
}

export function tellCampaign(view: View): CampaignTold {
  const { state, links, language, say } = view;
  const { campaign, edition } = state;
  const words = homeWords[language];
  const { rows, known } = movementBoard(state, 'engagements');
  const demands = say.counted(state.current('demand').length, words.demand, words.demands);
  const day = dayIn(edition.publishedAt, campaign.timeZone);
  const [one, many] = state.current('race').length > 1 ? [words.movement, words.movements] : [words.list, words.lists];
  return {
    href: links.board,
    town: campaign.town,
    title: french(campaign.title),
    election: french(campaign.election.name),
    about: say.text(words.about(demands, say.counted(known, one, many), say.number(rows.length))),
    upToDate: say.text(words.upToDate(say.date(day))),
  };
}

function recentPositions(state: PublicState): Payload<'position'>[] {
  return [...state.of('position').values()]
    .toSorted((a, b) => (b.versions.at(-1)?.edition ?? 0) - (a.versions.at(-1)?.edition ?? 0))
    .flatMap(({ current }) => (current?.lifecycle === 'current' ? [current] : []));
}

function presentRecent(view: View, position: Payload<'position'>): CampaignView['recent'] {
  const { state } = view;
  const row = movementBoard(state, 'panneau').rows.find(({ movement }) => movement.slug === position.movement);
  const cell = row?.cells.find(({ demand }) => demand.slug === position.demand);
  if (!row || !cell || position.list !== null) return [];
  const place = { movement: row.movement, demand: cell.demand, differing: 0 };
  return [{ movement: french(row.movement.name), cell: presentCell(view, cell.answer, place) }];
}
