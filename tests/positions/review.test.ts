import { describe, expect, test } from 'vitest';
import {
  acceptedReading,
  giveBack,
  isEditable,
  mustCodeBlind,
  publish,
  type Reading,
  type ReviewState,
  refusalToAccept,
  refusalToCode,
  reviewStates,
  submit,
  takeBack,
  undoable,
} from '../../src/positions/review.ts';

const author = 1;
const helper = 2;
const reader = 3;
const position = (state: ReviewState, readings: Reading[] = []) => ({ state, authors: [author, helper], readings });
const coded = (over: Partial<Reading> = {}): Reading => ({
  readerId: reader,
  stance: 'commits',
  firstStance: 'commits',
  codedAt: '2020-03-01T10:00:00Z',
  note: '',
  acceptedAt: null,
  ...over,
});

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

  test('nobody who wrote a part of it codes it, accepts it or returns it', () => {
    for (const one of [author, helper]) {
      expect(refusalToCode(position('submitted'), one)).toBe('own_work');
      expect(refusalToAccept(position('submitted', [coded({ readerId: one })]), one, true, '')).toBe('own_work');
      expect(giveBack(position('submitted'), one, 'Source ?')).toEqual({ refused: 'own_work' });
      expect(mustCodeBlind(position('submitted'), one)).toBe(false);
    }
  });

  test('returning says why', () => {
    expect(giveBack(position('submitted'), reader, '  \n')).toEqual({ refused: 'no_reason' });
    expect(giveBack(position('submitted'), reader, 'La date manque.')).toEqual({ to: 'returned' });
  });

  test('only what is submitted is decided, and only whole', () => {
    for (const state of reviewStates.filter((each) => each !== 'submitted')) {
      expect(refusalToCode(position(state), reader)).toBe('not_submitted');
      expect(refusalToAccept(position(state, [coded()]), reader, true, '')).toBe('not_submitted');
      expect(publish(position(state, [coded({ acceptedAt: '2020-03-01T11:00:00Z' })]))).toEqual({ refused: 'not_accepted' });
      expect(giveBack(position(state), reader, 'Non')).toEqual({ refused: 'not_submitted' });
    }
    expect(refusalToAccept(position('submitted', [coded()]), reader, false, '')).toBe('incomplete');
  });

  test('an author takes back what nobody has decided', () => {
    expect(takeBack(position('submitted'), helper)).toEqual({ to: 'draft' });
    expect(takeBack(position('submitted'), reader)).toEqual({ refused: 'own_work' });
    expect(takeBack(position('approved'), author)).toEqual({ refused: 'not_submitted' });
  });
});

describe('the second person codes before they see', () => {
  test('until they have coded, the first code is hidden and nothing is accepted', () => {
    expect(mustCodeBlind(position('submitted'), reader)).toBe(true);
    expect(refusalToCode(position('submitted'), reader)).toBeNull();
    expect(refusalToAccept(position('submitted'), reader, true, 'Tout va bien.')).toBe('not_coded');
  });

  test('they code once', () => {
    expect(refusalToCode(position('submitted', [coded()]), reader)).toBe('coded_already');
    expect(mustCodeBlind(position('submitted', [coded()]), reader)).toBe(false);
    expect(mustCodeBlind(position('submitted', [coded({ readerId: 4 })]), reader)).toBe(true);
  });

  test('where the codes agree, nothing more is asked; where they differ, a note settles it', () => {
    expect(refusalToAccept(position('submitted', [coded()]), reader, true, '')).toBeNull();
    const disputed = position('submitted', [coded({ stance: 'unclear' })]);
    expect(refusalToAccept(disputed, reader, true, '  ')).toBe('unsettled');
    expect(refusalToAccept(disputed, reader, true, 'La phrase d’après lève le doute.')).toBeNull();
  });

  test('only what was accepted is published', () => {
    expect(publish(position('submitted', [coded()]))).toEqual({ refused: 'not_accepted' });
    const accepted = position('submitted', [coded({ acceptedAt: '2020-03-01T11:00:00Z' })]);
    expect(publish(accepted)).toEqual({ to: 'approved' });
    expect(acceptedReading(accepted)?.readerId).toBe(reader);
  });

  test('whoever accepted or returned it may take that back, and nobody else', () => {
    const accepted = { ...position('submitted', [coded({ acceptedAt: '2020-03-01T11:00:00Z' })]), reviewerId: null };
    const returned = { ...position('returned'), reviewerId: reader };
    expect([undoable(accepted, reader), undoable(returned, reader)]).toEqual(['acceptance', 'return']);
    expect([undoable(accepted, 4), undoable(returned, author)]).toEqual([null, null]);
    expect(undoable({ ...position('approved'), reviewerId: reader }, reader)).toBeNull();
  });
});
