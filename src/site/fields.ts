import type { EntryKind, Payload } from '../ledger/payloads.ts';
import { frenchDate } from '../lib/dates.ts';
import type { Language } from '../lib/language.ts';
import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import { fieldWords } from './words/fields.ts';
import { followUpWords } from './words/follow-up.ts';

/** One thing that an entry says, in words. */
export interface Field {
  key: string;
  term: string;
  text: string;
  /** Ours to say, in the page's language; else what people wrote, in French. */
  ours: boolean;
}

/** What only ties entries together, or says nothing to a reader. */
export const ties: ReadonlySet<string> = new Set([
  'slug',
  'communeCode',
  'fictional',
  'rank',
  'code',
  'kind',
  'sectorNumber',
  'key',
  'race',
  'movement',
  'round',
  'child',
  'parent',
  'list',
  'demand',
  'position',
  'subject',
  'address',
]);

/** Everything an entry says to a reader, in the order of its payload; what it leaves empty is not said. */
export function fieldsOf(payload: Payload<EntryKind> | null, language: Language): Field[] {
  const terms = fieldWords[language];
  return Object.entries(payload ?? {}).flatMap(([key, value]: [string, unknown]) => {
    const term = terms[key];
    if (ties.has(key) || term === undefined) return [];
    const own = ownWord(key, value, language);
    const text = own ?? french(leaves(value).join(' ; '));
    return text === '' ? [] : [{ key, term, text, ours: own !== null }];
  });
}

function ownWord(key: string, value: unknown, language: Language): string | null {
  const { stance, basis, lifecycle, contact } = labels[language];
  const catalogues: Record<string, Record<string, string>> = {
    stance,
    basis,
    lifecycle,
    status: contact,
    verdict: followUpWords[language].verdicts,
  };
  return (typeof value === 'string' && catalogues[key]?.[value]) || null;
}

const calendarDate = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** The texts and numbers inside, in order. A fingerprint is for machines. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [calendarDate.test(value) ? frenchDate(value) : value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'evidence' ? [] : leaves(inner)));
}
