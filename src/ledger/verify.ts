import { canonicalJson, editionHash, genesisHash, sha256 } from './hash.ts';
import { type Edition, entryAddress, type LedgerEntry } from './payloads.ts';

/** What is wrong with a chain, and where it starts. */
export interface ChainFault {
  edition: number;
  problem: string;
}

export interface ChainReport {
  editions: number;
  entries: number;
  redacted: number;
  /** The newest edition's hash: the fingerprint to compare with one found elsewhere. */
  fingerprint: string;
  faults: ChainFault[];
}

/** Recomputes every hash of one campaign's chain, oldest first, and reports each edition that does not hold. */
export function verifyChain(editions: readonly Edition[], entries: readonly LedgerEntry[]): ChainReport {
  const byEdition = Map.groupBy(entries, (entry) => entry.edition);
  const redacted = new Set(entries.filter((entry) => entry.kind === 'redaction').map((entry) => entry.subject));
  const faults: ChainFault[] = [];
  let previousHash = genesisHash;
  editions.forEach((edition, index) => {
    const own = byEdition.get(edition.number) ?? [];
    for (const problem of editionProblems(edition, own, { expectedNumber: index + 1, previousHash, redacted })) {
      faults.push({ edition: edition.number, problem });
    }
    previousHash = edition.hash;
  });
  for (const number of byEdition.keys()) {
    if (!editions.some((edition) => edition.number === number))
      faults.push({ edition: number, problem: 'entries without an edition' });
  }
  return {
    editions: editions.length,
    entries: entries.length,
    redacted: entries.filter((entry) => entry.payload === null).length,
    fingerprint: previousHash,
    faults,
  };
}

interface Expected {
  expectedNumber: number;
  previousHash: string;
  redacted: ReadonlySet<string>;
}

function editionProblems(edition: Edition, entries: readonly LedgerEntry[], expected: Expected): string[] {
  const problems: string[] = [];
  if (edition.number !== expected.expectedNumber) problems.push(`edition ${expected.expectedNumber} is missing`);
  if (edition.previousHash !== expected.previousHash)
    problems.push('it does not follow the edition before it (previous hash differs)');
  if (entries.length === 0) problems.push('it holds no entry');
  for (const entry of entries) {
    const problem = entryProblem(entry, expected.redacted);
    if (problem) problems.push(`entry ${entryAddress(entry)} (${entry.kind} ${entry.subject}): ${problem}`);
  }
  if (editionHash(edition, entries) !== edition.hash) problems.push('its hash is not the hash of what it holds');
  return problems;
}

function entryProblem(entry: LedgerEntry, redacted: ReadonlySet<string>): string | null {
  if (entry.payload === null) return redacted.has(entryAddress(entry)) ? null : 'its payload is gone and no redaction says why';
  if (sha256(entry.payload) !== entry.payloadHash) return 'its payload was changed';
  return isCanonical(entry.payload) ? null : 'its payload is not canonical JSON (RFC 8785)';
}

function isCanonical(payload: string): boolean {
  try {
    return canonicalJson(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}
