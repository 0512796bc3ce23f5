import type { Counts } from './counts.ts';

/** What stands for words where the database must hold some; the triggers of migration 0082 know it too. */
export const erasedMark = '[effacé]';

/** The kinds of published entries that an order can name: those that say something of somebody. One more is one more `Reach` (see README). */
export type ErasableKind = 'position' | 'assessment' | 'reply';

/** A published entry, by the two names that make it the only one. */
export interface ErasableEntry {
  kind: ErasableKind;
  subject: string;
}

/** `replaced`: the older versions alone; what is public today stays. */
export const scopes = ['all', 'replaced'] as const;
export type Scope = (typeof scopes)[number];

/** One version of the entry that can still be read. */
export interface ReadableVersion {
  address: string;
  edition: number;
  /** What of it makes the desk's own copy known, whatever its cell is called today. */
  words: string;
  /** The documents that it names. */
  documents: readonly string[];
}

/** An entry that an order is about. */
export interface Target extends ErasableEntry {
  campaignId: number;
  slug: string;
  scope: Scope;
  /** Those of its scope that can still be read. */
  versions: readonly ReadableVersion[];
  /** The editions of every version of its scope, those that were redacted before too. */
  editions: readonly number[];
}

/** A draft about the same thing: it may hold the same words, or say something else. A person decides. */
export interface FoundDraft {
  id: number;
  discarded: boolean;
  authorId: number;
  updatedAt: string;
  summary: string;
}

/** What the desk still keeps of an entry, and the way to empty it. */
export interface Found {
  /** If every draft went too; documents are counted apart, since others may name them. */
  counts: Partial<Counts>;
  drafts: readonly FoundDraft[];
  /** The documents that it names, and which rows name them. */
  documents: readonly NamedDocument[];
  /** Changes whenever any of it does. */
  state: readonly unknown[];
  /** Empties it, and the drafts that were chosen; says how much went, and which documents it named. */
  erase(at: string, drafts: ReadonlySet<number>): { counts: Partial<Counts>; documents: readonly string[] };
}

export interface NamedDocument {
  sha256: string;
  /** How many rows of what goes name it. */
  times: number;
}

/** How far an order reaches into the desk for one kind of published entry. */
export interface Reach {
  find(target: Target): Found;
}

/** Each document once, with how many of these rows name it. */
export function namedIn(sources: readonly { sha256: string | null }[]): NamedDocument[] {
  const named = Map.groupBy(
    sources.flatMap(({ sha256 }) => sha256 ?? []),
    (sha256) => sha256,
  );
  return [...named].map(([sha256, rows]) => ({ sha256, times: rows.length }));
}
