import { inLanguage, type Language } from '../lib/language.ts';
import { speechIn } from '../lib/speech.ts';
import { french } from '../lib/typography.ts';
import type { Listed } from '../standings/directory.ts';
import type { PublicState } from '../standings/fold.ts';
import { type Frame, type Link, plainFrame, withStyle } from '../web/frame.ts';
import { queryText } from '../web/query.ts';
import { type SiteAddress, viewOf } from '../web/view.ts';
import { type CampaignTold, tellCampaign } from './home.presenter.ts';
import { boardOf, presentTownSearch, type TownSearch, townName } from './town-search.presenter.ts';
import { type Group, groupsOf, homonymsIn, isInPlace, type TownFound, type TownPage } from './towns.ts';
import { homeWords } from './words/home.ts';
import { type TownsWords, townsWords } from './words/towns.ts';

export interface TownsPage {
  frame: Frame;
  heading: string;
  summary: string;
  search: TownSearch;
  recent: { heading: string; campaigns: CampaignTold[] } | null;
  every: EveryTown;
}

export interface TownListPage {
  frame: Frame;
  eyebrow: string;
  fictional: boolean;
  heading: string;
  about: string;
  search: TownSearch;
  towns: TownLink[];
  every: EveryTown;
}

export interface EveryTown {
  heading: string;
  about: string;
  groups: { heading: string; french: boolean; fictional: boolean; about: string; towns: TownLink[]; ranges: RangeLink[] }[];
}

type TownLink = Link & { about: string };
type RangeLink = Link & { current: boolean };

declare module '../web/views.ts' {
  interface Views {
    'site/towns': TownsPage;
    'site/town-list': TownListPage;
  }
}

/** How many of the campaigns that published last stand on the home page. */
export const recentShown = 5;

interface Asked {
  language: Language;
  site: SiteAddress;
}

export interface Towns {
  listed: readonly Listed[];
  /** Those that published last (`recentOf`). */
  recent: readonly PublicState[];
  typed: string;
  found: TownFound | null;
}

/** The home page where there are more campaigns than one reads: one looks for one's town, or goes down the lists to it. */
export function presentTowns({ listed, recent, typed, found }: Towns, { language, site }: Asked): TownsPage {
  const { title, description, heading, summary } = homeWords[language];
  const words = townsWords[language];
  const search = presentTownSearch({ listed, typed, found }, language, site.contact);
  return {
    frame: townsFrame(search.message === '' ? title : search.message.replace(/[\s:.]+$/, ''), {
      ...{ language, path: '/', origin: site.origin, description },
      query: queryText([['ville', typed]]),
    }),
    heading,
    summary,
    search,
    recent:
      recent.length === 0
        ? null
        : { heading: words.recent, campaigns: recent.map((state) => tellCampaign(viewOf(state, { language, site }))) },
    every: presentEvery(listed, language),
  };
}

/** One page of the list of towns; null when there is no such page, or when the home page holds them all. */
export function presentTownList(listed: readonly Listed[], number: string, { language, site }: Asked): TownListPage | null {
  const groups = groupsOf(listed);
  const group = groups.find(({ pages }) => pages.some((page) => String(page.number) === number));
  const page = group?.pages.find((each) => String(each.number) === number);
  if (!group || !page || isInPlace(listed)) return null;
  const words = townsWords[language];
  const named = nameGroup(group, language);
  const say = speechIn(language);
  const range = rangeOf(page);
  return {
    frame: {
      ...townsFrame(`${range}, ${named.heading}`, {
        ...{ language, path: listAddress(page, language), origin: site.origin },
        description: say.text(words.listDescription(range, named.heading)),
      }),
      // Its towns move from page to page as others come.
      unlisted: true,
    },
    eyebrow: named.heading,
    fictional: named.fictional,
    heading: range,
    about: say.text(say.counted(page.campaigns.length, words.campaign, words.campaigns)),
    search: presentTownSearch({ listed, typed: '', found: null }, language, site.contact),
    towns: townLinks(page, listed, language),
    every: presentEvery(listed, language, page.number),
  };
}

function townsFrame(title: string, place: Parameters<typeof plainFrame>[1]): Frame {
  return withStyle(withStyle(plainFrame(title, place), 'board'), 'towns');
}

/** Every campaign there is: the towns themselves while they are few, else ways into their lists. `current` is the page one is on. */
function presentEvery(listed: readonly Listed[], language: Language, current = 0): EveryTown {
  const words = townsWords[language];
  const inPlace = isInPlace(listed);
  return {
    heading: words.every,
    about: [countsOf(listed, language), inPlace ? '' : words.byName].filter((each) => each !== '').join(' '),
    groups: groupsOf(listed).map((group) => {
      return {
        ...nameGroup(group, language),
        towns: inPlace ? group.pages.flatMap((page) => townLinks(page, listed, language)) : [],
        ranges: inPlace
          ? []
          : group.pages.map((page) => ({
              href: listAddress(page, language),
              label: rangeOf(page),
              current: page.number === current,
            })),
      };
    }),
  };
}

/** Of real campaigns; nothing when there is none. */
function countsOf(listed: readonly Listed[], language: Language): string {
  const words = townsWords[language];
  const say = speechIn(language);
  const real = listed.filter(({ campaign }) => !campaign.fictional);
  const towns = new Set(real.map(({ campaign }) => campaign.communeCode)).size;
  if (real.length === 0) return '';
  return say.text(
    words.counts(say.counted(real.length, words.campaign, words.campaigns), say.counted(towns, words.town, words.towns)),
  );
}

function nameGroup({ election, pages }: Group, language: Language) {
  const words: TownsWords = townsWords[language];
  const say = speechIn(language);
  const count = pages.reduce((sum, { campaigns }) => sum + campaigns.length, 0);
  const campaigns = say.counted(count, words.campaign, words.campaigns);
  return {
    heading: election ? french(election.name) : words.fictional,
    french: election !== null,
    fictional: election === null,
    about: say.text(election ? words.vote(say.date(election.firstRoundOn), campaigns) : words.fictionalAbout(campaigns)),
  };
}

function townLinks({ campaigns }: TownPage, listed: readonly Listed[], language: Language): TownLink[] {
  const homonyms = homonymsIn(listed);
  const codes = campaigns.map(({ campaign }) => campaign.communeCode);
  return campaigns.map(({ campaign }) => ({
    href: boardOf(campaign.slug, language),
    label: townName(campaign, homonyms),
    // Two letters to one town are told apart by what they ask.
    about: codes.indexOf(campaign.communeCode) === codes.lastIndexOf(campaign.communeCode) ? '' : french(campaign.title),
  }));
}

function rangeOf({ campaigns }: TownPage): string {
  const [first, last] = [campaigns[0]?.campaign.town ?? '', campaigns.at(-1)?.campaign.town ?? ''];
  return first === last ? first : `${first} – ${last}`;
}

function listAddress({ number }: TownPage, language: Language): string {
  return inLanguage(`/campagnes/${number}`, language);
}
