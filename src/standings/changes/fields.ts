import type { EntryKind, Payload } from '../../ledger/payloads.ts';
import type { Language } from '../../lib/language.ts';
import { speechIn } from '../../lib/speech.ts';
import { labels } from '../../positions/labels.ts';
import type { PublicState } from '../fold.ts';
import { type FieldWords, fieldWords } from './field-words.ts';

/** One thing that a published payload says, in words: what is compared when it changes. */
export interface Field {
  /** The name of the field in the ledger: `stance`, `rules.commits`. */
  name: string;
  label: string;
  text: string;
}

/** What a payload says, field by field, in the order of its schema. What is not known has an empty text. */
export function fieldsOf<K extends EntryKind>(state: PublicState, language: Language, payload: Payload<K>): Field[] {
  const words = fieldWords[language];
  return leaves(payload, '').map(([name, value]) => ({
    name,
    label: labelOf(words, name),
    text: textOf(state, language, name, value),
  }));
}

type Leaf = [name: string, value: unknown];

/** Objects are opened, lists are not: a list of sources or of rounds is one thing to compare. */
function leaves(value: unknown, path: string): Leaf[] {
  if (!isRecord(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** A field that this code does not know keeps the name it has in the ledger: nothing that changed is left out. */
function labelOf({ labels: known }: FieldWords, name: string): string {
  return known[name] ?? known[name.split('.').at(-1) ?? ''] ?? name;
}

function textOf(state: PublicState, language: Language, name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => itemText(language, item)).join('\n');
  const code = String(value);
  const words = fieldWords[language];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return name === 'panel' || name === 'number' ? code : speechIn(language).number(value);
  if (isDay(name, code)) return speechIn(language).date(code);
  if (isInstant(name, code)) return speechIn(language).instant(code, state.campaign.timeZone);
  return codes(state, language, name)[code] ?? code;
}

/** The codes of the vocabulary in words, and the slugs of movements, lists and demands by their names. */
function codes(state: PublicState, language: Language, name: string): Record<string, string> {
  const { stance, basis, lifecycle, contact, verdict } = labels[language];
  const { kinds } = fieldWords[language];
  const known: Record<string, Record<string, string>> = {
    stance,
    basis,
    lifecycle,
    status: contact,
    verdict,
    kind: kinds,
  };
  if (known[name]) return known[name];
  if (name === 'movement') return names(state, 'movement', (each) => each.name);
  if (name === 'demand') return names(state, 'demand', (each) => each.shortTitle);
  if (['list', 'child', 'parent'].includes(name)) return names(state, 'list', (each) => each.label);
  return name === 'race' ? names(state, 'race', (each) => each.name) : {};
}

function names<K extends EntryKind>(state: PublicState, kind: K, name: (payload: Payload<K>) => string) {
  const found = [...state.of(kind)].flatMap(([subject, { current }]) => (current ? [[subject, name(current)] as const] : []));
  return Object.fromEntries(found);
}

/** One item of a list on one line: a source, a round, an arrondissement, a time we asked. */
function itemText(language: Language, item: unknown): string {
  if (!isRecord(item)) return String(item);
  const channels: Record<string, string | undefined> = labels[language].channel;
  const say = speechIn(language);
  return Object.entries(item)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => {
      const code = String(value);
      if (key === 'channel') return (channels[code] ?? code).toLocaleLowerCase(language);
      if (isDay(key, code)) return say.date(code);
      if (typeof value === 'number') return `${fieldWords[language].labels[key] ?? key} ${say.number(value)}`;
      return code;
    })
    .join(', ');
}

function isDay(name: string, text: string): boolean {
  return /On$|^on$/.test(name.split('.').at(-1) ?? '') && /^\d{4}(-\d{2}){0,2}$/.test(text);
}

function isInstant(name: string, text: string): boolean {
  return name.endsWith('At') && /^\d{4}-\d{2}-\d{2}T/.test(text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
