import type { LedgerReader } from '../../ledger/ledger.service.ts';
import type { Edition, StoredEntry } from '../../ledger/payloads.ts';

/** The name of the file's form, and its version. */
const registerFormat = 'parole-tenue/registre/1';

/**
 * The register of a campaign, editions 1 to `upTo`, as JSON that any tool reads: what is hashed, and the hashes. Payloads are values,
 * not text: RFC 8785 gives each of them one spelling, so whoever checks writes it again. One line an entry, written as it is read.
 */
export function* registerPieces(ledger: LedgerReader, campaign: string, upTo: number): Iterable<string> {
  const editions = ledger.listEditions(campaign).slice(0, upTo);
  const entries = Map.groupBy(ledger.listStoredEntries(campaign, upTo), ({ edition }) => edition);
  yield `{"format":${JSON.stringify(registerFormat)},"campaign":${JSON.stringify(campaign)},"editions":[`;
  for (const [index, edition] of editions.entries()) {
    yield `${index === 0 ? '' : ','}\n${headerOf(edition)},"entries":[`;
    yield (entries.get(edition.number) ?? []).map((entry) => `\n ${entryText(entry)}`).join(',');
    yield '\n]}';
  }
  yield '\n]}\n';
}

function headerOf({ number, publishedAt, note, previousHash, hash }: Edition): string {
  return JSON.stringify({ number, publishedAt, note, previousHash, hash }).slice(0, -1);
}

/** The payload goes in as it is stored: it is canonical JSON already. */
function entryText({ ordinal, kind, subject, payload, payloadHash, corrects, reason }: StoredEntry): string {
  const known = JSON.stringify({ ordinal, kind, subject, payloadHash, corrects, reason });
  return `${known.slice(0, -1)},"payload":${payload ?? 'null'}}`;
}
