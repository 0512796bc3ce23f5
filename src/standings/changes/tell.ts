import type { Payload } from '../../ledger/payloads.ts';
import { asFrench, plainOf } from '../../lib/french-parts.ts';
import type { Language } from '../../lib/language.ts';
import { speechIn } from '../../lib/speech.ts';
import { labels } from '../../positions/labels.ts';
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
  /** The same, in which what people wrote is marked (`partsOf` reads it). */
  markedHeading: string;
  /** The path below the campaign of the page where it can be read. */
  path: string;
  edition: number;
  /** What is said now, in short: the stance, what came of our asking, the judgement and whose it is. Empty for what has none. */
  outcome: string;
  markedOutcome: string;
  reason: string;
  fields: FieldChange[];
}

export interface FieldChange {
  name: string;
  label: string;
  before: string;
  after: string;
}

/** `state` is that of after the change: names are as they stand there. */
export function tellChange(state: PublicState, language: Language, change: Change): ToldChange {
  const words = changeWords[language];
  const { what, kind, edition, reason } = change;
  const title = titleOf(state, language, change);
  const markedHeading = speechIn(language).text(words.heading(words.what[what], words.kind(kind), title));
  const markedOutcome = speechIn(language).text(outcomeOf(language, change));
  return {
    what,
    heading: plainOf(markedHeading),
    markedHeading,
    path: placeOf(state, change).path,
    edition,
    outcome: plainOf(markedOutcome),
    markedOutcome,
    reason: reason ?? '',
    fields: fieldChanges(state, language, change),
  };
}

function outcomeOf(language: Language, { what, after }: Change): string {
  if (after === null || what === 'redacted' || what === 'withdrawn') return '';
  const { stance, contact } = labels[language];
  if ('stance' in after) return stance[after.stance];
  if ('verdict' in after) return judgementOf(language, after);
  return 'asked' in after ? contact[after.status] : '';
}

/** A judgement belongs to whoever makes it, and is never told without them; of a fact that nobody judges, what happened is. */
function judgementOf(language: Language, { verdict, accordingTo, happenedOn, fact }: Payload<'assessment'>): string {
  const { fact: told, judged } = changeWords[language];
  const when = speechIn(language).date(happenedOn);
  if (verdict === 'not_rated') return told(when, asFrench(fact));
  return judged(labels[language].verdict[verdict], accordingTo === null ? '' : asFrench(accordingTo), when);
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
  const named = new Map([...old, ...now].filter(({ name }) => !ties.has(name)).map(({ name, label }) => [name, label]));
  const text = (among: Field[], name: string) => among.find((field) => field.name === name)?.text ?? '';
  return [...named]
    .map(([name, label]) => ({ name, label, before: text(old, name), after: text(now, name) }))
    .filter((field) => field.before !== field.after);
}

/** What only ties an entry to others: its heading says it already. */
const ties: ReadonlySet<string> = new Set([
  'movement',
  'demand',
  'list',
  'slug',
  'key',
  'position',
  'assessment',
  'child',
  'parent',
  'code',
]);

/** What the change is of; what people wrote is marked. */
function titleOf(state: PublicState, language: Language, change: Change): string {
  const words = changeWords[language];
  const { kind, subject } = change;
  const { movement = '', demand, list } = placeOf(state, change);
  if (kind === 'letter') return words.letter;
  if (kind === 'campaign') return words.campaign;
  if (kind === 'lineage')
    return subject
      .split('<')
      .map((key) => asFrench(listName(state, key)))
      .join(' ← ');
  if (kind === 'list') return asFrench(listName(state, subject));
  if (kind === 'demand') return asFrench(demandOf(state, subject)?.shortTitle ?? subject);
  if (demand !== undefined) {
    const asked = demandOf(state, demand);
    const cell = words.cell(asFrench(movementName(state, movement)), asked?.number ?? 0, asFrench(asked?.shortTitle ?? demand));
    return list === undefined ? cell : words.ofList(cell, asFrench(listName(state, list)));
  }
  if (movement !== '') return asFrench(movementName(state, movement));
  const named = change.after ?? change.before;
  return asFrench(named && 'name' in named ? named.name : subject);
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
