import { and, asc, eq, lte } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { keptForm } from './team.table.ts';

export type KeptForm = typeof keptForm.$inferSelect;

/** The SQL of forms whose session had ended when they were sent. */
export function keptFormsRepository({ orm }: Database) {
  const own = (personId: number) => eq(keptForm.personId, personId);
  return {
    /** The same form sent twice is kept once. */
    insertKept(row: Omit<typeof keptForm.$inferInsert, 'id'>): void {
      const same = and(own(row.personId), eq(keptForm.path, row.path), eq(keptForm.fields, row.fields));
      orm.delete(keptForm).where(same).run();
      orm.insert(keptForm).values(row).run();
    },
    /** Oldest first. */
    listKept: (personId: number): KeptForm[] => orm.select().from(keptForm).where(own(personId)).orderBy(asc(keptForm.id)).all(),
    /** Everyone's, those that wait no longer too. */
    listEveryKept: (): KeptForm[] => orm.select().from(keptForm).orderBy(asc(keptForm.id)).all(),
    removeKept: (personId: number, id: number): boolean =>
      orm
        .delete(keptForm)
        .where(and(own(personId), eq(keptForm.id, id)))
        .run().changes === 1,
    removeKeptBefore: (instant: string): void => void orm.delete(keptForm).where(lte(keptForm.keptAt, instant)).run(),
  };
}
