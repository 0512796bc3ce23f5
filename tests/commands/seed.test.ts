import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { databaseFile } from '../../src/commands/open-data-folder.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import { commandLine } from '../support/command-line.ts';
import { password } from '../support/entering.ts';
import { openVisitor } from '../support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-demo-'));
const demo = () => commandLine(['seed', 'exemple'], { DATA_DIR: folder });
afterAll(() => rmSync(folder, { recursive: true }));

test('a newcomer loads the demonstration, and comes in as a reviewer without a telephone', async () => {
  const { code, out } = await demo();
  expect(code).toBe(0);
  const [, link = '', recovery = ''] =
    /Rose, reviewer: rose@exemple\.invalid\n\s+http:\/\/127\.0\.0\.1:3000(\S+)\n.*one of: (\S+)/.exec(out) ?? [];
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder });
  const app = await buildApp(config, openDatabase(databaseFile(config)));
  onTestFinished(() => app.close());
  const rose = openVisitor(app);
  await rose.get(link);
  await rose.send(link, { 'mot-de-passe': password });
  await rose.get('/bureau/connexion');
  await rose.follow(await rose.send('/bureau/connexion', { courriel: 'rose@exemple.invalid', 'mot-de-passe': password }));
  await rose.follow(await rose.send('/bureau/connexion/verification', { code: recovery }));
  const page = await rose.get('/bureau/campagnes/exemple');
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('protégez d’abord');
  expect(page.body).toContain('1\u00a0suivi attend votre relecture.');

  const again = await demo();
  expect(again.out).toContain('Already there.');
  expect(again.out).not.toContain('Rose, reviewer');
  expect(again.out).toContain('Elias, editor');
  expect(again.out).not.toContain(link);
});

test('a real campaign comes without a cast', async () => {
  const { code, out } = await commandLine(['seed', 'marseille-2020'], { DATA_DIR: folder });
  expect([code, out.includes('cast')]).toEqual([0, false]);
});
