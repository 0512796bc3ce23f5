import { expect, test } from 'vitest';
import { formerNames } from '../../src/campaigns/renaming.ts';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { emptyLedger, firstEdition, town } from '../support/town.ts';

const { ledger } = emptyLedger();
ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
const state = openStandings(ledger).find(town);
if (!state) throw new Error('the town is published');
const nothing = { letter: null, signatories: [], demands: [], races: [], movements: [], lists: [], lineage: [] };
const whole = { ...nothing, campaign: state.campaign };
const movement = (slug: string, name: string): NewEntry => ({
  kind: 'movement',
  subject: slug,
  payload: { slug, name, leader: null },
});
const leaving = { kind: 'movement', subject: 'cap-nord' };
const name = state.of('movement').get('cap-nord')?.current?.name ?? '';

test('a movement of the same name is the same movement under another address', () => {
  const added = movement('cap-du-nord', name);
  expect([...formerNames(state, whole, [added], [leaving])]).toEqual([[added, 'cap-nord']]);
});

test('so is one of exactly the same lists, whatever its name', () => {
  const added = movement('autre-nom', 'Autre nom');
  const lists = state.current('list').map((list) => (list.movement === 'cap-nord' ? { ...list, movement: 'autre-nom' } : list));
  expect([...formerNames(state, { ...whole, lists }, [added], [leaving]).values()]).toEqual(['cap-nord']);
  expect(
    formerNames(
      state,
      { ...whole, lists: lists.slice(0, -1).filter((list) => list.movement !== 'autre-nom') },
      [added],
      [leaving],
    ).size,
  ).toBe(0);
});

test('nothing is guessed: where two could be meant, and where a kind is another, none is', () => {
  expect(formerNames(state, whole, [movement('un', name), movement('deux', name)], [leaving]).size).toBe(0);
  expect(formerNames(state, whole, [movement('un', name)], [{ kind: 'demand', subject: 'cap-nord' }]).size).toBe(0);
});
