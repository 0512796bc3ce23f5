import { describe, expect, test } from 'vitest';
import { type FollowUpDraft, type FollowUpGap, gapsIn } from '../../src/followup/follow-up.ts';
import { followedMovements } from '../../src/followup/pledges.ts';
import {
  type FollowUpState,
  followUpStates,
  isEditable,
  refusalToAccept,
  refusalToReturn,
  refusalToTakeBack,
} from '../../src/followup/review.ts';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { assessmentSubject } from '../../src/ledger/subjects.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { seeded } from '../support/seeded.ts';
import { emptyLedger, firstEdition, town } from '../support/town.ts';

const source = { url: '', title: 'Délibération', publisher: 'La ville', publishedOn: '2020-11-13' };
const whole: FollowUpDraft = {
  movementId: 1,
  demandId: 1,
  verdict: 'broken',
  fact: 'Le conseil a voté dix caméras de plus.',
  happenedOn: '2020-11',
  accordingTo: 'Ligue des quais',
  corrects: '',
  reason: '',
  replyOfferedOn: '',
  note: '',
  sources: [source],
};

test('a whole follow-up lacks nothing', () => expect(gapsIn(whole)).toEqual([]));

test.each<[string, Partial<FollowUpDraft>, FollowUpGap[]]>([
  ['a judgement belongs to someone', { accordingTo: '' }, ['accordingTo']],
  ['a fact that nobody judges may go without a name', { verdict: 'not_rated', accordingTo: '' }, []],
  ['a fact has a date', { happenedOn: '' }, ['happenedOn']],
  ['and words', { fact: '' }, ['fact']],
  ['nothing is published without a source', { sources: [] }, ['sources']],
  ['a source has a date', { sources: [{ ...source, publishedOn: '' }] }, ['sources']],
  ['a page is dated by the day of the fact', { sources: [{ ...source, url: 'https://example.org/a', publishedOn: '' }] }, []],
  ['what is published changes only with a reason', { corrects: 'pre-vert/cameras/2020' }, ['reason']],
  ['nobody said what became of it', { verdict: null, accordingTo: '' }, ['verdict']],
  ['a reply need not have been offered', { replyOfferedOn: '', note: '' }, []],
])('%s', (_name, change, gaps) => expect(gapsIn({ ...whole, ...change })).toEqual(gaps));

describe('who may do what next', () => {
  const [author, reader] = [1, 2];
  const inState = (state: FollowUpState) => ({ state, authors: [author] });
  const where = (may: (state: FollowUpState) => boolean) => followUpStates.filter(may);

  test('is written while it is a draft, or came back', () =>
    expect(where((state) => isEditable(inState(state)))).toEqual(['draft', 'returned']));
  test('is accepted while it waits to be read, by someone else', () => {
    expect(where((state) => refusalToAccept(inState(state), reader) === null)).toEqual(['submitted']);
    expect(where((state) => refusalToAccept(inState(state), author) === null)).toEqual([]);
  });
  test('is returned until it is public, by someone else, with a reason', () => {
    expect(where((state) => refusalToReturn(inState(state), reader, 'Faux.') === null)).toEqual(['submitted', 'accepted']);
    expect(refusalToReturn(inState('submitted'), reader, ' ')).toBe('no_reason');
    expect(refusalToReturn(inState('submitted'), author, 'Faux.')).toBe('own_work');
  });
  test('is taken back until it is public, by an author', () => {
    expect(where((state) => refusalToTakeBack(inState(state), author) === null)).toEqual(['submitted', 'accepted']);
    expect(refusalToTakeBack(inState('submitted'), reader)).toBe('not_yours');
  });
});

describe('whose pledges are followed', () => {
  test('those that won seats, the most in the council first, with what is known of each pledge, newest first', () => {
    const state = seeded('exemple').standings.find('exemple');
    const followed = state ? followedMovements(state) : [];
    expect(followed.map(({ movement, seats }) => [movement.slug, seats])).toEqual([
      ['aube-nouvelle', 22],
      ['port-clair-d-abord', 13],
      ['horizon-commun', 2],
    ]);
    expect(followed[0]?.pledges.map(({ facts }) => facts.map(({ payload }) => payload.verdict))).toEqual([
      ['kept'],
      ['in_progress'],
      ['stalled'],
    ]);
    expect(followed[2]?.pledges).toEqual([]);
  });

  test('before any result is known, every movement with a position; then whoever has a follow-up already', () => {
    const { ledger } = emptyLedger();
    const noSeats = firstEdition.map(
      (entry): NewEntry =>
        entry.kind === 'list'
          ? { ...entry, payload: { ...entry.payload, seats: { council: null, sector: null, intercommunal: null } } }
          : entry,
    );
    ledger.publish(town, noSeats, { publishedAt: '2020-04-01T10:00:00Z' });
    const state = openStandings(ledger).find(town);
    if (!state) throw new Error('nothing is public');
    const said = new Set(state.current('position').map(({ movement }) => movement));
    const followed = new Set(followedMovements(state).map(({ movement }) => movement.slug));
    expect(followed.size).toBeGreaterThan(0);
    expect(followed).toEqual(said);
    const silent = state.current('movement').find(({ slug }) => !said.has(slug))?.slug ?? '';
    const payload = { movement: silent, demand: 'cameras', verdict: 'not_rated', fact: 'Un fait.', happenedOn: '2020' } as const;
    const sources = [{ url: null, title: 'Un journal', publisher: 'Le Courrier', publishedOn: '2020' }];
    const entry = {
      kind: 'assessment',
      subject: `${silent}/cameras/2020`,
      payload: { ...payload, accordingTo: null, sources },
    } as const;
    ledger.publish(town, [entry], { publishedAt: '2020-12-01T10:00:00Z' });
    const later = openStandings(ledger).find(town);
    expect((later ? followedMovements(later) : []).map(({ movement }) => movement.slug)).toContain(silent);
  });
});

test('no subject is given twice', () => {
  const fact = { movement: 'pre-vert', demand: 'cameras', happenedOn: '2020-11' };
  const taken = new Set(['pre-vert/cameras/2020-11', 'pre-vert/cameras/2020-11/2']);
  expect(assessmentSubject(fact, () => false)).toBe('pre-vert/cameras/2020-11');
  expect(assessmentSubject(fact, (subject) => taken.has(subject))).toBe('pre-vert/cameras/2020-11/3');
});
