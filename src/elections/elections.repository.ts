import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { commune, election, lineage, list, race, raceArea, round } from './elections.table.ts';

export type ElectionRow = typeof election.$inferSelect;
export type ListRow = typeof list.$inferSelect;
type AreaRow = Omit<typeof raceArea.$inferSelect, 'raceId'>;
type RoundRow = Omit<typeof round.$inferInsert, 'raceId'>;

/** A race with its arrondissements and its rounds. */
export type NewRace = typeof race.$inferInsert & { areas: AreaRow[]; rounds: RoundRow[] };

/** The SQL of elections: communes, races, rounds, lists and what became of them from one round to the next. */
export function electionsRepository({ orm }: Database) {
  return {
    findElection: (id: string): ElectionRow | null => orm.select().from(election).where(eq(election.id, id)).get() ?? null,
    /** The races of a commune in an election, by sector number, each with its areas and rounds. */
    listRaces: (electionId: string, communeCode: string) =>
      orm
        .select()
        .from(race)
        .where(and(eq(race.electionId, electionId), eq(race.communeCode, communeCode)))
        .orderBy(asc(race.sectorNumber))
        .all()
        .map((row) => ({
          ...row,
          areas: orm.select().from(raceArea).where(eq(raceArea.raceId, row.id)).orderBy(asc(raceArea.code)).all(),
          rounds: orm.select().from(round).where(eq(round.raceId, row.id)).orderBy(asc(round.number)).all(),
        })),
    listLists: (raceIds: readonly number[]): ListRow[] =>
      orm
        .select()
        .from(list)
        .where(inArray(list.raceId, [...raceIds]))
        .orderBy(asc(list.raceId), asc(list.round), asc(list.panel))
        .all(),
    listLineage: (raceIds: readonly number[]): (typeof lineage.$inferSelect)[] =>
      orm
        .select({
          childListId: lineage.childListId,
          parentListId: lineage.parentListId,
          kind: lineage.kind,
          source: lineage.source,
        })
        .from(lineage)
        .innerJoin(list, eq(list.id, lineage.childListId))
        .where(inArray(list.raceId, [...raceIds]))
        .orderBy(asc(lineage.childListId), asc(lineage.parentListId))
        .all(),

    insertElection: (row: typeof election.$inferInsert): void =>
      void orm.insert(election).values(row).onConflictDoNothing().run(),
    insertCommune: (row: typeof commune.$inferInsert): void => void orm.insert(commune).values(row).onConflictDoNothing().run(),
    insertRace({ areas, rounds, ...row }: NewRace): number {
      const { id } = orm.insert(race).values(row).returning({ id: race.id }).get();
      for (const area of areas)
        orm
          .insert(raceArea)
          .values({ ...area, raceId: id })
          .run();
      for (const each of rounds)
        orm
          .insert(round)
          .values({ ...each, raceId: id })
          .run();
      return id;
    },
    insertList: (row: typeof list.$inferInsert): number => orm.insert(list).values(row).returning({ id: list.id }).get().id,
    insertLineage: (row: typeof lineage.$inferInsert): void => void orm.insert(lineage).values(row).run(),
  };
}
