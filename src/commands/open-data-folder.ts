import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { type Database, openDatabase } from '../db/open.ts';

/** Where an installation keeps its database. */
export function databaseFile({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string {
  return join(DATA_DIR, 'parole-tenue.sqlite');
}

/** Opens the installation's database, made and brought to the newest schema if need be. */
export function openDataFolder(config: Pick<Config, 'DATA_DIR'>): Database {
  mkdirSync(config.DATA_DIR, { recursive: true });
  const database = openDatabase(databaseFile(config));
  migrateDatabase(database);
  return database;
}
