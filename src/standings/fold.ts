import {
  type Edition,
  type EntryKind,
  entryAddress,
  type LedgerEntry,
  type Payload,
  payloadSchemas,
} from '../ledger/payloads.ts';

/** One version of a subject, as an edition gave it. `payload` is null once it has been redacted. */
export interface Version<K extends EntryKind = EntryKind> {
  address: string;
  edition: number;
  publishedAt: string;
  corrects: string | null;
  reason: string | null;
  payload: Payload<K> | null;
}

/** Everything ever published about one subject, oldest first; `current` is null once withdrawn or redacted. */
export interface Standing<K extends EntryKind = EntryKind> {
  subject: string;
  current: Payload<K> | null;
  versions: Version<K>[];
  /** Why there is nothing to show, when there is not. */
  gap: { kind: 'withdrawn' | 'redacted'; reason: string; edition: number } | null;
}

type Shelf = { [K in EntryKind]: Map<string, Standing<K>> };

/** The public state of one campaign after one edition. Nothing else may feed a public page. */
export interface PublicState {
  edition: Edition;
  editions: readonly Edition[];
  campaign: Payload<'campaign'>;
  of<K extends EntryKind>(kind: K): ReadonlyMap<string, Standing<K>>;
  /** The current payloads of one kind, in the order in which their subjects first appeared. */
  current<K extends EntryKind>(kind: K): Payload<K>[];
}

/** Raised when a chain holds no edition, or no campaign entry. */
export class NothingPublished extends Error {}

/**
 * Folds the entries of editions 1..n into the public state as of edition n. Pure: the same prefix gives the same state.
 * `editions` and `entries` come from one campaign, oldest first.
 */
export function fold(editions: readonly Edition[], entries: readonly LedgerEntry[]): PublicState {
  const edition = editions.at(-1);
  if (!edition) throw new NothingPublished('no edition');
  const publishedAt = new Map(editions.map(({ number, publishedAt }) => [number, publishedAt]));
  const shelf = emptyShelf();
  for (const entry of entries) {
    const at = publishedAt.get(entry.edition);
    if (at !== undefined) place(shelf, entry, at);
  }
  const current = <K extends EntryKind>(kind: K) =>
    [...shelf[kind].values()].map((standing) => standing.current).filter((payload) => payload !== null);
  const campaign = current('campaign').at(-1);
  if (!campaign) throw new NothingPublished('no campaign entry');
  return { edition, editions, campaign, of: (kind) => shelf[kind], current };
}

function place(shelf: Shelf, entry: LedgerEntry, publishedAt: string): void {
  if (entry.kind === 'withdrawal') withdraw(shelf, entry);
  else if (entry.kind === 'redaction') redact(shelf, entry);
  else addVersion(shelf, entry.kind, entry, publishedAt);
}

function addVersion<K extends EntryKind>(shelf: Shelf, kind: K, entry: LedgerEntry, publishedAt: string): void {
  const shelfOfKind: Map<string, Standing<K>> = shelf[kind];
  const standing = shelfOfKind.get(entry.subject) ?? { subject: entry.subject, current: null, versions: [], gap: null };
  const payload = entry.payload === null ? null : readPayload(kind, entry.payload);
  standing.versions.push({
    address: entryAddress(entry),
    edition: entry.edition,
    publishedAt,
    corrects: entry.corrects,
    reason: entry.reason,
    payload,
  });
  standing.current = payload;
  standing.gap = payload === null ? { kind: 'redacted', reason: '', edition: entry.edition } : null;
  shelfOfKind.set(entry.subject, standing);
}

function withdraw(shelf: Shelf, entry: LedgerEntry): void {
  if (entry.payload === null) return;
  const { kind, subject } = payloadSchemas.withdrawal.parse(JSON.parse(entry.payload));
  if (!isKind(kind)) return;
  const standing = shelf[kind].get(subject);
  if (!standing) return;
  standing.current = null;
  standing.gap = { kind: 'withdrawn', reason: entry.reason ?? '', edition: entry.edition };
}

function redact(shelf: Shelf, entry: LedgerEntry): void {
  for (const kind of Object.values(shelf)) {
    for (const standing of kind.values()) {
      const last = standing.versions.at(-1);
      if (last?.address === entry.subject && last.payload === null) {
        standing.gap = { kind: 'redacted', reason: entry.reason ?? '', edition: entry.edition };
      }
    }
  }
}

type PayloadReaders = { [K in EntryKind]: { parse(value: unknown): Payload<K> } };
const readers: PayloadReaders = payloadSchemas;

/** Reads a stored payload back into its type; throws (zod) when a ledger holds what its schema does not know. */
function readPayload<K extends EntryKind>(kind: K, text: string): Payload<K> {
  return readers[kind].parse(JSON.parse(text));
}

function isKind(text: string): text is EntryKind {
  return Object.hasOwn(payloadSchemas, text);
}

function emptyShelf(): Shelf {
  return {
    campaign: new Map(),
    letter: new Map(),
    signatory: new Map(),
    demand: new Map(),
    race: new Map(),
    movement: new Map(),
    list: new Map(),
    lineage: new Map(),
    contact: new Map(),
    position: new Map(),
    reply: new Map(),
    assessment: new Map(),
    withdrawal: new Map(),
    redaction: new Map(),
  };
}
