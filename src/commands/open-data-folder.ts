import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { type Database, openDatabase } from '../db/open.ts';

/** Opens the installation's database, made and brought to the newest schema if need be. */
export function openDataFolder({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): Database {
  mkdirSync(DATA_DIR, { recursive: true });
  const database = openDatabase(join(DATA_DIR, 'parole-tenue.sqlite'));
  migrateDatabase(database);
  return database;
}
