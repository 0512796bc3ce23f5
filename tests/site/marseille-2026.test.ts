import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposeMovements } from '../../src/elections/grouping.ts';
import { readFixture } from '../support/elections.ts';
import { longestLabel, openMarseille2026 } from '../support/marseille-2026.ts';
import { htmlFaults } from '../support/pages.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let slug: string;
beforeAll(async () => {
  world = await openWorld({}, '2026-05-05T09:00:00Z');
  slug = await openMarseille2026(world);
});
afterAll(() => world.close());

const read = async (path: string) => (await world.stranger.get(path)).body;
/** The labels on each ballot of a page, the city's first. */
const ballots = (page: string) =>
  page
    .split('<table role="table">')
    .slice(1)
    .map((board) => [...board.matchAll(/<\/label><a [^>]*>([^<]*)/g)].map(([, label = '']) => label));

describe('Marseille in March 2026, with two ballots', () => {
  test('a volunteer’s table of the Ministry’s provisional results is read whole: 8 lists of the city, 46 of 8 sectors', async () => {
    const { stage } = await readFixture('marseille-2026-tour-1.csv');
    const sizes = [...stage.races.values()].map(({ sectorNumber, lists }) => [sectorNumber, lists.length]);
    expect(sizes).toEqual([
      [null, 8],
      [1, 5],
      [2, 8],
      [3, 5],
      [4, 6],
      [5, 5],
      [6, 4],
      [7, 7],
      [8, 6],
    ]);
    expect(stage.rejected).toBe(0);
    for (const { lists, rounds } of stage.races.values())
      expect(lists.reduce((sum, { votes }) => sum + (votes ?? 0), 0)).toBe(rounds[0]?.valid);
  });

  test('its 54 lists are proposed as 12 movements, whose doubts a person looks at: a slip of the pen makes none of its own', async () => {
    const { stage } = await readFixture('marseille-2026-tour-1.csv');
    const lists = [...stage.races.values()].flatMap(({ raceCode, lists: own }) => own.map((list) => ({ ...list, raceCode })));
    const proposed = proposeMovements(lists.map((list, id) => ({ ...list, id })));
    expect(proposed.map(({ listIds }) => listIds.length)).toEqual([9, 2, 9, 9, 7, 9, 1, 4, 1, 1, 1, 1]);
    const delogu = proposed.find(({ name }) => name.includes('DELOGU'));
    expect(delogu?.doubts).toEqual(['near']);
    expect(delogu?.listIds.map((id) => lists[id]?.label).join()).toContain('FI7RE');
  });

  test.each(['13005', 'cinquième', 'Marseille 5'])(
    'a voter who types « %s » finds 8 lists for the city and 5 for sector 3',
    async (typed) => {
      const page = await read(`/${slug}/secteurs?${new URLSearchParams({ ou: typed })}`);
      expect(page).toContain(`href="/${slug}/secteurs/3"`);
      const [city, sector] = ballots(page);
      expect(city).toHaveLength(8);
      expect(sector).toHaveLength(5);
      expect(city).toContain(longestLabel);
      expect(sector).toContain('REPRENDRE MARSEILLE AUX RICHES');
    },
  );

  test('a voter of the 5th sees the movement of each list whose label is another, and the panels of each ballot in their order', async () => {
    const page = await read(`/${slug}/secteurs/3`);
    const row = page.slice(
      page.indexOf('Marseille je t’aime 4/5'),
      page.indexOf('</tr>', page.indexOf('Marseille je t’aime 4/5')),
    );
    expect(row).toContain('Mouvement\u00a0:');
    expect(row).toContain('MARSEILLE JE T’AIME AVEC MARTINE VASSAL</a>');
    const riches = page.slice(page.indexOf('REPRENDRE MARSEILLE AUX RICHES</a>'));
    expect(riches.slice(0, riches.indexOf('</tr>'))).not.toContain('Mouvement\u00a0:');
    const panels = [...page.matchAll(/Panneau (\d)/g)].map(([, panel]) => Number(panel));
    expect(panels).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5]);
  });

  test('on the board, who stands in sectors alone comes after those on the city’s ballot, whose panels are others', async () => {
    const [board = []] = ballots(await read(`/${slug}`));
    expect(board).toHaveLength(12);
    expect(board.indexOf(longestLabel)).toBe(6);
    expect(board.slice(8)).toEqual([
      'NPA Révolutionnaires - Marseille, ouvrière et révolutionnaire',
      'REPRENDRE MARSEILLE AUX RICHES',
      'Marseille citoyenne',
      'AMBITION CITOYENNE',
    ]);
  });

  test('nobody answered: every page says so in words, in good grammar and valid HTML', async () => {
    const board = await read(`/${slug}`);
    expect(board).toMatch(/1\u00a0organisation demande à toutes les listes\u00a0:/);
    expect(board.match(/Pas encore sollicitée/g)?.length).toBeGreaterThanOrEqual(12);
    for (const path of [
      '',
      '/secteurs/3',
      '/comparer?liste=toutes',
      '/ce-qui-compte?demande=une-demande-fictive',
      '/listes/commune-tour-1-panneau-7',
    ])
      expect(await htmlFaults(await read(`/${slug}${path}`)), path).toEqual([]);
  });
});
