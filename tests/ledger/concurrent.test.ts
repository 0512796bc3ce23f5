import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { emptyLedger, firstEdition, town } from '../support/town.ts';

const publisher = fileURLToPath(new URL('../support/publisher.ts', import.meta.url));

async function codeOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'exit');
  return code;
}

test('three processes publish at the same time: each edition has its number, none is lost, the chain holds', {
  timeout: 30_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'town.sqlite');
  const { database: start, ledger } = emptyLedger();
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  start.sql.prepare('VACUUM INTO ?').run(file);

  const writers = ['a', 'b', 'c'].map((name) => fork(publisher, [file, town, name, '20'], { stdio: 'inherit' }));
  expect(await Promise.all(writers.map(codeOf))).toEqual([0, 0, 0]);

  const database = openDatabase(file);
  const after = openLedger(database);
  expect(after.listEditions(town).map(({ number }) => number)).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
  expect(after.verify(town)).toMatchObject({ editions: 61, faults: [] });
  const notes = after.listEditions(town).map(({ note }) => note);
  for (const name of ['a', 'b', 'c']) {
    expect(notes.filter((note) => note.startsWith(name))).toEqual(Array.from({ length: 20 }, (_, index) => `${name}${index}`));
  }
  database.sql.close();
});
