const monthNames = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

/**
 * A date as people type it — `12/03/2020`, `12 mars 2020`, `mars 2020`, `2020`, or ISO 8601 — as much of an ISO date as it says.
 * Null when it is none, or no day of the calendar.
 */
export function readPartialDate(typed: string): string | null {
  const text = typed.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return partial(iso[1], iso[2], iso[3]);
  const slashed = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed) return partial(slashed[3], slashed[2], slashed[1]);
  const worded = /^(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})$/.exec(text);
  const month = monthNames.indexOf(worded?.[2] ?? '') + 1;
  return worded && month > 0 ? partial(worded[3], String(month), worded[1]) : null;
}

function partial(year = '', month?: string, day?: string): string | null {
  const padded = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  const full = `${padded}${month === undefined ? '-01' : ''}${day === undefined ? '-01' : ''}`;
  const time = Date.parse(`${full}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full) ? padded : null;
}
