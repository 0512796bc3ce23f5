import { expect, test } from 'vitest';
import { type FiledIn, proposeLineage } from '../../src/elections/lineage.ts';
import { marseille } from '../fixtures/elections/marseille-2020.ts';

const valid: Record<number, number> = { 1: 17650, 2: 9351, 4: 29199, 7: 23049, 8: 12672 };
const proposed = proposeLineage(marseille, (raceId) => valid[raceId] ?? null);
const id = (sector: number, round: number, panel: number) =>
  marseille.find((list) => list.raceId === sector && list.round === round && list.panel === panel)?.id;

test.each([
  ['the label changed, the head and panel did not', 8, 1],
  ['the nuance changed', 2, 7],
  ['the label names two movements: the list goes on, whom it took in is not said', 1, 4],
])('a list goes on: %s', (_why, sector, panel) =>
  expect(proposed.continues).toContainEqual({ childListId: id(sector, 2, panel), parentListId: id(sector, 1, panel) }),
);

test('no merger is ever proposed: whoever could stand or merge and is gone is a question for a person', () => {
  expect(proposed.departed.map(({ listId }) => listId)).toEqual([
    id(1, 1, 1),
    id(1, 1, 3),
    id(1, 1, 5),
    id(2, 1, 2),
    id(2, 1, 5),
  ]);
});

test('a sector without a second round asks nothing', () => {
  expect(proposed.departed).not.toContainEqual({ listId: id(7, 1, 9) });
});

const filed = (over: Partial<FiledIn>): FiledIn => ({
  ...{ id: 1, raceId: 1, round: 1, panel: 1, headFirstName: 'Alix', headLastName: 'VERNE', votes: 100 },
  ...over,
});

test.each([
  ['another head under the same panel', { headLastName: 'SORBIER' }, 'other_head'],
  ['another panel', { panel: 2 }, 'no_parent'],
  ['another race', { raceId: 2 }, 'no_parent'],
  ['a head who is not known', { headLastName: null }, 'other_head'],
])('a person says where a list comes from: %s', (_why, over, why) => {
  const { continues, open } = proposeLineage([filed({}), filed({ id: 2, round: 2, ...over })], () => 1000);
  expect({ continues, open }).toEqual({ continues: [], open: [{ childListId: 2, why }] });
});

test('a head whose name is written without accents is the same person', () => {
  const lists = [
    filed({ headFirstName: 'Éléonore', headLastName: 'DJAMBAÉ' }),
    filed({ id: 2, round: 2, headFirstName: 'Eleonore', headLastName: 'Djambae' }),
  ];
  expect(proposeLineage(lists, () => 1000).continues).toEqual([{ childListId: 2, parentListId: 1 }]);
});
