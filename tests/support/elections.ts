import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { type ReadFile, readOfficialFile } from '../../src/elections/official-files/read-file.ts';

/** The path of a file of tests/fixtures/elections. */
export function electionsFixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/elections/${name}`, import.meta.url));
}

export function emptyDatabase(): Database {
  const database = openDatabase(':memory:');
  migrateDatabase(database);
  return database;
}

export function readFixture(name: string): Promise<ReadFile> {
  return readOfficialFile(electionsFixture(name), { round: null }, () => {});
}
