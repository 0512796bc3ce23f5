import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { list, round } from './elections.table.ts';
import type { List } from './elections.types.ts';
import { importBatch } from './imports.table.ts';

export type ImportBatch = typeof importBatch.$inferSelect;

/** The SQL of imports at the desk: what was read, what applying it changed, and taking it back. */
export function importsRepository({ orm }: Database) {
  return {
    insertBatch: (row: Omit<typeof importBatch.$inferInsert, 'id' | 'state' | 'changes'>): number =>
      orm.insert(importBatch).values(row).returning({ id: importBatch.id }).get().id,
    findBatch: (campaignId: number, id: number): ImportBatch | null =>
      orm
        .select()
        .from(importBatch)
        .where(and(eq(importBatch.campaignId, campaignId), eq(importBatch.id, id)))
        .get() ?? null,
    /** Newest first. */
    listBatches: (campaignId: number): ImportBatch[] =>
      orm.select().from(importBatch).where(eq(importBatch.campaignId, campaignId)).orderBy(desc(importBatch.id)).all(),
    recordBatch: (id: number, changes: Partial<Pick<ImportBatch, 'state' | 'changes' | 'decidedAt'>>): void =>
      void orm.update(importBatch).set(changes).where(eq(importBatch.id, id)).run(),

    findList: (id: number): List | null => orm.select().from(list).where(eq(list.id, id)).get() ?? null,
    /** Puts a list back as it was, nulls too: what an import adds is taken away again. */
    recordList: ({ id, ...row }: List): void => void orm.update(list).set(row).where(eq(list.id, id)).run(),
    deleteList: (id: number): void => void orm.delete(list).where(eq(list.id, id)).run(),
    recordRound: (raceId: number, { number, ...figures }: Omit<typeof round.$inferSelect, 'raceId'>): void =>
      void orm
        .update(round)
        .set(figures)
        .where(and(eq(round.raceId, raceId), eq(round.number, number)))
        .run(),
    /** A round goes with its lists: only an empty one is taken away. */
    deleteEmptyRound(raceId: number, number: number): void {
      const left = orm
        .select({ id: list.id })
        .from(list)
        .where(and(eq(list.raceId, raceId), eq(list.round, number)))
        .get();
      if (left === undefined)
        orm
          .delete(round)
          .where(and(eq(round.raceId, raceId), eq(round.number, number)))
          .run();
    },
  };
}
