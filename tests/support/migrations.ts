import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { migrationsFolder } from '../../src/db/migrate.ts';
import type { Database } from '../../src/db/open.ts';

const journalSchema = z.object({ entries: z.array(z.looseObject({ idx: z.number(), when: z.number(), tag: z.string() })) });

/** The project's migrations, in order. */
export const journal = readJournal(migrationsFolder).entries;

/** A copy of the project's first `count` migrations, with `added` after them; removed when the test ends. */
export function migrationsCopy(count: number, added: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  const entries = journal.slice(0, count);
  for (const [tag, statements] of Object.entries(added)) {
    const last = entries.at(-1) ?? { idx: 0, when: 0 };
    entries.push({ idx: last.idx + 1, version: '6', when: last.when + 1, tag, breakpoints: true });
    writeFileSync(join(folder, `${tag}.sql`), statements);
  }
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return folder;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** How many rows each of the project's tables holds. */
export function rowCounts({ sql }: Database): Record<string, unknown> {
  return Object.fromEntries(tables(sql).map((name) => [name, sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]));
}

export function tables(sql: Database['sql']): string[] {
  const named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name";
  return z.array(z.string()).parse(sql.prepare(named).pluck().all());
}

function readJournal(folder: string) {
  return journalSchema.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')));
}
