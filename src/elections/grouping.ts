import type { Continuation } from './lineage.ts';
import { words } from './same-words.ts';

/** What grouping looks at in a list. */
export interface GroupedList {
  id: number;
  raceCode: string;
  round: number;
  label: string;
  nuance: string | null;
  headLastName: string | null;
}

/** Lists of several races of one commune that look like one movement. A person confirms it, renames it, or takes lists out. */
export interface ProposedMovement {
  /** The label most of its lists carry, as one of them wrote it. */
  name: string;
  /** Everything that tells one movement from another in its labels, in plain words. */
  key: string;
  listIds: number[];
  /** What a person should look at before saying yes, by kind. */
  doubts: Doubt[];
}

/** `nuances`: the prefecture gave them different ones. `twice`: two lists in one race and round. `near`: labels that only resemble. */
export type Doubt = 'nuances' | 'twice' | 'near';

/** Words that say nothing of who a list is. */
const smallWords = new Set([
  'a',
  'au',
  'aux',
  'd',
  'de',
  'des',
  'du',
  'en',
  'et',
  'l',
  'la',
  'le',
  'les',
  'liste',
  'pour',
  'par',
  'un',
  'une',
]);

/**
 * Proposes the movements of one commune from the labels of its lists. Labels vary within a movement — capitals, spaces, apostrophes, a
 * suffix « avec X » or an arrondissement — so they are compared by what is left of them. Lists are never put together by nuance alone:
 * the prefecture gives it, and two rival movements may share one. A second-round list that continues a first-round one (see lineage.ts)
 * stays with it under any label, as `TOUS UNIS AVEC SAMIA GHALI` does with `MARSEILLE AVANT TOUT`.
 */
export function proposeMovements(lists: readonly GroupedList[], continues: readonly Continuation[] = []): ProposedMovement[] {
  const parents = new Map(continues.map(({ childListId, parentListId }) => [childListId, parentListId]));
  const groups: { key: string; lists: GroupedList[]; near: boolean }[] = [];
  for (const list of lists.toSorted((one, other) => one.round - other.round)) {
    const key = labelKey(list.label);
    const parent = groups.find((group) => group.lists.some(({ id }) => id === parents.get(list.id)));
    const same = parent ?? groups.find((group) => group.key === key);
    const close =
      same ??
      groups.find(
        (group) =>
          (resemble(group.key, key) || oneLetterApart(group.key, key)) &&
          group.lists.some(({ nuance }) => nuance === list.nuance),
      );
    if (!close) groups.push({ key, lists: [list], near: false });
    else {
      close.near ||= close.key !== key;
      close.lists.push(list);
    }
  }
  return groups.map(({ key, lists: members, near }) => ({
    name: commonest(members.map(({ label }) => label.trim().replace(/\s+/g, ' '))),
    key,
    listIds: members.map(({ id }) => id),
    doubts: doubts(members, near),
  }));
}

/** `UNE VOLONTE POUR MARSEILLE AVEC MARTINE VASSAL` and `Une volonté pour Marseille` leave the same words. */
export function labelKey(label: string): string {
  const plain = words(label);
  // Only a suffix: « Avec Stéphane Ravier, retrouvons Marseille ! » begins with its leader's name, and is known by it.
  const [, before = plain] = /^(.+?) avec .+$/.exec(plain) ?? [];
  const left = before.split(' ');
  while (left.length > 1 && arrondissement.test(left.at(-1) ?? '')) left.pop();
  return left.join(' ');
}

/** What says where a list stands and not who it is: `13`, `2eme`, `et`, `arrondissements`. A year is four digits, and stays. */
const arrondissement = /^(?:\d{1,2}(?:er?|eme|nde?)?|et|arrondissements?|secteurs?)$/;

/** Most of the words that count are the same ones: « tous unis » is not « Marseille avant tout ». */
function resemble(one: string, other: string): boolean {
  const [a, b] = [telling(one), telling(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 3 && shared / Math.min(a.size, b.size) >= 0.75;
}

/** A typing slip: one letter more, less or other in a long name, as in `FI7RE ET POPULAIRE`, which a ballot of 2026 did print. */
function oneLetterApart(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')];
  if (Math.min(a.length, b.length) < 12) return false;
  const start = sharedStart(a, b);
  const rests = [a, b].map((text) => reversed(text.slice(start)));
  const [left = '', right = ''] = rests;
  return Math.max(left.length, right.length) - sharedStart(left, right) <= 1;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function telling(key: string): Set<string> {
  return new Set(key.split(' ').filter((word) => !smallWords.has(word)));
}

function doubts(members: readonly GroupedList[], near: boolean): Doubt[] {
  const nuances = new Set(members.flatMap(({ nuance }) => nuance ?? []));
  const ballots = new Set(members.map(({ raceCode, round }) => `${raceCode} ${round}`));
  return [
    ...(nuances.size > 1 ? (['nuances'] as const) : []),
    ...(ballots.size < members.length ? (['twice'] as const) : []),
    ...(near ? (['near'] as const) : []),
  ];
}

function commonest(labels: readonly string[]): string {
  const times = new Map<string, number>();
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
