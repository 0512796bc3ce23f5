import { describe, expect, test } from 'vitest';
import { everything, type Narrowing, narrow } from '../../src/standings/narrowing.ts';
import { movementBoard } from '../../src/standings/scoreboard.ts';
import { seeded } from '../support/seeded.ts';

const { state } = seeded('exemple');
const board = movementBoard(state, 'engagements');

const shown = (narrowing: Partial<Narrowing>) =>
  narrow(state, board, { ...everything, ...narrowing }, 'panneau')
    .rows.map(({ movement }) => movement.slug)
    .sort();

describe('a board narrowed to', () => {
  test('those who refuse something', () => expect(shown({ stance: 'refuses' })).toEqual(['cap-ensemble', 'port-clair-d-abord']));
  test('those who refuse this demand', () =>
    expect(shown({ stance: 'refuses', demands: ['moins-de-cameras'] })).toEqual(['cap-ensemble']));
  test('those of whom nothing is known', () =>
    expect(shown({ stance: 'silence' })).toEqual(['demain-les-phares', 'horizon-commun', 'la-voix-des-collines', 'lune-rousse']));
  test('those who stand in a ballot', () =>
    expect(shown({ race: 'secteur-2' })).toEqual([
      'aube-nouvelle',
      'horizon-commun',
      'la-voix-des-collines',
      'port-clair-d-abord',
    ]));
  test('those who answered, read by a second person or not yet', () =>
    expect(shown({ answered: true })).toEqual(['aube-nouvelle', 'la-voix-des-collines', 'les-quais-solidaires']));
  test('those who did not', () => expect(shown({ answered: false })).toHaveLength(5));
  test('nobody', () => expect(shown({ demands: ['un-comite-de-controle'], stance: 'contradicts' })).toEqual([]));

  test('a stance that only a list of its own takes', () => {
    const unclear = shown({ stance: 'unclear', demands: ['moins-de-cameras'] });
    expect(unclear).toEqual(['aube-nouvelle']);
  });

  test('one demand counts the commitments to that one alone', () => {
    const one = narrow(state, board, { ...everything, demands: ['un-comite-de-controle'] }, 'engagements');
    expect(one.demands).toHaveLength(1);
    expect(one.rows.every(({ commitments, cells }) => commitments <= 1 && cells.length === 1)).toBe(true);
  });
});

test('names stand in the order of a French dictionary', () => {
  const names = movementBoard(state, 'nom').rows.map(({ movement }) => movement.name.slice(0, 12));
  expect(names).toEqual([
    'Aube nouvell',
    'Cap Ensemble',
    'Demain les p',
    'Horizon comm',
    'La Voix des ',
    'Les Quais so',
    'Lune rousse',
    'Port-Clair d',
  ]);
});
