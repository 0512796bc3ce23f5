import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'parole-tenue-'));
const { sql } = openDatabase(join(folder, 'test.sqlite'));
afterAll(() => {
  sql.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['what was acknowledged survives a power cut', 'synchronous', 2],
  ['no row points at nothing', 'foreign_keys', 1],
  ['reading goes on while someone writes', 'journal_mode', 'wal'],
  ['a second writer waits for the first', 'busy_timeout', 5000],
])('%s: %s = %s', (_name, pragma, value) => expect(sql.pragma(pragma, { simple: true })).toBe(value));

test('a database that is not there is not created by whoever only wants to read it', () => {
  expect(() => openDatabase(join(folder, 'elsewhere.sqlite'), { readonly: true })).toThrow(/unable to open/);
});

test('whoever only wants to read it cannot write', () => {
  const reader = openDatabase(join(folder, 'test.sqlite'), { readonly: true });
  expect(() => reader.sql.exec('CREATE TABLE x (y)')).toThrow(/readonly/);
  reader.sql.close();
});
