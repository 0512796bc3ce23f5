import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { keptBriefly } from '../../src/ledger/ledger.memory.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { temporaryFolder } from '../support/migrations.ts';
import { emptyLedger, firstEdition, secondEdition, town } from '../support/town.ts';

const at = { publishedAt: '2020-03-10T08:00:00Z' };

test('what is published through one connection is seen at once by all who read through it', () => {
  const { database, ledger } = emptyLedger();
  const reader = openLedger(database);
  expect([reader.newestNumber(town), reader.listCampaigns()]).toEqual([0, []]);
  ledger.publish(town, firstEdition, at);
  expect([reader.newestNumber(town), reader.listCampaigns()]).toEqual([1, [town]]);
  ledger.publish(town, secondEdition, at);
  expect(reader.newestNumber(town)).toBe(2);
});

test('what is published and then undone is not remembered', () => {
  const { database, ledger } = emptyLedger();
  const undone = database.sql.transaction(() => {
    ledger.publish(town, firstEdition, at);
    expect(ledger.newestNumber(town)).toBe(1);
    throw new Error('undone');
  });
  expect(() => undone()).toThrow('undone');
  expect(ledger.newestNumber(town)).toBe(0);
});

test('what another process publishes is seen within a moment', async () => {
  const { database, ledger } = emptyLedger();
  ledger.publish(town, firstEdition, at);
  const file = join(temporaryFolder(), 'town.sqlite');
  database.sql.prepare('VACUUM INTO ?').run(file);
  const [here, elsewhere] = [openDatabase(file), openDatabase(file)];
  const reader = openLedger(here);
  expect(reader.newestNumber(town)).toBe(1);
  openLedger(elsewhere).publish(town, secondEdition, at);
  await expect.poll(() => reader.newestNumber(town), { timeout: 1000 }).toBe(2);
  here.sql.close();
  elsewhere.sql.close();
});

test('in a moment, the database is asked once, however many ask', () => {
  let asked = 0;
  let time = 0;
  const read = keptBriefly(
    { inTransaction: false },
    (key) => {
      asked += 1;
      return `${key}${asked}`;
    },
    () => time,
  );
  expect([read('a'), read('a'), read('b'), read('a')]).toEqual(['a1', 'a1', 'b2', 'a1']);
  time += 101;
  expect(read('a')).toBe('a3');
});
