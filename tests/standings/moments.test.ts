import { expect, test } from 'vitest';
import type { Edition } from '../../src/ledger/payloads.ts';
import { editionAt, readMoment } from '../../src/standings/moments.ts';

const edition = (number: number, publishedAt: string): Edition => ({
  campaign: 'valmont',
  number,
  publishedAt,
  note: '',
  previousHash: '',
  hash: '',
});
/** The third is published at the second 2:30 of the night when Paris goes back to winter time. */
const editions = [
  edition(1, '2020-03-12T17:00:00Z'),
  edition(2, '2020-03-12T22:59:59Z'),
  edition(3, '2020-10-25T01:30:00Z'),
  edition(4, '2020-12-31T23:30:00Z'),
];

test.each([
  ['2020-03-11', 0],
  ['2020-03-12T17:59', 0],
  ['2020-03-12T18:00', 1],
  ['2020-03-12 18:00', 1],
  ['2020-03-12T18:00Z', 1],
  ['2020-03-12T17:00Z', 1],
  ['2020-03-12T16:59:59Z', 0],
  ['2020-03-12T19:00+02:00', 1],
  ['2020-03-12T23:59:58', 1],
  ['2020-03-12', 2],
  ['2020-03-13T00:00', 2],
  ['2020-10-25T02:29', 2],
  ['2020-10-25T02:30', 3],
  ['2020-12-31', 3],
  ['2021-01-01T00:30', 4],
  ['2020-12-31T23:30Z', 4],
  ['2099-01-01', 4],
])('at %s the edition that stood in Paris is %i', (typed, number) => {
  const moment = readMoment(typed);
  expect(moment && (editionAt(editions, moment, 'Europe/Paris')?.number ?? 0)).toBe(number);
});

test('the same day ends elsewhere at another time', () => {
  const moment = readMoment('2020-03-12');
  expect(moment && editionAt(editions, moment, 'Indian/Reunion')?.number).toBe(1);
});

test.each(['', '2020', '2020-02-30', '2020-3-1', '2020-03-12T25:00', '2020-03-12T18:60', 'hier', '2020-03-12T18:00+99:00x'])(
  '%j is no moment',
  (typed) => expect(readMoment(typed)).toBeNull(),
);
