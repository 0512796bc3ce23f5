import { dayIn } from '../../lib/dates.ts';
import { asFrench, plainOf } from '../../lib/french-parts.ts';
import type { Language } from '../../lib/language.ts';
import { oneLine } from '../../lib/one-line.ts';
import { speechIn } from '../../lib/speech.ts';
import type { PublicState } from '../fold.ts';
import { type PageSubject, pathOfSubject } from '../page-subject.ts';
import { citationWords } from './citation-words.ts';
import { sentenceOf } from './sentence.ts';

/** A page as it is cited: held at the edition that the state shows, at an address that never changes. */
export interface CitedPage {
  state: PublicState;
  language: Language;
  about: PageSubject;
  /** The whole permanent address. */
  url: string;
}

/** One item of CSL-JSON (citationstyles.org), with the fields that a page has. */
export interface CslItem {
  id: string;
  type: 'webpage';
  title: string;
  'container-title': string;
  author: { literal: string }[];
  issued: { 'date-parts': [[number, number, number]] };
  URL: string;
  language: Language;
  version: string;
  note: string;
}

/** What every format of a reference is made from: the page, its edition, its day in the town, its fingerprint. */
export function cslOf({ state, language, about, url }: CitedPage): CslItem {
  const { campaign, edition } = state;
  const words = citationWords[language];
  const say = speechIn(language);
  const [year = 0, month = 1, day = 1] = dayIn(edition.publishedAt, campaign.timeZone).split('-').map(Number);
  const place = pathOfSubject(about).replaceAll('/', '-');
  return {
    id: `${campaign.slug}-edition-${edition.number}${place}`,
    type: 'webpage',
    title: oneLine(plainOf(citedTitle({ state, language, about }))),
    'container-title': oneLine(say.text(campaign.title)),
    author: [{ literal: 'Parole tenue' }],
    issued: { 'date-parts': [[year, month, day]] },
    URL: url,
    language,
    version: String(edition.number),
    note: say.text(words.note(edition.number, say.instant(edition.publishedAt, campaign.timeZone), edition.hash)),
  };
}

/** One sentence that says what is known, of which day, from where: to be printed as it is. */
export function readySentence({ state, language, about, url }: CitedPage): string {
  const { campaign, edition } = state;
  const say = speechIn(language);
  const hash = edition.hash.slice(0, 12);
  const sentence = citationWords[language].from(sentenceOf(state, language, about), campaign.title, edition.number, hash, url);
  // The address must stay as it is: no typography touches it.
  return say.text(oneLine(sentence).replace(url, '\u0000')).replace('\u0000', () => url);
}

/** A reference of one line, without any software: what most readers need. */
export function shortReference(page: CitedPage): string {
  const { title, 'container-title': container, issued, URL: url } = cslOf(page);
  const [[year, month, day]] = issued['date-parts'];
  const date = speechIn(page.language).date([year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));
  return `Parole tenue, ${title}, ${container}, ${date}, ${url}`;
}

/** What the page is called in a reference, with its edition; what people wrote is marked (`partsOf` reads it). */
export function citedTitle({ state, language, about }: Pick<CitedPage, 'state' | 'language' | 'about'>): string {
  const title = citationWords[language].numbered(markedTitle(state, language, about), state.edition.number);
  return speechIn(language).text(title);
}

/** What a page is called where it is spoken of. */
export function pageTitle(state: PublicState, language: Language, about: PageSubject): string {
  return plainOf(markedTitle(state, language, about));
}

/** The same, in which what people wrote is marked (`partsOf` reads it). */
export function markedTitle(state: PublicState, language: Language, { movement, demand, list, sector }: PageSubject): string {
  const words = citationWords[language].title;
  const asked = demand === undefined ? undefined : state.of('demand').get(demand)?.current?.shortTitle;
  const name = movement === undefined ? undefined : state.of('movement').get(movement)?.current?.name;
  const filed = list === undefined ? undefined : state.of('list').get(list)?.current;
  if (filed) {
    const race = state.of('race').get(filed.race)?.current;
    return words.list(asFrench(filed.label), race?.sectorNumber ? asFrench(race.name) : '');
  }
  if (name !== undefined) return asked === undefined ? asFrench(name) : words.cell(asFrench(name), asFrench(asked));
  if (asked !== undefined) return words.demand(asFrench(asked));
  return sector === undefined ? words.board : words.sector(sector);
}
