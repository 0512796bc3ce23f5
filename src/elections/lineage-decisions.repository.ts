import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { lineage, lineageDecision } from './elections.table.ts';

export type LineageDecision = typeof lineageDecision.$inferSelect;

/** The SQL of what persons decided about second-round lists: where each comes from, and on whose word. */
export function lineageDecisionsRepository({ orm }: Database) {
  return {
    listDecisions: (childListIds: readonly number[]): LineageDecision[] =>
      orm
        .select()
        .from(lineageDecision)
        .where(inArray(lineageDecision.childListId, [...childListIds]))
        .all(),
    /** In the place of what was decided before: the lineage rows of that list are written anew beside it. */
    recordDecision(row: LineageDecision, parents: readonly number[]): void {
      orm.delete(lineage).where(eq(lineage.childListId, row.childListId)).run();
      orm.insert(lineageDecision).values(row).onConflictDoUpdate({ target: lineageDecision.childListId, set: row }).run();
      const { kind, source, childListId } = row;
      if (kind !== 'neither')
        for (const parentListId of parents) orm.insert(lineage).values({ childListId, parentListId, kind, source }).run();
    },
    /** Whether a list is the child or the parent of another. */
    isRelated: (listId: number): boolean =>
      orm.select().from(lineage).where(eq(lineage.childListId, listId)).get() !== undefined ||
      orm
        .select()
        .from(lineage)
        .where(and(eq(lineage.parentListId, listId)))
        .get() !== undefined ||
      orm.select().from(lineageDecision).where(eq(lineageDecision.childListId, listId)).get() !== undefined,
  };
}
