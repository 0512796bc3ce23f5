import { expect, test } from 'vitest';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { journal, migrationsCopy } from '../support/migrations.ts';

const before = journal.findIndex(({ tag }) => tag.startsWith('0075'));

test('two campaigns that shared a ballot each get their own, with what they said of its lists', () => {
  const database = openDatabase(':memory:');
  migrateDatabase(database, migrationsCopy(before));
  const { sql } = database;
  sql.exec(`
    INSERT INTO election VALUES ('e', 'Élection', '2026-03-15', '2026-03-22');
    INSERT INTO commune VALUES ('35238', 'Rennes', '35'), ('35001', 'Acigné', '35');
    INSERT INTO race VALUES (1, 'e', '35238', '35238', 'commune', NULL, 'Rennes'), (2, 'e', '35001', '35001', 'commune', NULL, 'Acigné');
    INSERT INTO round (race_id, number) VALUES (1, 1), (1, 2), (2, 1);
    INSERT INTO race_area VALUES (1, '35238', 'Rennes', '35000');
    INSERT INTO list (id, race_id, round, panel, label) VALUES (1, 1, 1, 1, 'UNE'), (2, 1, 1, 2, 'DEUX'), (3, 1, 2, 1, 'UNE'), (4, 2, 1, 1, 'À ACIGNÉ');
    INSERT INTO lineage VALUES (3, 1, 'continues', 'Le fichier');
    INSERT INTO person (id, email, name, created_at) VALUES (1, 'a@example.org', 'A', '2026-01-01T00:00:00Z');
    INSERT INTO lineage_decision VALUES (3, 'continues', 'Le fichier', 1, '2026-01-01T00:00:00Z');
    INSERT INTO campaign (id, slug, title, town, election_id, commune_code, time_zone, created_at) VALUES
      (1, 'a', 'A', 'Rennes', 'e', '35238', 'Europe/Paris', '2026-01-01T00:00:00Z'),
      (2, 'b', 'B', 'Rennes', 'e', '35238', 'Europe/Paris', '2026-01-01T00:00:00Z');
    INSERT INTO movement (id, campaign_id, slug, name) VALUES (1, 1, 'm', 'M'), (2, 2, 'm', 'M');
    INSERT INTO movement_list VALUES (1, 1, 1), (2, 1, 2), (2, 3, 2);
    INSERT INTO contact (campaign_id, movement_id, status, channel, happened_on, list_id) VALUES (2, 2, 'asked', 'email', '2026-01-02', 1);
  `);
  expect(migrateDatabase(database)).toBe(journal.length - before);
  const labels = sql.prepare(`
    SELECT coalesce(race.campaign_id, 0) || ' ' || race.code || ' ' || list.round || ' ' || list.label AS line
    FROM list JOIN race ON race.id = race_id ORDER BY race.campaign_id, list.round, list.panel`);
  expect(labels.pluck().all()).toEqual([
    '0 35001 1 À ACIGNÉ',
    '1 35238 1 UNE',
    '1 35238 1 DEUX',
    '1 35238 2 UNE',
    '2 35238 1 UNE',
    '2 35238 1 DEUX',
    '2 35238 2 UNE',
  ]);
  const crossed = 'list JOIN race ON race.id = list.race_id WHERE list.id = list_id';
  for (const table of ['movement_list', 'contact'])
    expect(
      sql.prepare(`SELECT count(*) FROM ${table} WHERE campaign_id <> (SELECT race.campaign_id FROM ${crossed})`).pluck().get(),
    ).toBe(0);
  const pairs =
    'SELECT child.race_id = parent.race_id FROM lineage JOIN list child ON child.id = child_list_id JOIN list parent ON parent.id = parent_list_id';
  expect(sql.prepare(pairs).pluck().all()).toEqual([1, 1]);
  expect(sql.prepare('SELECT count(*) FROM lineage_decision').pluck().get()).toBe(2);
  expect(sql.prepare('SELECT count(*) FROM race_area').pluck().get()).toBe(2);
});
