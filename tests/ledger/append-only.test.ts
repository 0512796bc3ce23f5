import { beforeAll, describe, expect, test } from 'vitest';
import { emptyLedger, firstEdition, secondEdition, town } from '../support/town.ts';

const { database, ledger } = emptyLedger();

beforeAll(() => {
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  ledger.publish(town, secondEdition, { publishedAt: '2020-03-13T23:30:00Z' });
});

const hash = "printf('%064d', 7)";
const row = (edition: number, ordinal: number) => `(edition_id, ordinal, kind, subject, payload, payload_hash)
  VALUES (${edition}, ${ordinal}, 'movement', 'intrus', '{}', ${hash})`;

describe('the database itself holds the ledger append-only: it refuses', () => {
  test.each([
    ['to date an edition again', "UPDATE edition SET published_at = '2020-03-01T00:00:00Z' WHERE number = 1"],
    ['to change the newest edition’s note', "UPDATE edition SET note = 'Autre' WHERE number = 2"],
    ['to delete an edition', 'DELETE FROM edition WHERE number = 2'],
    ['to delete an entry', 'DELETE FROM entry WHERE ordinal = 1'],
    ['to rewrite a payload', "UPDATE entry SET payload = '{}' WHERE ordinal = 3"],
    ['to move an entry', 'UPDATE entry SET ordinal = 900 WHERE ordinal = 3'],
    ['to change a reason', "UPDATE entry SET reason = 'Autre' WHERE edition_id = 2"],
    ['to empty a payload and change its subject at once', "UPDATE entry SET payload = NULL, subject = 'x' WHERE ordinal = 3"],
    ['to replace an entry', `INSERT OR REPLACE INTO entry ${row(2, 1)}`],
    ['to slip an entry into an edition that others follow', `INSERT INTO entry ${row(1, 900)}`],
    ['to replace an edition', `INSERT OR REPLACE INTO edition SELECT * FROM edition WHERE number = 2`],
    [
      'a number out of order',
      `INSERT INTO edition (campaign, number, published_at, previous_hash, hash) SELECT campaign, 9, published_at, hash, ${hash} FROM edition WHERE number = 2`,
    ],
    [
      'an edition that does not follow the newest',
      `INSERT INTO edition (campaign, number, published_at, previous_hash, hash) SELECT campaign, 3, published_at, ${hash}, ${hash} FROM edition WHERE number = 2`,
    ],
    ['to rename the campaign under its editions', "UPDATE campaign SET slug = 'autre'"],
    ['to delete the campaign under its editions', 'DELETE FROM campaign'],
  ])('%s', (_name, statement) => {
    const before = database.sql.prepare('SELECT * FROM entry').all();
    expect(() => database.sql.exec(statement)).toThrow(/append-only|FOREIGN KEY/);
    expect(database.sql.prepare('SELECT * FROM entry').all()).toEqual(before);
    expect(ledger.verify(town).faults).toEqual([]);
  });
});
