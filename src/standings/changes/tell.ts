import { diffWordsWithSpace } from 'diff';
import type { Language } from '../../lib/language.ts';
import { speechIn } from '../../lib/speech.ts';
import type { Change } from '../difference.ts';
import type { PublicState } from '../fold.ts';
import { changeWords } from './change-words.ts';
import { type Field, fieldsOf } from './fields.ts';
import { placeOf } from './place.ts';

/** One change as a person reads it. */
export interface ToldChange {
  what: Change['what'];
  /** `Modification, position : Aube nouvelle, demande 2 (…)`. */
  heading: string;
  /** The path below the campaign of the page where it can be read. */
  path: string;
  edition: number;
  reason: string;
  fields: FieldChange[];
}

export interface FieldChange {
  name: string;
  label: string;
  before: string;
  after: string;
}

/** A stretch of text in a comparison. */
export interface Piece {
  text: string;
  mark: 'same' | 'added' | 'removed';
}

/** `state` is that of after the change: names are as they stand there. */
export function tellChange(state: PublicState, language: Language, change: Change): ToldChange {
  const words = changeWords[language];
  const { what, kind, edition, reason } = change;
  return {
    what,
    heading: speechIn(language).text(words.heading(words.what[what], words.kind(kind), titleOf(state, language, change))),
    path: placeOf(state, change).path,
    edition,
    reason: reason ?? '',
    fields: fieldChanges(state, language, change),
  };
}

/** `3 positions ajoutées, 1 liste modifiée`; what nothing changed says so. */
export function summarise(language: Language, changes: readonly Change[]): string {
  const words = changeWords[language];
  if (changes.length === 0) return words.nothing;
  const groups = Map.groupBy(changes, ({ kind, what }) => `${kind} ${what}`);
  const told = [...groups.values()].flatMap((group) => {
    const first = group[0];
    return first ? [words.tally(group.length, first.kind, first.what)] : [];
  });
  return `${speechIn(language).enumerated(told)}.`;
}

/** Every field whose words differ, each with what it said before and after. A redaction tells nothing of what is gone. */
export function fieldChanges(state: PublicState, language: Language, { what, before, after }: Change): FieldChange[] {
  if (what === 'redacted') return [];
  const fields = (payload: Change['before']): Field[] => (payload ? fieldsOf(state, language, payload) : []);
  const [old, now] = [fields(before), fields(what === 'withdrawn' ? null : after)];
  const named = new Map([...old, ...now].map(({ name, label }) => [name, label]));
  const text = (among: Field[], name: string) => among.find((field) => field.name === name)?.text ?? '';
  return [...named]
    .map(([name, label]) => ({ name, label, before: text(old, name), after: text(now, name) }))
    .filter((field) => field.before !== field.after);
}

/** The two texts word by word; when there is only one, it is whole. */
export function compareWords(before: string, after: string): Piece[] {
  if (before === '') return [{ text: after, mark: 'added' }];
  if (after === '') return [{ text: before, mark: 'removed' }];
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    mark: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function titleOf(state: PublicState, language: Language, change: Change): string {
  const words = changeWords[language];
  const { kind, subject } = change;
  const { movement = '', demand, list } = placeOf(state, change);
  if (kind === 'letter') return words.letter;
  if (kind === 'campaign') return words.campaign;
  if (kind === 'lineage')
    return subject
      .split('<')
      .map((key) => listName(state, key))
      .join(' ← ');
  if (kind === 'list') return listName(state, subject);
  if (kind === 'demand') return demandOf(state, subject)?.shortTitle ?? subject;
  if (demand !== undefined) {
    const asked = demandOf(state, demand);
    const cell = words.cell(movementName(state, movement), asked?.number ?? 0, asked?.shortTitle ?? demand);
    return list === undefined ? cell : words.ofList(cell, listName(state, list));
  }
  if (movement !== '') return movementName(state, movement);
  const named = change.after ?? change.before;
  return named && 'name' in named ? named.name : subject;
}

const lastOf = <T>(versions: readonly { payload: T | null }[] | undefined) =>
  versions?.findLast(({ payload }) => payload !== null)?.payload ?? null;

function movementName(state: PublicState, slug: string): string {
  return lastOf(state.of('movement').get(slug)?.versions)?.name ?? slug;
}

function listName(state: PublicState, key: string): string {
  return lastOf(state.of('list').get(key)?.versions)?.label ?? key;
}

function demandOf(state: PublicState, slug: string) {
  return lastOf(state.of('demand').get(slug)?.versions);
}
