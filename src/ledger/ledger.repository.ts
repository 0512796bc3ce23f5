import { and, asc, eq, gt, lte, max, or, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { keptBriefly, noteGrowth } from './ledger.memory.ts';
import { edition, entry } from './ledger.table.ts';
import { type Edition, type EntryKind, type LedgerEntry, payloadSchemas, type StoredEntry } from './payloads.ts';

/** The ledger's SQL. Rows only ever come in; one column of one row may be emptied, by redaction. */
export type LedgerRepository = ReturnType<typeof ledgerRepository>;

export function ledgerRepository({ sql: connection, orm }: Database) {
  const newest = orm
    .select({ number: max(edition.number) })
    .from(edition)
    .where(eq(edition.campaign, sql.placeholder('campaign')))
    .prepare();
  const editions = orm
    .select(editionColumns)
    .from(edition)
    .where(eq(edition.campaign, sql.placeholder('campaign')))
    .orderBy(asc(edition.number))
    .prepare();
  const entries = orm
    .select(entryColumns)
    .from(entry)
    .innerJoin(edition, eq(edition.id, entry.editionId))
    .where(and(eq(edition.campaign, sql.placeholder('campaign')), lte(edition.number, sql.placeholder('upTo'))))
    .orderBy(asc(edition.number), asc(entry.ordinal))
    .prepare();
  const newestOfAll = orm
    .select({ id: max(edition.id) })
    .from(edition)
    .prepare();
  const since = and(gt(edition.id, sql.placeholder('after')), lte(edition.id, sql.placeholder('upTo')));
  const news = orm.select(editionColumns).from(edition).where(since).orderBy(asc(edition.id)).prepare();
  const told = orm
    .select({ campaign: edition.campaign, kind: entry.kind, payload: entry.payload })
    .from(edition)
    .innerJoin(entry, eq(edition.id, entry.editionId))
    .where(and(since, or(eq(entry.kind, 'campaign'), sql`instr(${entry.payload}, '"sha256":"') > 0`)))
    .orderBy(asc(edition.id), asc(entry.ordinal))
    .prepare();
  const naming = orm
    .select({ campaign: edition.campaign, edition: edition.number, ordinal: entry.ordinal })
    .from(entry)
    .innerJoin(edition, eq(edition.id, entry.editionId))
    .where(sql`instr(${entry.payload}, ${sql.placeholder('text')}) > 0`)
    .prepare();
  const campaigns = orm.selectDistinct({ campaign: edition.campaign }).from(edition).orderBy(asc(edition.campaign)).prepare();

  const clock = () => performance.now();
  const newestNumber = keptBriefly(connection, (campaign) => newest.get({ campaign })?.number ?? 0, clock);
  const listCampaigns = keptBriefly(connection, () => campaigns.all().map((row) => row.campaign), clock);
  const newestPlace = keptBriefly(connection, () => newestOfAll.get()?.id ?? 0, clock);
  const listStoredEntries = (campaign: string, upTo: number): StoredEntry[] => entries.all({ campaign, upTo });

  return {
    /** The number of the newest edition, 0 when nothing was ever published. */
    newestNumber,
    /** Slugs of every campaign that has published. */
    listCampaigns: (): readonly string[] => listCampaigns(''),
    /**
     * The place of the newest edition among those of every campaign, 0 when there is none. It grows with each publication and each
     * redaction: while it is the same, nothing public has changed.
     */
    newestPlace: (): number => newestPlace(''),
    /** The editions of every campaign from after one place up to another, oldest first. */
    listEditionsBetween: (after: number, upTo: number): Edition[] => news.all({ after, upTo }),
    /** Of these editions, the entries that say what a campaign is, or that name a document. */
    listTellingEntries: (after: number, upTo: number): { campaign: string; kind: string; payload: string | null }[] =>
      told.all({ after, upTo }),
    /** Whether a transaction is under way: what is read then may yet be undone, and is not to be kept. */
    isUndecided: (): boolean => connection.inTransaction,
    listEditions: (campaign: string): Edition[] => editions.all({ campaign }),
    /** Every entry of editions 1 to `upTo`, oldest first. */
    listEntries: (campaign: string, upTo: number): LedgerEntry[] =>
      listStoredEntries(campaign, upTo).map((row) => ({ ...row, kind: toKind(row.kind) })),
    /** The same rows untouched, for whoever checks them. */
    listStoredEntries,
    /** The entries of every campaign that can still be read and hold these very signs: the hash of a document, for example. */
    listNaming: (text: string): { campaign: string; edition: number; ordinal: number }[] => naming.all({ text }),
    insertEdition(header: Edition, rows: readonly Omit<LedgerEntry, 'edition'>[]): void {
      const { id } = orm.insert(edition).values(header).returning({ id: edition.id }).get();
      const insert = orm.insert(entry).values(placeholders).prepare();
      for (const row of rows) insert.run({ ...row, editionId: id });
      noteGrowth(connection);
    },
    /** Empties one payload. Returns false when there is no such entry, or when it is empty already. */
    erasePayload(campaign: string, number: number, ordinal: number): boolean {
      const found = orm
        .select({ id: edition.id })
        .from(edition)
        .where(and(eq(edition.campaign, campaign), eq(edition.number, number)))
        .get();
      if (!found) return false;
      const one = and(eq(entry.editionId, found.id), eq(entry.ordinal, ordinal), sql`${entry.payload} IS NOT NULL`);
      return orm.update(entry).set({ payload: null }).where(one).run().changes === 1;
    },
  };
}

const editionColumns = {
  campaign: edition.campaign,
  number: edition.number,
  publishedAt: edition.publishedAt,
  note: edition.note,
  previousHash: edition.previousHash,
  hash: edition.hash,
};

const entryColumns = {
  edition: edition.number,
  ordinal: entry.ordinal,
  kind: entry.kind,
  subject: entry.subject,
  payload: entry.payload,
  payloadHash: entry.payloadHash,
  corrects: entry.corrects,
  reason: entry.reason,
};

const placeholders = {
  editionId: sql.placeholder('editionId'),
  ordinal: sql.placeholder('ordinal'),
  kind: sql.placeholder('kind'),
  subject: sql.placeholder('subject'),
  payload: sql.placeholder('payload'),
  payloadHash: sql.placeholder('payloadHash'),
  corrects: sql.placeholder('corrects'),
  reason: sql.placeholder('reason'),
};

function toKind(text: string): EntryKind {
  if (isKind(text)) return text;
  throw new Error(`the ledger holds an entry of an unknown kind: ${text}`);
}

function isKind(text: string): text is EntryKind {
  return Object.hasOwn(payloadSchemas, text);
}
