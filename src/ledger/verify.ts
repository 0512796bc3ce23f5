import { canonicalJson, editionHash, genesisHash, sha256 } from './hash.ts';
import { type Edition, entryAddress, type StoredEntry } from './payloads.ts';

/** Every way in which a chain can fail to hold; their words are in fault-labels.ts. */
export type FaultKind =
  | 'edition_missing'
  | 'does_not_follow'
  | 'empty'
  | 'entry_missing'
  | 'payload_changed'
  | 'payload_not_canonical'
  | 'payload_gone'
  | 'contents_changed'
  | 'pin_missing'
  | 'pin_differs';

/** What is wrong, in which edition, and with which of its entries when that is known. */
export interface ChainFault {
  edition: number;
  kind: FaultKind;
  entry: { address: string; kind: string; subject: string } | null;
}

export interface ChainReport {
  editions: number;
  entries: number;
  redacted: number;
  /** The newest edition's hash: the fingerprint to compare with one found elsewhere. */
  fingerprint: string;
  /** Empty when the chain holds; else oldest edition first. */
  faults: ChainFault[];
}

/** What someone noted elsewhere, earlier: this edition had this hash, or one that begins so. The only proof against a chain rewritten to its end. */
export interface Pin {
  edition: number;
  hash: string;
}

/** Recomputes every hash of one campaign's chain, oldest first, and reports each edition that does not hold. */
export function verifyChain(
  editions: readonly Edition[],
  entries: readonly StoredEntry[],
  pins: readonly Pin[] = [],
): ChainReport {
  const byEdition = Map.groupBy(entries, (entry) => entry.edition);
  const redacted = new Set(entries.filter(({ kind }) => kind === 'redaction').map(({ subject }) => subject));
  const faults = editions.flatMap((edition, index) => {
    const own = byEdition.get(edition.number) ?? [];
    return [...placeFaults(edition, editions[index - 1]), ...contentFaults(edition, own, redacted)];
  });
  return {
    editions: editions.length,
    entries: entries.length,
    redacted: entries.filter((entry) => entry.payload === null).length,
    fingerprint: editions.at(-1)?.hash ?? genesisHash,
    faults: [...faults, ...pins.flatMap((pin) => pinFaults(editions, pin))].sort((a, b) => a.edition - b.edition),
  };
}

/** Each missing number is named once, at the place where the chain jumps over it. */
function placeFaults(edition: Edition, before: Edition | undefined): ChainFault[] {
  const expected = (before?.number ?? 0) + 1;
  const missing = Array.from({ length: Math.max(0, edition.number - expected) }, (_, index) => expected + index);
  const follows = edition.previousHash === (before?.hash ?? genesisHash);
  return [
    ...missing.map((number) => fault(number, 'edition_missing')),
    ...(follows ? [] : [fault(edition.number, 'does_not_follow')]),
  ];
}

function contentFaults(edition: Edition, entries: readonly StoredEntry[], redacted: ReadonlySet<string>): ChainFault[] {
  const faults: ChainFault[] = entries.length === 0 ? [fault(edition.number, 'empty')] : [];
  if (entries.some((entry, index) => entry.ordinal !== index + 1)) faults.push(fault(edition.number, 'entry_missing'));
  for (const entry of entries) {
    const kind = payloadFault(entry, redacted);
    if (kind) faults.push({ ...fault(edition.number, kind), entry: { address: entryAddress(entry), ...pick(entry) } });
  }
  if (editionHash(edition, entries) !== edition.hash) faults.push(fault(edition.number, 'contents_changed'));
  return faults;
}

function payloadFault(entry: StoredEntry, redacted: ReadonlySet<string>): FaultKind | null {
  if (entry.payload === null) return redacted.has(entryAddress(entry)) ? null : 'payload_gone';
  if (sha256(entry.payload) !== entry.payloadHash) return 'payload_changed';
  return isCanonical(entry.payload) ? null : 'payload_not_canonical';
}

function isCanonical(payload: string): boolean {
  try {
    return canonicalJson(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}

function pinFaults(editions: readonly Edition[], pin: Pin): ChainFault[] {
  const edition = editions.find(({ number }) => number === pin.edition);
  if (!edition) return [fault(pin.edition, 'pin_missing')];
  return edition.hash.startsWith(pin.hash) ? [] : [fault(pin.edition, 'pin_differs')];
}

const fault = (edition: number, kind: FaultKind): ChainFault => ({ edition, kind, entry: null });
const pick = ({ kind, subject }: StoredEntry) => ({ kind, subject });
