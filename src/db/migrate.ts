import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import type { Database } from './open.ts';

/** The folder of the project's own migrations. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Raised when a migration would leave a row that points at nothing. Nothing of it stays, and the server refuses to start. */
export class BrokenReferences extends Error {}

/**
 * Brings the database to the newest schema. Returns the number of migrations applied.
 *
 * drizzle's own migrator runs inside a transaction, where `PRAGMA foreign_keys = OFF` has no effect: rebuilding a parent table
 * then deletes its children by cascade, silently; and it commits before anything can be checked. So its files and its table are
 * kept, and the steps are ours: foreign keys off, then all pending migrations and the check of every reference in one transaction.
 * A copy of a file that held data is kept beside it.
 */
export function migrateDatabase(database: Database, folder: string = migrationsFolder): number {
  const { sql } = database;
  const files = readMigrationFiles({ migrationsFolder: folder });
  const before = appliedMigrations(database);
  if (files.every((file) => before.has(file.folderMillis))) return 0;
  if (before.size > 0) keepCopy(sql);
  sql.pragma('foreign_keys = OFF');
  try {
    return sql.transaction(() => applyPending(database, files)).immediate();
  } finally {
    sql.pragma('foreign_keys = ON');
  }
}

/** Reads what is applied again, inside the transaction: two processes may have started at the same time. */
function applyPending(database: Database, files: readonly MigrationMeta[]): number {
  const { sql } = database;
  sql.exec('CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)');
  const applied = appliedMigrations(database);
  const pending = files.filter((file) => !applied.has(file.folderMillis));
  const record = sql.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql: statements, hash, folderMillis } of pending) {
    for (const statement of statements) sql.exec(statement);
    record.run(hash, folderMillis);
  }
  const violations = sql.prepare('SELECT * FROM pragma_foreign_key_check').all();
  if (violations.length > 0) {
    throw new BrokenReferences(
      `a migration would leave ${violations.length} row(s) that point at nothing: ${JSON.stringify(violations.slice(0, 3))}`,
    );
  }
  return pending.length;
}

const appliedRow = z.object({ created_at: z.number() });

function appliedMigrations({ sql }: Database): ReadonlySet<number> {
  if (!sql.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get()) return new Set();
  const rows = sql.prepare('SELECT created_at FROM __drizzle_migrations').all();
  return new Set(rows.map((row) => appliedRow.parse(row).created_at));
}

function keepCopy(sql: Database['sql']): void {
  if (sql.memory || !existsSync(sql.name)) return;
  const copy = `${sql.name}.before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  sql.prepare('VACUUM INTO ?').run(copy);
}
