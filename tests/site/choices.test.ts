import { describe, expect, test } from 'vitest';
import { ballotQuery, choiceQuery, readBallotChoice, readBoardChoice, usualChoice } from '../../src/site/board-choice.ts';
import { comparedIn, comparisonQuery, readComparison } from '../../src/site/compared.ts';
import { readPriorities } from '../../src/site/priorities.presenter.ts';
import { seeded } from '../support/seeded.ts';

const { state } = seeded('exemple');
const find = () => state;

describe('what an address asks of the board', () => {
  test('nothing, and the state is not even looked for', () => {
    const unasked = () => {
      throw new Error('looked for');
    };
    expect(readBoardChoice({}, unasked)).toEqual(usualChoice);
  });

  test.each([
    ['what does not exist', { demande: 'rien', position: 'peut-etre', secteur: '99', reponse: 'bof', ordre: 'x' }],
    ['empty fields, as a form sends them', { demande: '', position: '', secteur: '', reponse: '', ordre: 'engagements' }],
    ['something else than text', { demande: { a: 'b' }, secteur: ['1', '99'] }],
  ])('%s asks nothing: no other page is made of it', (_name, query) => {
    expect(readBoardChoice(query, find)).toEqual(usualChoice);
    expect(choiceQuery(readBoardChoice(query, find), state)).toBe('');
  });

  test('keeps what is ticked, each once, in the order of the panels, and shows every row again without unticking', () => {
    const asked = { liste: ['cap-ensemble', 'nulle-part', 'aube-nouvelle', 'aube-nouvelle'], position: 'refuses', ordre: 'nom' };
    const ticked = '&liste=aube-nouvelle&liste=cap-ensemble';
    expect(choiceQuery(readBoardChoice(asked, find), state)).toBe(`?ordre=nom&position=refuses${ticked}`);
    expect(choiceQuery(readBoardChoice({ ...asked, tout: 'oui' }, find), state)).toBe(`?ordre=nom${ticked}`);
    expect(ballotQuery(readBallotChoice(asked, find))).toBe(`?ordre=nom${ticked}`);
  });

  test('has one spelling', () => {
    const asked = {
      reponse: 'non',
      ordre: 'nom',
      demande: ['rien', 'moins-de-cameras'],
      position: 'refuses',
      secteur: '2',
      z: '1',
    };
    const text = choiceQuery(readBoardChoice(asked, find), state);
    expect(text).toBe('?ordre=nom&demande=moins-de-cameras&position=refuses&secteur=2&reponse=non');
  });
});

describe('what an address puts side by side', () => {
  test('stands in the order of the panels, each once, whatever the address', () => {
    const asked = { liste: ['cap-ensemble', 'secteur-1-tour-2-panneau-2', 'nulle-part', 'aube-nouvelle', 'cap-ensemble'] };
    const comparison = readComparison(asked, find);
    expect(comparisonQuery(comparison)).toBe('?liste=aube-nouvelle&liste=cap-ensemble&liste=secteur-1-tour-2-panneau-2');
    expect(comparedIn(state, comparison).map(({ value }) => value)).toEqual(comparison.chosen);
  });

  test('everything, in one word, however many there are', () => {
    const comparison = readComparison({ liste: 'toutes' }, find);
    expect(comparedIn(state, comparison)).toHaveLength(state.current('movement').length);
    expect(comparisonQuery(comparison)).toBe('?liste=toutes');
  });
});

test('what matters is kept in the letter’s order, and only what is asked for there', () => {
  const asked = { demande: ['un-comite-de-controle', 'x', 'moins-de-cameras'], liste: ['x', 'cap-ensemble'] };
  expect(readPriorities(asked, find)).toEqual({
    demands: ['moins-de-cameras', 'un-comite-de-controle'],
    ticked: ['cap-ensemble'],
  });
});
