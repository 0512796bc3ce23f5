import BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

/** One open database: `sql` is the better-sqlite3 connection, `orm` the same connection seen through drizzle. */
export interface Database {
  sql: BetterSqlite3.Database;
  orm: BetterSQLite3Database;
}

/**
 * Opens (and creates, unless it is only to be read) the SQLite file at `path`; `:memory:` in tests.
 * synchronous is FULL because better-sqlite3 compiles WAL to mean NORMAL, which loses acknowledged writes in a power cut. What is deleted
 * is overwritten with zeros (secure_delete), since words may have to be gone for good; scrub.ts does the rest.
 */
export function openDatabase(path: string, { readonly = false }: { readonly?: boolean } = {}): Database {
  const sql = new BetterSqlite3(path, { readonly });
  if (!readonly) sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  sql.pragma('foreign_keys = ON');
  sql.pragma('secure_delete = ON');
  sql.pragma('busy_timeout = 5000');
  return { sql, orm: drizzle({ client: sql }) };
}
