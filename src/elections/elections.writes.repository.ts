import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Database } from '../db/open.ts';
import { commune, election, lineage, list, race, raceArea, round } from './elections.table.ts';
import type { Area, Commune, Election, Lineage, NewList, NewRace, Round } from './elections.types.ts';

/**
 * The writing half of the elections repository. Everything is keyed by what the official files are keyed by, so inserting
 * twice updates: a figure that is null ("this file does not say") never wipes one that another file gave.
 */
export function electionsWrites({ orm }: Database) {
  const { placeholder } = sql;
  const putElection = orm
    .insert(election)
    .values({
      id: placeholder('id'),
      name: placeholder('name'),
      firstRoundOn: placeholder('firstRoundOn'),
      secondRoundOn: placeholder('secondRoundOn'),
    })
    .onConflictDoUpdate({
      target: election.id,
      set: { name: excluded(election.name), secondRoundOn: kept(election.secondRoundOn) },
    })
    .prepare();
  const putCommune = orm
    .insert(commune)
    .values({ code: placeholder('code'), name: placeholder('name'), departement: placeholder('departement') })
    .onConflictDoUpdate({
      target: commune.code,
      set: { name: excluded(commune.name), departement: excluded(commune.departement) },
    })
    .prepare();
  const putRace = orm
    .insert(race)
    .values({
      campaignId: placeholder('campaignId'),
      electionId: placeholder('electionId'),
      communeCode: placeholder('communeCode'),
      code: placeholder('code'),
      kind: placeholder('kind'),
      sectorNumber: placeholder('sectorNumber'),
      name: placeholder('name'),
    })
    .returning({ id: race.id })
    .prepare();
  /** Looked for before it is put: an upsert cannot name the index of a race, which counts nobody as an owner. */
  const knownRace = orm
    .select({ id: race.id })
    .from(race)
    .where(
      and(
        eq(race.electionId, placeholder('electionId')),
        eq(race.code, placeholder('code')),
        sql`${race.campaignId} IS ${placeholder('campaignId')}`,
      ),
    )
    .prepare();
  const putArea = orm
    .insert(raceArea)
    .values({
      raceId: placeholder('raceId'),
      code: placeholder('code'),
      name: placeholder('name'),
      postCode: placeholder('postCode'),
    })
    .onConflictDoUpdate({
      target: [raceArea.raceId, raceArea.code],
      set: { name: excluded(raceArea.name), postCode: excluded(raceArea.postCode) },
    })
    .prepare();
  const putRound = orm
    .insert(round)
    .values({
      raceId: placeholder('raceId'),
      number: placeholder('number'),
      registered: placeholder('registered'),
      voted: placeholder('voted'),
      valid: placeholder('valid'),
    })
    .onConflictDoUpdate({
      target: [round.raceId, round.number],
      set: { registered: kept(round.registered), voted: kept(round.voted), valid: kept(round.valid) },
    })
    .prepare();
  const putList = orm
    .insert(list)
    .values(listValues)
    .onConflictDoUpdate({
      target: [list.raceId, list.round, list.panel],
      set: {
        label: excluded(list.label),
        shortLabel: kept(list.shortLabel),
        nuance: kept(list.nuance),
        headFirstName: kept(list.headFirstName),
        headLastName: kept(list.headLastName),
        votes: kept(list.votes),
        councilSeats: kept(list.councilSeats),
        sectorSeats: kept(list.sectorSeats),
        intercommunalSeats: kept(list.intercommunalSeats),
      },
    })
    .returning({ id: list.id })
    .prepare();
  const putLineage = orm
    .insert(lineage)
    .values({
      childListId: placeholder('childListId'),
      parentListId: placeholder('parentListId'),
      kind: placeholder('kind'),
      source: placeholder('source'),
    })
    .onConflictDoUpdate({
      target: [lineage.childListId, lineage.parentListId],
      set: { kind: excluded(lineage.kind), source: excluded(lineage.source) },
    })
    .prepare();

  return {
    insertElection: (row: Election): void => void putElection.run({ ...row }),
    insertCommune: (row: Commune): void => void putCommune.run({ ...row }),
    /** Returns the id of the race, with its areas and rounds stored beside it. */
    insertRace({ areas, rounds, campaignId = null, ...row }: NewRace): number {
      const known = knownRace.get({ electionId: row.electionId, code: row.code, campaignId });
      if (known) orm.update(race).set({ name: row.name }).where(eq(race.id, known.id)).run();
      const { id } = known ?? putRace.get({ ...row, campaignId });
      for (const area of areas) putArea.run({ ...area, raceId: id });
      for (const each of rounds) putRound.run({ ...each, raceId: id });
      return id;
    },
    insertArea: (raceId: number, row: Area): void => void putArea.run({ ...row, raceId }),
    insertRound: (raceId: number, row: Round): void => void putRound.run({ ...row, raceId }),
    /** Returns the id of the list; its round must exist. */
    insertList: (row: NewList): number => putList.get({ ...row }).id,
    insertLineage: (row: Lineage): void => void putLineage.run({ ...row }),
  };
}

/** The new value. */
function excluded(column: SQLiteColumn): SQL {
  return sql`excluded.${sql.identifier(column.name)}`;
}

/** The new value, or the one that is there when the new one is null. */
function kept(column: SQLiteColumn): SQL {
  return sql`coalesce(excluded.${sql.identifier(column.name)}, ${column})`;
}

const listValues = {
  raceId: sql.placeholder('raceId'),
  round: sql.placeholder('round'),
  panel: sql.placeholder('panel'),
  label: sql.placeholder('label'),
  shortLabel: sql.placeholder('shortLabel'),
  nuance: sql.placeholder('nuance'),
  headFirstName: sql.placeholder('headFirstName'),
  headLastName: sql.placeholder('headLastName'),
  votes: sql.placeholder('votes'),
  councilSeats: sql.placeholder('councilSeats'),
  sectorSeats: sql.placeholder('sectorSeats'),
  intercommunalSeats: sql.placeholder('intercommunalSeats'),
};
