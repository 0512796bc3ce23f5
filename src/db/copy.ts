import { z } from 'zod';
import { type Database, openDatabase } from './open.ts';

const foreignKeyRow = z.object({ table: z.string(), parent: z.string() });

/**
 * Copies a database that may be in use into a new file, with SQLite's own backup: the copy is that of one instant. All pages go in
 * one step, because a copy made by steps starts again at each write from elsewhere. The copy is a single file, without a journal.
 */
export async function copyDatabase({ sql }: Database, destination: string): Promise<void> {
  await sql.backup(destination, { progress: () => 0x7fffffff });
  const copy = openDatabase(destination);
  copy.sql.pragma('journal_mode = DELETE');
  copy.sql.close();
}

/** What SQLite finds wrong with a file: damaged pages, and rows that point at nothing. Empty when it is sound. */
export function findDamage({ sql }: Database): string[] {
  const pages = z.array(z.string()).parse(sql.prepare('SELECT * FROM pragma_integrity_check').pluck().all());
  const rows = z.array(foreignKeyRow).parse(sql.prepare('SELECT * FROM pragma_foreign_key_check').all());
  return [...pages.filter((line) => line !== 'ok'), ...rows.map(({ table, parent }) => `${table} → ${parent}`)];
}
