import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { commandLine } from '../support/command-line.ts';
import { emptyLedger, firstEdition, secondEdition, town } from '../support/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
const backup = (...args: string[]) => commandLine(['backup', ...args], { DATA_DIR: folder });
let running: Database;

beforeAll(() => {
  const { database, ledger } = emptyLedger();
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  database.sql.prepare('VACUUM INTO ?').run(join(folder, 'parole-tenue.sqlite'));
  running = openDatabase(join(folder, 'parole-tenue.sqlite'));
});
afterAll(() => {
  running.sql.close();
  rmSync(folder, { recursive: true });
});

describe('an administrator who runs npm run backup', { timeout: 30_000 }, () => {
  test('gets a copy of a site that is running, with what was written last, in one file that only they can read', async () => {
    openLedger(running).publish(town, secondEdition, { publishedAt: '2020-03-13T23:30:00Z' });
    const path = join(folder, 'copy.sqlite');
    expect(await backup(path)).toMatchObject({ code: 0, error: '', out: expect.stringContaining(path) });
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const copy = openDatabase(path, { readonly: true });
    expect(openLedger(copy).verify(town)).toEqual(openLedger(running).verify(town));
    copy.sql.close();
  });

  test('gives a folder, and the copy takes the time for a name', async () => {
    const own = join(folder, 'copies');
    mkdirSync(own);
    expect((await backup(own)).code).toBe(0);
    expect(readdirSync(own)).toEqual([expect.stringMatching(/^parole-tenue-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/)]);
  });

  test('gets the documents beside it, and those that are there already only once', async () => {
    const own = join(folder, 'with-documents');
    mkdirSync(own);
    mkdirSync(join(folder, 'pieces/ab'), { recursive: true });
    writeFileSync(join(folder, 'pieces/ab/ab12'), 'the proof');
    expect(await backup(join(own, 'one.sqlite'))).toMatchObject({ code: 0 });
    expect(await backup(join(own, 'two.sqlite'))).toMatchObject({ code: 0 });
    expect(readFileSync(join(own, 'pieces/ab/ab12'), 'utf8')).toBe('the proof');
    expect(readdirSync(own).sort()).toEqual(['one.sqlite', 'pieces', 'two.sqlite']);
    rmSync(join(folder, 'pieces'), { recursive: true });
  });

  test('is told, once the law had something erased, which copies still hold it; and nothing before', async () => {
    const own = join(folder, 'with-older-copies');
    mkdirSync(join(own, 'pieces/cd'), { recursive: true });
    const sha256 = `cd${'0'.repeat(62)}`;
    writeFileSync(join(own, 'pieces/cd', sha256), 'erased elsewhere');
    const before = await backup(join(own, 'before.sqlite'));
    expect(before.out).not.toContain('ordre de la loi');
    running.sql.exec(`INSERT INTO person (id, email, name, created_at) VALUES (1, 'ada@example.org', 'Ada', '2020-03-01T00:00:00Z');
      INSERT INTO erasure (campaign_id, kind, subject, reason, counts, person_id, erased_at)
        SELECT id, 'position', 'a/b', 'Ordonnance.', '{}', 1, '2020-03-20T10:00:00Z' FROM campaign LIMIT 1;
      INSERT INTO erased_document (sha256, erased_at) VALUES ('${sha256}', '2020-03-20T10:00:00Z')`);
    const { out } = await backup(join(own, 'after.sqlite'));
    expect(out).toContain('20\u00a0mars 2020');
    expect(out).toContain(join(own, 'before.sqlite'));
    expect(out).toContain(join(own, 'pieces/cd', sha256));
    expect(out).not.toContain(`  ${join(own, 'after.sqlite')}`);
    rmSync(join(own, 'before.sqlite'));
    rmSync(join(own, 'pieces'), { recursive: true });
    expect((await backup(join(own, 'again.sqlite'))).out).toContain('il n’y en a plus');
  });

  test('never loses an earlier copy', async () => {
    const path = join(folder, 'earlier.sqlite');
    writeFileSync(path, 'precious');
    expect(await backup(path)).toMatchObject({ code: 1, error: expect.stringContaining('n’est pas remplacé') });
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test('is told that the copy is not sound when a row points at nothing, and no copy is left', async () => {
    running.sql.pragma('foreign_keys = OFF');
    running.sql.prepare("INSERT INTO movement (id, campaign_id, slug, name) VALUES (7, 9999, 'orphelin', 'Orphelin')").run();
    const outcome = await backup(join(folder, 'unsound.sqlite'));
    running.sql.prepare('DELETE FROM movement WHERE id = 7').run();
    running.sql.pragma('foreign_keys = ON');
    expect(outcome).toMatchObject({ code: 1, error: expect.stringContaining('movement → campaign') });
    expect(readdirSync(folder).filter((name) => name.startsWith('unsound'))).toEqual([]);
  });

  test('is told in one sentence what cannot be done', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(await backup(join(folder, 'nowhere/copy.sqlite'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('Ce dossier'),
    });
    expect(await commandLine(['backup', join(folder, 'x')], { DATA_DIR: empty })).toMatchObject({ code: 1 });
    expect(await backup()).toMatchObject({ code: 2, error: expect.stringContaining('--help') });
    expect(await backup('--force', 'x')).toMatchObject({ code: 2 });
    expect(await backup('--help')).toMatchObject({ code: 0, error: '' });
  });
});
