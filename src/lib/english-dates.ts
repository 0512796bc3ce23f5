import { hardSpace } from './typography.ts';
import { wallClock } from './wall-clock.ts';

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `2020-03-07` → `7 March 2020`; `2020-03` → `March 2020`; `2020` → `2020`. Calendar dates have no time zone. */
export function englishDate(date: string): string {
  const [year = '', monthNumber, day] = date.split('-');
  if (!monthNumber) return year;
  const name = month.format(new Date(`${year}-${monthNumber}-01T00:00:00Z`));
  return day ? `${Number(day)}${hardSpace}${name} ${year}` : `${name} ${year}`;
}

/** The same with its preposition: `on 7 March 2020`, `in March 2020`, `in 2020`. */
export function onEnglishDate(date: string): string {
  return `${date.length === 10 ? 'on' : 'in'} ${englishDate(date)}`;
}

/** A UTC instant as the clock of a place shows it: `24 November 2026 at 9:05`. */
export function englishInstant(instant: string, timeZone: string): string {
  return englishClock(wallClock(new Date(instant), timeZone));
}

/** A clock time of a place, `2026-11-24 09:05`, in words: `24 November 2026 at 9:05`. */
export function englishClock(clock: string): string {
  const [day = '', time = ''] = clock.split(' ');
  return `${englishDate(day)} at${hardSpace}${time.replace(/^0/, '')}`;
}
