import { frenchClock, frenchDate, frenchInstant, onFrenchDate } from './dates.ts';
import { englishClock, englishDate, englishInstant, onEnglishDate } from './english-dates.ts';
import type { Bilingual, Language } from './language.ts';
import { counted, enumerated, french, hardSpace, number, quoted } from './typography.ts';

/** How one language writes dates, numbers and lists. What the campaign and the lists wrote stays French in both. */
export interface Speech {
  /** Typographic spacing for this language's own words. */
  text(words: string): string;
  quoted(words: string): string;
  number(value: number): string;
  /** `2 demandes`; `many` defaults to one + s. */
  counted(value: number, one: string, many?: string): string;
  enumerated(items: readonly string[]): string;
  /** A calendar date or a part of one (2020, 2020-03, 2020-03-07). */
  date(date: string): string;
  /** The same with its preposition: `le 7 mars 2020`, `on 7 March 2020`. */
  onDate(date: string): string;
  /** A clock time of the town, `2020-06-28 20:00`. */
  clock(time: string): string;
  /** A UTC instant by the clock of a place. */
  instant(instant: string, timeZone: string): string;
}

const englishNumber = new Intl.NumberFormat('en-GB');
const englishList = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const speeches: Bilingual<Speech> = {
  fr: {
    text: french,
    quoted,
    number,
    counted,
    enumerated,
    date: frenchDate,
    onDate: onFrenchDate,
    clock: frenchClock,
    instant: frenchInstant,
  },
  en: {
    text: (words) => words,
    quoted: (words) => `“${words.trim()}”`,
    number: (value) => englishNumber.format(value),
    counted: (value, one, many = `${one}s`) => `${englishNumber.format(value)}${hardSpace}${value === 1 ? one : many}`,
    enumerated: (items) => englishList.format(items),
    date: englishDate,
    onDate: onEnglishDate,
    clock: englishClock,
    instant: englishInstant,
  },
};

export function speechIn(language: Language): Speech {
  return speeches[language];
}
