import { existsSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import type { Database } from './open.ts';

/** The folder of the project's own migrations. */
export const migrationsFolder = new URL('../../migrations', import.meta.url).pathname;

/** Raised when a migration would leave a row that points at nothing; the server then refuses to start. */
export class BrokenReferences extends Error {}

/**
 * Brings the database to the newest schema. Returns the number of migrations applied.
 *
 * drizzle's migrator runs inside a transaction, where `PRAGMA foreign_keys = OFF` has no effect: rebuilding a parent table
 * would then delete its children by cascade, silently. So foreign keys are switched off before, checked after, and a copy
 * of a file that held data is kept beside it.
 */
export function migrateDatabase(database: Database, folder: string = migrationsFolder): number {
  const { sql } = database;
  const before = appliedMigrations(database);
  const pending = readMigrationFiles({ migrationsFolder: folder }).length - before;
  if (pending <= 0) return 0;
  if (before > 0) keepCopy(sql.name, sql);
  sql.pragma('foreign_keys = OFF');
  try {
    migrate(drizzle({ client: sql }), { migrationsFolder: folder });
    const violations = sql.pragma('foreign_key_check');
    if (Array.isArray(violations) && violations.length > 0) {
      throw new BrokenReferences(
        `a migration left ${violations.length} row(s) that point at nothing: ${JSON.stringify(violations.slice(0, 3))}`,
      );
    }
  } finally {
    sql.pragma('foreign_keys = ON');
  }
  return pending;
}

const countRow = z.object({ count: z.number() });

function appliedMigrations({ sql }: Database): number {
  const known = sql.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  if (countRow.parse(known).count === 0) return 0;
  return countRow.parse(sql.prepare('SELECT count(*) AS count FROM __drizzle_migrations').get()).count;
}

function keepCopy(path: string, sql: Database['sql']): void {
  if (path === ':memory:' || !existsSync(path)) return;
  const copy = `${path}.before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  sql.prepare('VACUUM INTO ?').run(copy);
}
