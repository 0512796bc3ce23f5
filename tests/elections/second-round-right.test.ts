import { expect, test } from 'vitest';
import { secondRoundRight } from '../../src/elections/second-round-right.ts';

test.each([
  ['Lhote, sector 2: printed 10 %, in truth 9.9989 %', 935, 9351, 'may_merge'],
  ['Menchon, sector 5: printed 10 %, in truth 10.0032 %', 2478, 24772, 'may_stand'],
  ['Bensaada, sector 7: 5.87 %', 1354, 23049, 'may_merge'],
  ['Bulteau-Rambaud, sector 7: 4.88 %', 1125, 23049, 'out'],
  ['Payan, sector 2: 25.99 %', 2430, 9351, 'may_stand'],
  ['exactly a tenth', 1000, 10000, 'may_stand'],
  ['exactly a twentieth', 500, 10000, 'may_merge'],
  ['nobody voted', 0, 0, 'out'],
])('%s', (_name, votes, valid, right) => {
  expect(secondRoundRight(votes, valid)).toBe(right);
});
