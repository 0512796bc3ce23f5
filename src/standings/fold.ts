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
  /** SHA-256 of the payload, as the chain holds it: it stays when the payload is gone. */
  payloadHash: string;
  corrects: string | null;
  reason: string | null;
  payload: Payload<K> | null;
  /** Why the payload is gone, when it is. */
  redaction: Redaction | null;
}

export interface Redaction {
  reason: string;
  edition: number;
}

/** Everything ever published about one subject, oldest first; `current` is null once withdrawn or redacted. */
export interface Standing<K extends EntryKind = EntryKind> {
  subject: string;
  current: Payload<K> | null;
  versions: Version<K>[];
  /** Each time it was taken off, even when it came back since. */
  withdrawals: Redaction[];
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
 * Folds editions 1..n of one campaign, oldest first, into the public state as of edition n. Pure: the same prefix gives the same
 * state. `entries` may go beyond edition n: of what came later, only the reasons of redactions are read, since a redaction empties
 * the past too, and no gap is shown without its reason.
 */
export function fold(editions: readonly Edition[], entries: readonly LedgerEntry[]): PublicState {
  const edition = editions.at(-1);
  if (!edition) throw new NothingPublished('no edition');
  const publishedAt = new Map(editions.map(({ number, publishedAt }) => [number, publishedAt]));
  const redactions = redactionsIn(entries);
  const shelf = emptyShelf();
  for (const entry of entries) {
    const at = publishedAt.get(entry.edition);
    if (at === undefined || entry.kind === 'redaction') continue;
    if (entry.kind === 'withdrawal') withdraw(shelf, entry);
    else addVersion(shelf, entry.kind, entry, at, redactions);
  }
  const current = <K extends EntryKind>(kind: K) =>
    [...shelf[kind].values()].map((standing) => standing.current).filter((payload) => payload !== null);
  const campaign = current('campaign').at(-1);
  if (!campaign) throw new NothingPublished('no campaign entry');
  return { edition, editions, campaign, of: (kind) => shelf[kind], current };
}

function redactionsIn(entries: readonly LedgerEntry[]): ReadonlyMap<string, Redaction> {
  const redactions = entries.filter((entry) => entry.kind === 'redaction');
  return new Map(redactions.map(({ subject, reason, edition }) => [subject, { reason: reason ?? '', edition }]));
}

function addVersion<K extends EntryKind>(
  shelf: Shelf,
  kind: K,
  entry: LedgerEntry,
  publishedAt: string,
  redactions: ReadonlyMap<string, Redaction>,
): void {
  const shelfOfKind: Map<string, Standing<K>> = shelf[kind];
  const standing = shelfOfKind.get(entry.subject) ?? {
    subject: entry.subject,
    current: null,
    versions: [],
    withdrawals: [],
    gap: null,
  };
  const payload = entry.payload === null ? null : readPayload(kind, entry.payload);
  const address = entryAddress(entry);
  const redaction = payload === null ? (redactions.get(address) ?? { reason: '', edition: entry.edition }) : null;
  standing.versions.push({
    address,
    edition: entry.edition,
    publishedAt,
    payloadHash: entry.payloadHash,
    corrects: entry.corrects,
    reason: entry.reason,
    payload,
    redaction,
  });
  standing.current = payload;
  standing.gap = redaction && { kind: 'redacted', ...redaction };
  shelfOfKind.set(entry.subject, standing);
}

function withdraw(shelf: Shelf, entry: LedgerEntry): void {
  if (entry.payload === null) return;
  const { kind, subject } = payloadSchemas.withdrawal.parse(JSON.parse(entry.payload));
  if (!isKind(kind)) return;
  const standing = shelf[kind].get(subject);
  if (!standing) return;
  standing.current = null;
  const withdrawal = { reason: entry.reason ?? '', edition: entry.edition };
  standing.withdrawals.push(withdrawal);
  standing.gap = { kind: 'withdrawn', ...withdrawal };
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
