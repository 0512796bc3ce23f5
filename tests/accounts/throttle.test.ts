import { describe, expect, test } from 'vitest';
import { waitBeforeTrying } from '../../src/accounts/throttle.ts';

const now = 10_000_000;
const failures = (count: number, ago = 0) => Array.from({ length: count }, () => now - ago);

describe('one account', () => {
  test.each([
    ['four failures cost nothing', 4, 0],
    ['the fifth costs half a minute', 5, 30_000],
    ['each further one doubles it', 7, 120_000],
    ['never more than a quarter of an hour', 40, 900_000],
  ])('%s', (_name, count, wait) => expect(waitBeforeTrying(failures(count), [], now)).toBe(wait));

  test('the wait passes', () => expect(waitBeforeTrying(failures(5, 30_000), [], now)).toBe(0));
});

test('one address has ten tries a minute, whatever the accounts', () => {
  expect(waitBeforeTrying([], failures(9), now)).toBe(0);
  expect(waitBeforeTrying([], failures(10, 20_000), now)).toBe(40_000);
  expect(waitBeforeTrying([], failures(50, 60_000), now)).toBe(0);
});
