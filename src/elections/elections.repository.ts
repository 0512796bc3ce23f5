import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { commune, election, lineage, list, race, raceArea, round } from './elections.table.ts';
import type { Area, BallotsOwner, Commune, Election, Lineage, List, NewList, NewRace, Race, Round } from './elections.types.ts';
import { electionsWrites } from './elections.writes.repository.ts';

/** What stands in which race: the SQL of elections, communes, races, rounds, lists and lineage. */
export type ElectionsRepository = ReturnType<typeof electionsRepository>;

export function electionsRepository(database: Database) {
  const { orm } = database;
  const write = electionsWrites(database);
  const id = sql.placeholder('id');
  const elections = orm.select().from(election).orderBy(asc(election.firstRoundOn), asc(election.id)).prepare();
  const oneElection = orm.select().from(election).where(eq(election.id, id)).prepare();
  const oneCommune = orm
    .select()
    .from(commune)
    .where(eq(commune.code, sql.placeholder('code')))
    .prepare();
  const { campaignId: owner, ...raceColumns } = getTableColumns(race);
  /** `IS`, so that a null owner finds what belongs to nobody. */
  const owned = sql`${owner} IS ${sql.placeholder('owner')}`;
  const racesOfCommune = orm
    .select(raceColumns)
    .from(race)
    .where(and(eq(race.electionId, sql.placeholder('electionId')), eq(race.communeCode, sql.placeholder('communeCode')), owned))
    .orderBy(asc(race.kind), asc(race.sectorNumber))
    .prepare();
  const raceByCode = orm
    .select(raceColumns)
    .from(race)
    .where(and(eq(race.electionId, sql.placeholder('electionId')), eq(race.code, sql.placeholder('code')), owned))
    .prepare();
  const areasOfRace = orm
    .select({ code: raceArea.code, name: raceArea.name, postCode: raceArea.postCode })
    .from(raceArea)
    .where(eq(raceArea.raceId, id))
    .orderBy(asc(raceArea.code))
    .prepare();
  const roundsOfRace = orm
    .select({ number: round.number, registered: round.registered, voted: round.voted, valid: round.valid })
    .from(round)
    .where(eq(round.raceId, id))
    .orderBy(asc(round.number))
    .prepare();
  const listsOfRace = orm.select().from(list).where(eq(list.raceId, id)).orderBy(asc(list.round), asc(list.panel)).prepare();
  const lineageOfRace = orm
    .select({
      childListId: lineage.childListId,
      parentListId: lineage.parentListId,
      kind: lineage.kind,
      source: lineage.source,
    })
    .from(lineage)
    .innerJoin(list, eq(list.id, lineage.childListId))
    .where(eq(list.raceId, id))
    .orderBy(asc(lineage.childListId), asc(lineage.parentListId))
    .prepare();
  const complete = (row: Omit<typeof race.$inferSelect, 'campaignId'>): Race => ({
    ...row,
    areas: areasOfRace.all({ id: row.id }),
    rounds: roundsOfRace.all({ id: row.id }),
  });

  return {
    ...write,
    listElections: (): Election[] => elections.all(),
    findElection: (electionId: string): Election | null => oneElection.get({ id: electionId }) ?? null,
    listCommunes: (): Commune[] => orm.select().from(commune).orderBy(asc(commune.code)).all(),
    findCommune: (code: string): Commune | null => oneCommune.get({ code }) ?? null,
    /** The races of one campaign, the city first and its sectors by number, each with its areas and rounds. */
    listRaces: ({ id: campaignId, electionId, communeCode }: BallotsOwner): Race[] =>
      racesOfCommune.all({ electionId, communeCode, owner: campaignId }).map(complete),
    /** The same of a commune, as official files gave them: they belong to no campaign. */
    listOfficialRaces: (electionId: string, communeCode: string): Race[] =>
      racesOfCommune.all({ electionId, communeCode, owner: null }).map(complete),
    /** One race by its official code, `13055` or `13055SR01`: a campaign's own, or (null) that of the official files. */
    findRace(campaignId: number | null, electionId: string, code: string): Race | null {
      const row = raceByCode.get({ electionId, code, owner: campaignId });
      return row ? complete(row) : null;
    },
    /** The lists of several races, in the order of the races, then by round and panel number. */
    listLists: (raceIds: readonly number[]): List[] => raceIds.flatMap((raceId) => listsOfRace.all({ id: raceId })),
    /** What became of lists between the rounds of several races. */
    listLineage: (raceIds: readonly number[]): Lineage[] => raceIds.flatMap((raceId) => lineageOfRace.all({ id: raceId })),
  };
}

export type { Area, Commune, Election, Lineage, List, NewList, NewRace, Race, Round };
