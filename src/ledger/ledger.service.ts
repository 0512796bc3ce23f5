import type { Database } from '../db/open.ts';
import { canonicalJson, editionHash, genesisHash, sha256 } from './hash.ts';
import { ledgerRepository } from './ledger.repository.ts';
import { type Edition, entryAddress, type NewEntry, payloadSchemas } from './payloads.ts';
import { type ChainReport, type Pin, verifyChain } from './verify.ts';

export type Ledger = ReturnType<typeof openLedger>;

/** The ledger for whoever only reads it: what the desk publishes passes by src/campaigns/publishing.service.ts. */
export type LedgerReader = Omit<Ledger, 'publish' | 'redact' | 'insertEdition' | 'erasePayload'>;

/** Raised when an edition would hold nothing, or a redaction names no entry or gives no reason. */
export class LedgerRefusal extends Error {}

/** Kinds that hold the ledger together and no one's words: were a withdrawal emptied, what it took away would come back. */
const structural: ReadonlySet<string> = new Set(['campaign', 'withdrawal', 'redaction']);

/** The append-only chain of editions of every campaign in one database. */
export function openLedger(database: Database) {
  const repository = ledgerRepository(database);
  /** Takes the write lock at once, so that two writers never read the same newest edition; a savepoint when it stands inside another. */
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();

  /**
   * Appends one edition. `alongside` runs in the same transaction, with the new edition's number: the desk's change and the
   * public one happen together or not at all. `publishedAt` is a UTC instant in ISO 8601.
   */
  function publish(
    campaign: string,
    entries: readonly NewEntry[],
    { publishedAt, note = '' }: { publishedAt: string; note?: string },
    alongside: (number: number) => void = () => {},
  ): Edition {
    if (entries.length === 0) throw new LedgerRefusal('an edition needs at least one entry');
    const rows = entries.map((entry, index) => {
      const payload = canonicalJson(payloadSchemas[entry.kind].parse(entry.payload));
      return {
        ordinal: index + 1,
        kind: entry.kind,
        subject: entry.subject,
        payload,
        payloadHash: sha256(payload),
        corrects: entry.corrects ?? null,
        reason: entry.reason ?? null,
      };
    });
    return inTransaction(() => {
      const last = repository.listEditions(campaign).at(-1);
      const header = { campaign, number: (last?.number ?? 0) + 1, publishedAt, note, previousHash: last?.hash ?? genesisHash };
      const edition = { ...header, hash: editionHash(header, rows) };
      repository.insertEdition(edition, rows);
      alongside(edition.number);
      return edition;
    });
  }

  /**
   * Empties one entry's payload, as the law may demand, and publishes that it was done: the payload's hash stays, so the chain
   * still verifies, and the gap is shown with its reason.
   */
  function redact(campaign: string, address: string, reason: string, publishedAt: string, note = ''): Edition {
    if (reason.trim() === '') throw new LedgerRefusal('a redaction says why');
    return inTransaction(() => {
      const found = repository
        .listStoredEntries(campaign, repository.newestNumber(campaign))
        .find((entry) => entryAddress(entry) === address);
      if (!found || found.payload === null) throw new LedgerRefusal(`there is no entry ${address} to redact in ${campaign}`);
      if (structural.has(found.kind)) throw new LedgerRefusal(`a ${found.kind} holds nothing to redact`);
      repository.erasePayload(campaign, found.edition, found.ordinal);
      return publish(campaign, [{ kind: 'redaction', subject: address, payload: { address }, corrects: address, reason }], {
        publishedAt,
        note,
      });
    });
  }

  return {
    ...repository,
    publish,
    redact,
    /** Recomputes one campaign's chain from its stored rows. */
    verify: (campaign: string, pins: readonly Pin[] = []): ChainReport =>
      verifyChain(repository.listEditions(campaign), repository.listStoredEntries(campaign, Number.MAX_SAFE_INTEGER), pins),
  };
}
