import type { Edition } from '../ledger/payloads.ts';

/** A moment as someone names it: by the clock of the town (to the second, as text), or by a UTC instant in milliseconds. */
export type Moment = { wall: string } | { instant: number };

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads `2020-03-12T18:00`, by the clock of the town unless it gives an offset; a date alone is the end of that day. Null when it is
 * no moment of the calendar.
 */
export function readMoment(typed: string): Moment | null {
  const [, day = '', hour, minute = '00', second = '00', offset] = shape.exec(typed.trim()) ?? [];
  if (!isTime(`${day}T${hour ?? '23'}:${minute}:${second}Z`)) return null;
  if (hour === undefined) return { wall: `${day} 23:59:59` };
  if (offset === undefined) return { wall: `${day} ${hour}:${minute}:${second}` };
  const instant = Date.parse(`${day}T${hour}:${minute}:${second}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(instant) ? null : { instant };
}

/** The edition that stood at a moment: the last one published by then. Null before the first. */
export function editionAt(editions: readonly Edition[], moment: Moment, timeZone: string): Edition | null {
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23', timeZone });
  // Times of one place compare as text: no offset and no change of hour is ever computed.
  const isPast = ({ publishedAt }: Edition) =>
    'wall' in moment ? clock.format(new Date(publishedAt)) <= moment.wall : Date.parse(publishedAt) <= moment.instant;
  return editions.findLast(isPast) ?? null;
}

/** The calendar must know it: 30 February would else become 1 March. */
function isTime(iso: string): boolean {
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso.slice(0, 19));
}
