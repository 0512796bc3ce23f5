import { and, asc, desc, eq, isNull, ne, notExists } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/open.ts';
import { evidence } from '../positions/positions.table.ts';
import { erasedDocument, erasure } from './erasure.table.ts';
import type { ErasableKind } from './kept.ts';

export type ErasureRow = typeof erasure.$inferSelect;

const reference = z.array(z.object({ table: z.string(), column: z.string() }));

/** The SQL of orders that were carried out, and of the documents that go with them. */
export function erasuresRepository({ sql, orm }: Database) {
  return {
    insertErasure: (row: Omit<typeof erasure.$inferInsert, 'id' | 'scrubbedAt'>): void =>
      void orm.insert(erasure).values(row).run(),
    /** About one entry, the oldest first. */
    listErasures: (campaignId: number, kind: ErasableKind, subject: string): ErasureRow[] =>
      orm
        .select()
        .from(erasure)
        .where(and(eq(erasure.campaignId, campaignId), eq(erasure.kind, kind), eq(erasure.subject, subject)))
        .orderBy(asc(erasure.id))
        .all(),
    findNewest: (): ErasureRow | null => orm.select().from(erasure).orderBy(desc(erasure.erasedAt)).limit(1).get() ?? null,
    hasUnscrubbed: (): boolean =>
      orm.select({ id: erasure.id }).from(erasure).where(isNull(erasure.scrubbedAt)).get() !== undefined,
    recordScrubbed: (at: string): void =>
      void orm.update(erasure).set({ scrubbedAt: at }).where(isNull(erasure.scrubbedAt)).run(),

    /**
     * How many rows name a document of a campaign, in whatever table: each column that refers to `evidence` is asked, so that a table that
     * comes later is not forgotten.
     */
    countNaming(campaignId: number, sha256: string): number {
      const id = orm.select({ id: evidence.id }).from(evidence).where(ofCampaign(campaignId, sha256)).get()?.id;
      if (id === undefined) return 0;
      return reference
        .parse(sql.prepare(references).all())
        .map(({ table, column }) =>
          z.number().parse(sql.prepare(`SELECT count(*) FROM "${table}" WHERE "${column}" = ?`).pluck().get(id)),
        )
        .reduce((sum, rows) => sum + rows, 0);
    },
    isKeptElsewhere: (campaignId: number, sha256: string): boolean =>
      orm
        .select({ id: evidence.id })
        .from(evidence)
        .where(and(eq(evidence.sha256, sha256), ne(evidence.campaignId, campaignId)))
        .get() !== undefined,
    isKept: (sha256: string): boolean =>
      orm.select({ id: evidence.id }).from(evidence).where(eq(evidence.sha256, sha256)).get() !== undefined,
    removeEvidence: (campaignId: number, sha256: string): void =>
      void orm.delete(evidence).where(ofCampaign(campaignId, sha256)).run(),
    /** Its file is to go. One that came back since and goes again is to go again. */
    recordErasedDocument: (sha256: string, erasedAt: string): void =>
      void orm
        .insert(erasedDocument)
        .values({ sha256, erasedAt })
        .onConflictDoUpdate({ target: erasedDocument.sha256, set: { erasedAt, removedAt: null } })
        .run(),
    /** Those that nobody has brought again since. */
    listGoneDocuments: (): string[] =>
      orm
        .select({ sha256: erasedDocument.sha256 })
        .from(erasedDocument)
        .where(notExists(orm.select().from(evidence).where(eq(evidence.sha256, erasedDocument.sha256))))
        .all()
        .map(({ sha256 }) => sha256),
    /** Those whose file was not seen to be gone. */
    listToRemove: (): string[] =>
      orm
        .select({ sha256: erasedDocument.sha256 })
        .from(erasedDocument)
        .where(isNull(erasedDocument.removedAt))
        .all()
        .map(({ sha256 }) => sha256),
    recordRemoved: (sha256: string, removedAt: string): void =>
      void orm.update(erasedDocument).set({ removedAt }).where(eq(erasedDocument.sha256, sha256)).run(),
  };
}

const ofCampaign = (campaignId: number, sha256: string) => and(eq(evidence.campaignId, campaignId), eq(evidence.sha256, sha256));

/** Every column that refers to a document. */
const references = `SELECT schema.name AS "table", key."from" AS "column"
  FROM sqlite_schema AS schema JOIN pragma_foreign_key_list(schema.name) AS key
  WHERE schema.type = 'table' AND key."table" = 'evidence'`;
