import { expect, test } from 'vitest';
import { z } from 'zod';
import { seedCampaign, seedsFolder } from '../../../src/campaigns/seed.service.ts';
import { electionsRepository } from '../../../src/elections/elections.repository.ts';
import { applyImport, preview } from '../../../src/elections/official-files/apply.ts';
import { changesNothing } from '../../../src/elections/official-files/report.ts';
import { emptyDatabase, readFixture } from '../../support/elections.ts';

const files = ['resultats-2020-tour-1.txt', 'resultats-2020-tour-2.csv', 'candidatures-2026-tour-1.csv'];

test.each(files)('%s: shown first, and nothing is stored; then stored; then there is nothing left to change', async (name) => {
  const database = emptyDatabase();
  const { stage } = await readFixture(name);
  const before = database.sql.serialize();
  const plan = preview(database, stage);
  expect(database.sql.serialize().equals(before)).toBe(true);
  expect(applyImport(database, stage)).toEqual(plan);
  const counts = (): unknown =>
    database.sql.prepare('SELECT (SELECT count(*) FROM race) AS races, (SELECT count(*) FROM list) AS lists').get();
  expect(counts()).toEqual({ races: plan.races.created, lists: plan.lists.created });
  const again = applyImport(database, stage);
  expect([changesNothing(again), again.lists.unchanged]).toEqual([true, plan.lists.created]);
});

test('the Ministry’s files agree with the real campaign that comes with the project, and rename nothing in it', async () => {
  const database = emptyDatabase();
  seedCampaign(database, `${seedsFolder}/marseille-2020`);
  const id = z.number().parse(database.sql.prepare("SELECT id FROM campaign WHERE slug = 'marseille-2020'").pluck().get());
  for (const name of files.slice(0, 2)) {
    const plan = applyImport(database, (await readFixture(name)).stage, id);
    expect(plan.changes).toEqual([]);
    expect(plan.rounds.changed).toBe(0);
    expect(plan.lists.unchanged).toBeGreaterThan(0);
  }
  const races = electionsRepository(database).listRaces({ id, electionId: 'municipales-2020', communeCode: '13055' });
  expect(races[7]?.areas.length).toBeGreaterThan(0);
});

test('a table that corrects one nuance changes that, and keeps the votes it does not mention', async () => {
  const database = emptyDatabase();
  applyImport(database, (await readFixture('resultats-2020-tour-1.txt')).stage);
  const { stage } = await readFixture('table-de-benevole.csv');
  const [race] = stage.races.values();
  const [list] = race?.lists.splice(0, 2) ?? [];
  if (!race || !list) throw new Error('the table has lists');
  race.lists.push({
    ...list,
    label: 'MARSEILLE AVANT TOUT AVEC SAMIA GHALI',
    nuance: 'LDVC',
    votes: null,
    headLastName: 'LHOTE',
  });
  expect(applyImport(database, stage).changes.map(({ words }) => words)).toEqual([['nuance\u00a0: LDVG → LDVC']]);
  const elections = electionsRepository(database);
  const stored = elections.listLists([elections.findRace(null, 'municipales-2020', '13055SR02')?.id ?? 0]);
  expect(stored[4]).toMatchObject({ nuance: 'LDVC', votes: 935, headLastName: 'Lhote' });
});

test('what fails halfway leaves nothing behind', async () => {
  const database = emptyDatabase();
  const { stage } = await readFixture('resultats-2020-tour-1.txt');
  const last = [...stage.races.values()].at(-1);
  const list = last?.lists.at(-1);
  if (list) list.votes = -1;
  expect(() => applyImport(database, stage)).toThrow(/CHECK/);
  expect(database.sql.prepare('SELECT count(*) FROM list').pluck().get()).toBe(0);
});
