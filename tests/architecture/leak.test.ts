import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../src/db/open.ts';
import { type Answers, crawl } from '../support/crawl.ts';
import { tables } from '../support/migrations.ts';
import { town, townServer } from '../support/town.ts';

const { app, database } = await townServer();
/** The ledger's own tables hold what is public, and nothing else does. */
const ledger = ['edition', 'entry'];
const desk = tables(database.sql).filter((table) => !ledger.includes(table));
const columnRow = z.array(z.object({ name: z.string(), type: z.string() }));
/** What nothing links to: the desk's door, and what people invent. */
const typed = [
  '/bureau',
  '/favicon.ico',
  `/${town}/nulle-part`,
  '/%',
  '/sitemap.xml',
  '/sitemap_site.xml',
  `/sitemap-${town}.xml`,
];
let answers: Answers;
let marked: string[];

beforeAll(async () => {
  for (const trigger of triggersOf(desk)) database.sql.exec(`DROP TRIGGER "${trigger}"`);
  marked = desk.flatMap((table) => mark(database, table));
  // References to old editions, their frames and their pictures are made as those of the newest are, and each takes time.
  answers = await crawl(app, ['/', `/${town}`, ...typed], /\/editions\/\d+\/citer|[?&]edition=|^\/images\/.*\/editions\//);
});
afterAll(() => app.close());

const marker = (table: string, column: string) => `fuite-${table}-${column}-fuite`.toLowerCase();

const names = z.array(z.string());
function triggersOf(tables: readonly string[]): string[] {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(?))";
  return names.parse(database.sql.prepare(sql).pluck().all(JSON.stringify(tables)));
}

/** One row that says, in each text column, where it is from. Checks, keys and triggers step aside: nothing here is to be believed. */
function mark({ sql }: Database, table: string): string[] {
  const columns = columnRow.parse(sql.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all());
  sql.pragma('foreign_keys = OFF');
  sql.pragma('ignore_check_constraints = ON');
  const values = columns.map(({ name, type }) => (type === 'TEXT' ? marker(table, name) : 1));
  const places = columns.map(() => '?').join(', ');
  sql.prepare(`INSERT OR REPLACE INTO "${table}" VALUES (${places})`).run(...values);
  return columns.filter(({ type }) => type === 'TEXT').map(({ name }) => marker(table, name));
}

test('every text column of every desk table is marked', () => {
  expect(desk.length).toBeGreaterThan(19);
  expect(marked).toEqual(
    expect.arrayContaining([marker('position', 'note'), marker('contact', 'address'), marker('person', 'email')]),
  );
  expect(marked).toEqual(
    expect.arrayContaining([marker('session', 'csrf_token'), marker('audit', 'reason'), marker('source', 'url')]),
  );
  const dump = desk.map((table) => JSON.stringify(database.sql.prepare(`SELECT * FROM "${table}"`).all())).join();
  expect(marked.filter((each) => !dump.includes(each))).toEqual([]);
});

test('the crawl reads every kind of public page, and what it was published from', () => {
  const read = [...answers.keys()];
  for (const kind of ['lettre', 'mouvements/pre-vert', 'mouvements/pre-vert/cameras', 'demandes/cameras', 'secteurs/1']) {
    expect(read).toContain(`/${town}/${kind}`);
  }
  expect(read.some((url) => url.startsWith('/assets/'))).toBe(true);
  expect(answers.get(`/${town}/mouvements/pre-vert/cameras`)).toContain('Si le budget le permet');
});

test('none of it appears in any public answer, header or body', () => {
  const leaks = [...answers].flatMap(([url, answer]) => {
    const said = answer.toLowerCase();
    return marked.filter((each) => said.includes(each)).map((each) => `${url}: ${each}`);
  });
  expect(leaks).toEqual([]);
});

test('no public answer sets a cookie', () => {
  const publicOnes = [...answers].filter(([url]) => !url.startsWith('/bureau'));
  expect(publicOnes.filter(([, answer]) => answer.includes('"set-cookie"')).map(([url]) => url)).toEqual([]);
});

test('every address that a page gives can be read', () => {
  const broken = [...answers].filter(([, answer]) => /^(?:404|5\d\d) /.test(answer)).map(([url]) => url);
  expect(broken.filter((url) => !typed.includes(url))).toEqual([]);
  expect(broken).toContain(`/${town}/nulle-part`);
});
