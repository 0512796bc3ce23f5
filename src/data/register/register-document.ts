import type { LedgerReader } from '../../ledger/ledger.service.ts';
import { type Edition, entryAddress, type StoredEntry } from '../../ledger/payloads.ts';

/** The name of the file's form, and its version. */
const registerFormat = 'parole-tenue/registre/1';

type Entries = ReadonlyMap<number, readonly StoredEntry[]>;

/**
 * The register of a campaign, editions 1 to `upTo`, as JSON that any tool reads: what is hashed, and the hashes. Payloads are values,
 * not text: RFC 8785 gives each of them one spelling, so whoever checks writes it again. One line an entry, written as it is read.
 *
 * What a later edition redacted is empty here too. `since` then holds that edition and those between, their entries by their hashes
 * alone: the chain goes on to the redaction, and proves that it was announced and why.
 */
export function* registerPieces(ledger: LedgerReader, campaign: string, upTo: number): Iterable<string> {
  const editions = ledger.listEditions(campaign);
  const entries = Map.groupBy(ledger.listStoredEntries(campaign, editions.length), ({ edition }) => edition);
  const since = editions.slice(upTo, lastRedactionOf(entries, upTo));
  yield `{"format":${JSON.stringify(registerFormat)},"campaign":${JSON.stringify(campaign)},"editions":[`;
  yield* editionPieces(editions.slice(0, upTo), entries, entryText);
  if (since.length > 0) {
    yield '\n],"since":[';
    yield* editionPieces(since, entries, sealedText);
  }
  yield '\n]}\n';
}

/** The newest edition that redacts an entry of editions 1 to `upTo`; 0 when there is none. */
function lastRedactionOf(entries: Entries, upTo: number): number {
  const all = [...entries.values()].flat();
  const emptied = new Set(all.filter(({ edition, payload }) => edition <= upTo && payload === null).map(entryAddress));
  const redactions = all.filter(({ kind, subject }) => kind === 'redaction' && emptied.has(subject));
  return redactions.at(-1)?.edition ?? 0;
}

function* editionPieces(editions: readonly Edition[], entries: Entries, text: (entry: StoredEntry) => string): Iterable<string> {
  for (const [index, edition] of editions.entries()) {
    yield `${index === 0 ? '' : ','}\n${headerOf(edition)},"entries":[`;
    yield (entries.get(edition.number) ?? []).map((entry) => `\n ${text(entry)}`).join(',');
    yield '\n]}';
  }
}

function headerOf({ number, publishedAt, note, previousHash, hash }: Edition): string {
  return JSON.stringify({ number, publishedAt, note, previousHash, hash }).slice(0, -1);
}

/** The payload goes in as it is stored: it is canonical JSON already. */
function entryText(entry: StoredEntry): string {
  return `${sealedText(entry).slice(0, -1)},"payload":${entry.payload ?? 'null'}}`;
}

function sealedText({ ordinal, kind, subject, payloadHash, corrects, reason }: StoredEntry): string {
  return JSON.stringify({ ordinal, kind, subject, payloadHash, corrects, reason });
}
