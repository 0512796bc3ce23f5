import { describe, expect, test } from 'vitest';
import { approve, giveBack, isEditable, type ReviewState, reviewStates, submit, takeBack } from '../../src/positions/review.ts';

const author = 1;
const helper = 2;
const reader = 3;
const position = (state: ReviewState) => ({ state, authors: [author, helper] });

describe('draft → submitted → approved | returned', () => {
  test.each([
    ['draft', true],
    ['returned', true],
    ['submitted', false],
    ['approved', false],
  ] as const)('a %s position may be written to: %s', (state, editable) => expect(isEditable({ state })).toBe(editable));

  test('what is complete is submitted; what is not says so', () => {
    expect(submit(position('draft'), true)).toEqual({ to: 'submitted' });
    expect(submit(position('returned'), true)).toEqual({ to: 'submitted' });
    expect(submit(position('draft'), false)).toEqual({ refused: 'incomplete' });
    expect(submit(position('approved'), true)).toEqual({ refused: 'not_editable' });
  });

  test('nobody who wrote a part of it approves or returns it', () => {
    for (const one of [author, helper]) {
      expect(approve(position('submitted'), one, true)).toEqual({ refused: 'own_work' });
      expect(giveBack(position('submitted'), one, 'Source ?')).toEqual({ refused: 'own_work' });
    }
    expect(approve(position('submitted'), reader, true)).toEqual({ to: 'approved' });
  });

  test('returning says why', () => {
    expect(giveBack(position('submitted'), reader, '  \n')).toEqual({ refused: 'no_reason' });
    expect(giveBack(position('submitted'), reader, 'La date manque.')).toEqual({ to: 'returned' });
  });

  test('only what is submitted is decided, and only whole', () => {
    for (const state of reviewStates.filter((each) => each !== 'submitted')) {
      expect(approve(position(state), reader, true)).toEqual({ refused: 'not_submitted' });
      expect(giveBack(position(state), reader, 'Non')).toEqual({ refused: 'not_submitted' });
    }
    expect(approve(position('submitted'), reader, false)).toEqual({ refused: 'incomplete' });
  });

  test('an author takes back what nobody has decided', () => {
    expect(takeBack(position('submitted'), helper)).toEqual({ to: 'draft' });
    expect(takeBack(position('submitted'), reader)).toEqual({ refused: 'own_work' });
    expect(takeBack(position('approved'), author)).toEqual({ refused: 'not_submitted' });
  });
});
