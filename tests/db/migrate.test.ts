import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BrokenReferences, migrateDatabase } from '../../src/db/migrate.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { journal, migrationsCopy, rowCounts, tables, temporaryFolder } from '../support/migrations.ts';
import { seeded } from '../support/seeded.ts';

const rebuildMovement = `
CREATE TABLE movement_new (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  leader TEXT,
  UNIQUE (campaign_id, slug)
) STRICT;
--> statement-breakpoint
INSERT INTO movement_new SELECT id, campaign_id, slug, name, leader FROM movement;
--> statement-breakpoint
DROP TABLE movement;
--> statement-breakpoint
ALTER TABLE movement_new RENAME TO movement;`;

function counted(database: Database, table: string): number {
  return z.number().parse(database.sql.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
}

test('a new database gets every migration, and a second start none', () => {
  const database = openDatabase(':memory:');
  expect(migrateDatabase(database)).toBe(journal.length);
  expect(migrateDatabase(database)).toBe(0);
});

describe('rebuilding a table that others point at', () => {
  test('loses no child, and foreign keys hold afterwards', () => {
    const { database } = seeded('marseille-2020');
    const before = rowCounts(database);
    expect(counted(database, 'movement_list')).toBe(93);
    expect(migrateDatabase(database, migrationsCopy(journal.length, { '9001_rebuild_movement': rebuildMovement }))).toBe(1);
    expect(rowCounts(database)).toEqual(before);
    expect(database.sql.pragma('foreign_keys', { simple: true })).toBe(1);
    database.sql.prepare('DELETE FROM contact').run();
    database.sql.prepare('DELETE FROM movement WHERE id = (SELECT min(id) FROM movement)').run();
    expect(counted(database, 'movement_list')).toBeLessThan(93);
  });

  test('is refused when it would leave a row that points at nothing: the file stays as it was, at each start', () => {
    const { database, ledger } = seeded('marseille-2020');
    const before = rowCounts(database);
    const losing = rebuildMovement.replace('FROM movement;', 'FROM movement WHERE id % 2 = 0;');
    const folder = migrationsCopy(journal.length, { '9001_lose_half': losing });
    for (let start = 0; start < 2; start += 1) {
      expect(() => migrateDatabase(database, folder)).toThrow(BrokenReferences);
      expect(rowCounts(database)).toEqual(before);
      expect(database.sql.pragma('foreign_keys', { simple: true })).toBe(1);
    }
    expect(ledger.verify('marseille-2020').faults).toEqual([]);
    expect(migrateDatabase(database)).toBe(0);
  });
});

test('a migration that fails half-way leaves nothing behind, the ones before it neither', () => {
  const { database } = seeded('exemple');
  const added = { '9001_add_table': 'CREATE TABLE extra (id INTEGER) STRICT;', '9002_fail': 'ALTER TABLE nowhere ADD x TEXT;' };
  expect(() => migrateDatabase(database, migrationsCopy(journal.length, added))).toThrow(/nowhere/);
  expect(tables(database.sql)).not.toContain('extra');
});

test('a migration dated before the newest applied one, from another branch, is not forgotten', () => {
  const database = openDatabase(':memory:');
  migrateDatabase(database);
  const folder = migrationsCopy(2, { '9001_add_table': 'CREATE TABLE extra (id INTEGER) STRICT;' });
  expect(migrateDatabase(database, folder)).toBe(1);
  expect(tables(database.sql)).toContain('extra');
});

test('a copy of a file that held data is kept beside it, and none of a new one', () => {
  const folder = temporaryFolder();
  const database = openDatabase(join(folder, 'parole-tenue.sqlite'));
  migrateDatabase(database);
  const copies = () => readdirSync(folder).filter((name) => name.includes('before-migration'));
  expect(copies()).toEqual([]);
  migrateDatabase(database, migrationsCopy(journal.length, { '9001_rebuild_movement': rebuildMovement }));
  expect(copies()).toHaveLength(1);
  const copy = openDatabase(join(folder, copies()[0] ?? ''));
  expect(migrateDatabase(copy)).toBe(0);
  copy.sql.close();
  database.sql.close();
});

const settled = journal.findIndex(({ tag }) => tag.startsWith('0005'));

describe('the campaigns that come with the project, kept under an older schema, keep every row', () => {
  test.each(journal.slice(settled).map(({ tag }, index) => [tag, settled + index + 1]))('from %s', (_tag, count) => {
    const file = join(temporaryFolder(), 'seeded.sqlite');
    const { database: source } = seeded('marseille-2020');
    source.sql.prepare('VACUUM INTO ?').run(file);
    const old = openDatabase(':memory:');
    migrateDatabase(old, migrationsCopy(count));
    copyRows(old, file);
    const before = rowCounts(old);
    expect(Object.values(before).filter((rows) => rows !== 0).length).toBeGreaterThan(10);

    expect(migrateDatabase(old)).toBe(journal.length - count);
    expect(rowCounts(old)).toMatchObject(before);
    expect(old.sql.prepare('SELECT * FROM pragma_foreign_key_check').all()).toEqual([]);
    expect(old.sql.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

const triggerRows = z.array(z.object({ name: z.string(), sql: z.string() }));

/** Every row of every column that both schemas know. Triggers wait: they guard an order that a copy does not follow. */
function copyRows({ sql }: Database, file: string): void {
  const triggers = triggerRows.parse(sql.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all());
  sql.prepare('ATTACH ? AS seeded').run(file);
  sql.pragma('foreign_keys = OFF');
  for (const { name } of triggers) sql.exec(`DROP TRIGGER "${name}"`);
  for (const table of tables(sql)) {
    const shared = `SELECT name FROM pragma_table_info('${table}') INTERSECT SELECT name FROM pragma_table_info('${table}', 'seeded')`;
    const columns = z
      .array(z.string())
      .parse(sql.prepare(shared).pluck().all())
      .map((name) => `"${name}"`)
      .join(', ');
    sql.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM seeded."${table}"`);
  }
  for (const trigger of triggers) sql.exec(trigger.sql);
  sql.pragma('foreign_keys = ON');
  sql.exec('DETACH seeded');
}
