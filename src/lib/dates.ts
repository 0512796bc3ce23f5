import { hardSpace } from './typography.ts';
import { wallClock } from './wall-clock.ts';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `2020-03-07` → `7 mars 2020`; `2020-03` → `mars 2020`; `2020` → `2020`. Calendar dates have no time zone. */
export function frenchDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = months[Number(month) - 1];
  if (!name) return year;
  if (!day) return `${name} ${year}`;
  return `${day === '01' ? '1er' : Number(day)}${hardSpace}${name} ${year}`;
}

/** The same with its preposition: `le 7 mars 2020`, `en mars 2020`, `en 2020`. */
export function onFrenchDate(date: string): string {
  return `${date.length === 10 ? 'le' : 'en'} ${frenchDate(date)}`;
}

/** A UTC instant as the clock of a place shows it: `24 novembre 2026 à 9 h 05`. */
export function frenchInstant(instant: string, timeZone: string): string {
  return frenchClock(wallClock(new Date(instant), timeZone));
}

/** A clock time of a place, `2026-11-24 09:05`, in words: `24 novembre 2026 à 9 h 05`. */
export function frenchClock(clock: string): string {
  const [day = '', time = ''] = clock.split(' ');
  const [hour, minute] = time.split(':');
  return `${frenchDate(day)} à${hardSpace}${Number(hour)}${hardSpace}h${hardSpace}${minute}`;
}

/** The calendar day of a UTC instant in a place: what `<time datetime>` and « édition du … » need. */
export function dayIn(instant: string, timeZone: string): string {
  return wallClock(new Date(instant), timeZone).slice(0, 10);
}

/** The UTC instant at which a calendar day begins in a place. */
export function startOfDayIn(day: string, timeZone: string): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const ahead = Date.parse(`${format.format(midnight).replace(' ', 'T')}Z`) - midnight.getTime();
  return new Date(midnight.getTime() - ahead).toISOString();
}
