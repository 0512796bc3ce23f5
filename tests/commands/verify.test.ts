import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import { commandLine } from '../support/command-line.ts';
import { emptyLedger, firstEdition, secondEdition, town } from '../support/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
const file = join(folder, 'parole-tenue.sqlite');
const { database, ledger } = emptyLedger();
const verify = (...args: string[]) => commandLine(['verify', ...args], { DATA_DIR: folder });

beforeAll(() => {
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  ledger.publish(town, secondEdition, { publishedAt: '2020-03-13T23:30:00Z' });
  database.sql.prepare('VACUUM INTO ?').run(file);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The same database, as whoever has the file can make it: the triggers do not stop them. */
function tampered(name: string, statement: string): string {
  const path = join(folder, name);
  database.sql.prepare('VACUUM INTO ?').run(path);
  const copy = openDatabase(path);
  copy.sql.exec('DROP TRIGGER entry_changes_only_by_redaction; DROP TRIGGER edition_is_append_only');
  copy.sql.exec(statement);
  copy.sql.close();
  return path;
}

describe('an administrator who runs npm run verify', { timeout: 30_000 }, () => {
  test('reads how many editions and entries each chain has, its fingerprint, and that it holds', async () => {
    const { code, out, error } = await verify();
    expect(out).toBe(
      `${town}\u00a0: 2 éditions, ${firstEdition.length + secondEdition.length} entrées, 0 masquée\n` +
        `  empreinte ${ledger.verify(town).fingerprint}\n  La chaîne tient.\n`,
    );
    expect([code, error]).toEqual([0, '']);
  });

  test('reads which edition broke, and how', async () => {
    const path = tampered('changed.sqlite', "UPDATE entry SET payload = replace(payload, 'refuses', 'commits')");
    const { code, out } = await verify(path);
    expect(out).toContain('La chaîne est rompue');
    expect(out).toContain('édition 1, entrée 1.');
    expect(out).toContain('(position horizon/projets)\u00a0: son contenu a été modifié');
    expect(code).toBe(1);
  });

  test('sees with a pin that the newest edition was replaced by another, whole', async () => {
    const other = emptyLedger();
    other.ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
    other.ledger.publish(town, secondEdition.slice(1), { publishedAt: '2020-03-13T23:30:00Z' });
    const path = join(folder, 'rewritten.sqlite');
    other.database.sql.prepare('VACUUM INTO ?').run(path);
    const pin = `2:${ledger.verify(town).fingerprint.toUpperCase()}`;
    expect((await verify(path)).code).toBe(0);
    const pinned = await verify(path, '--pin', pin);
    expect(pinned.out).toContain('édition 2\u00a0: son empreinte n’est pas celle qui a été notée ailleurs');
    expect(pinned.code).toBe(1);
    expect((await verify('--pin', pin, '--pin', `${town}:${pin}`)).code).toBe(0);
    // As a printed sentence has it.
    expect((await verify('--pin', pin.slice(0, 14))).code).toBe(0);
    expect((await verify(path, '--pin', pin.slice(0, 14))).code).toBe(1);
  });

  test('checks a register or an archive downloaded from the site, with a fingerprint noted elsewhere', async () => {
    const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
    const [json, zip, forged] = ['registre.json', 'donnees.zip', 'faux.json'].map((name) => join(folder, name));
    if (!json || !zip || !forged) throw new Error('three files');
    const register = (await app.inject(`/${town}/registre.json`)).body;
    writeFileSync(json, register);
    writeFileSync(zip, (await app.inject(`/${town}/donnees.zip`)).rawPayload);
    writeFileSync(forged, register.replace('"refuses"', '"commits"'));
    await app.close();
    const pin = `2:${ledger.verify(town).fingerprint}`;
    for (const path of [json, zip]) {
      const { code, out } = await verify(path, '--pin', pin);
      expect([code, out]).toEqual([0, expect.stringContaining('Elle est celle que vous avez notée ailleurs')]);
    }
    expect(await verify(forged)).toMatchObject({ code: 1, out: expect.stringContaining('son contenu a été modifié') });
    expect(await verify(json, '--pin', `1:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect(await verify(json, '--pin', `ailleurs:${pin}`)).toMatchObject({ code: 1, error: expect.stringContaining(town) });
    writeFileSync(forged, '{"campaign":');
    expect(await verify(forged)).toMatchObject({ code: 1, error: expect.stringContaining('ni un registre.json') });
  });

  test('is told in one sentence what is not a database, is not there, or was asked wrongly', async () => {
    writeFileSync(join(folder, 'letter.pdf'), '%PDF-1.7 '.repeat(500));
    writeFileSync(join(folder, 'empty.sqlite'), '');
    const cases: [string[], number, string][] = [
      [[join(folder, 'letter.pdf')], 1, 'La base ne peut pas être lue'],
      [[join(folder, 'empty.sqlite')], 1, 'La base ne peut pas être lue'],
      [[join(folder, 'nowhere.sqlite')], 1, 'Il n’y a pas de base'],
      [['--pin', `ailleurs:1:${'0'.repeat(64)}`], 1, 'ailleurs n’a rien publié'],
      [['--pin', '1:abc'], 2, '12 signes au moins'],
      [['--pinned'], 2, 'Cette option n’existe pas'],
      [['a', 'b'], 2, 'Un seul fichier'],
    ];
    const outcomes = await Promise.all(
      cases.map(async ([args, ...expected]) => ({ args, expected, outcome: await verify(...args) })),
    );
    for (const {
      args,
      expected: [code, sentence],
      outcome,
    } of outcomes) {
      expect(outcome.error.trim().split('\n'), args.join(' ')).toHaveLength(1);
      expect([outcome.error, outcome.code]).toEqual([expect.stringContaining(sentence), code]);
    }
  });

  test('is told which setting cannot be used', async () => {
    const { code, error } = await commandLine(['verify'], { PORT: 'high' });
    expect([code, error]).toEqual([2, expect.stringMatching(/^parole-tenue: .*\nPORT: .*\n$/)]);
  });

  test('--help fits on one screen', async () => {
    const { code, out } = await verify('--help');
    expect([code, out.split('\n').length < 24]).toEqual([0, true]);
  });
});
