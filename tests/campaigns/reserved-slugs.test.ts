import { afterAll, expect, test } from 'vitest';
import { isFreeSlug } from '../../src/campaigns/reserved-slugs.ts';
import { townServer } from '../support/town.ts';

const { app } = await townServer();
afterAll(() => app.close());

/** The first segment of every address the server answers, but for those that a campaign names. */
function firstSegments(): string[] {
  const paths = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => /^ {4}[├└]── ([^ /]+)/.exec(line)?.[1] ?? []);
  return [...new Set(paths)].filter((segment) => !/[:*]/.test(segment));
}

test('no campaign takes an address that means something else', () => {
  const segments = firstSegments();
  expect(segments.length).toBeGreaterThan(8);
  expect(segments).toContain('bureau');
  expect(segments.filter((segment) => isFreeSlug(segment))).toEqual([]);
});

test.each(['lille-2026', 'saint-denis-2026-2', 'a'])('%s is free', (slug) => expect(isFreeSlug(slug)).toBe(true));
test.each(['', '-lille', 'lille-', 'Lille', 'l_ille', 'a'.repeat(61)])('« %s » is no address', (slug) =>
  expect(isFreeSlug(slug)).toBe(false),
);
