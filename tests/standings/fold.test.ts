import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { positionSubject } from '../../src/ledger/subjects.ts';
import { stances } from '../../src/positions/stance.ts';
import { fold, NothingPublished, type PublicState } from '../../src/standings/fold.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { emptyLedger, firstEdition, position, secondEdition, town } from '../support/town.ts';

const at = (day: number) => ({ publishedAt: `2020-04-${String(day).padStart(2, '0')}T10:00:00Z` });
const cell = 'pre-vert/cameras';

const withdrawal = (subject: string, reason: string): NewEntry => ({
  kind: 'withdrawal',
  subject,
  payload: { kind: 'position', subject },
  reason,
});

function published() {
  const { ledger } = emptyLedger();
  ledger.publish(town, firstEdition, at(1));
  ledger.publish(town, secondEdition, at(2));
  return { ledger, standings: openStandings(ledger) };
}

/** Everything a state shows, as plain data, so that two states can be compared whole. */
function shown(state: PublicState) {
  const kinds = ['campaign', 'movement', 'list', 'contact', 'position', 'reply', 'assessment'] as const;
  return { edition: state.edition, shelves: kinds.map((kind) => [...state.of(kind).values()]) };
}

describe('the state of a campaign', () => {
  test('is nothing before anything is published', () => {
    const { ledger } = emptyLedger();
    expect(() => fold([], [])).toThrow(NothingPublished);
    expect(openStandings(ledger).find(town)).toBeNull();
    expect(openStandings(ledger).directory.list()).toEqual([]);
  });

  test('keeps each version of a position, with when and why it was corrected', () => {
    const standing = published().standings.find(town)?.of('position').get(cell);
    expect(standing?.current?.stance).toBe('commits_in_part');
    expect(
      standing?.versions.map(({ edition, publishedAt, reason, payload }) => [edition, publishedAt, reason, payload?.stance]),
    ).toEqual([
      [1, '2020-04-01T10:00:00Z', null, 'commits'],
      [2, '2020-04-02T10:00:00Z', 'La condition avait été oubliée.', 'commits_in_part'],
    ]);
  });

  test('as of the first edition knows nothing of the second', () => {
    const { standings } = published();
    const first = standings.find(town, 1);
    expect(first?.of('position').get(cell)?.current?.stance).toBe('commits');
    expect(first?.current('reply')).toEqual([]);
    expect(first?.editions.map(({ number }) => number)).toEqual([1]);
    for (const none of [0, 3, -1, 1.5, Number.NaN]) expect(standings.find(town, none)).toBeNull();
    expect(standings.find('ailleurs')).toBeNull();
  });

  test('a withdrawal takes the position off the board, keeps its history and says why', () => {
    const { ledger, standings } = published();
    ledger.publish(town, [withdrawal(cell, 'Source contredite.')], at(3));
    const standing = standings.find(town)?.of('position').get(cell);
    expect([standing?.current, standing?.versions.length]).toEqual([null, 2]);
    expect(standing?.gap).toEqual({ kind: 'withdrawn', reason: 'Source contredite.', edition: 3 });
    expect(standings.find(town)?.current('position').map(positionSubject)).not.toContain(cell);
    expect(standings.find(town, 2)?.of('position').get(cell)?.gap).toBeNull();
  });

  test('what is published again after a withdrawal stands again', () => {
    const { ledger, standings } = published();
    ledger.publish(town, [withdrawal(cell, 'Source contredite.')], at(3));
    ledger.publish(town, [position({ movement: 'pre-vert', demand: 'cameras', stance: 'refuses' })], at(4));
    const standing = standings.find(town)?.of('position').get(cell);
    expect([standing?.current?.stance, standing?.gap, standing?.versions.length]).toEqual(['refuses', null, 3]);
  });

  test('withdrawing what was never published changes nothing', () => {
    const { ledger, standings } = published();
    const before = shown(standings.find(town) ?? expect.fail('nothing published'));
    ledger.publish(town, [withdrawal('personne/rien', 'Rien.')], at(3));
    expect(standings.find(town)).toMatchObject({ edition: { number: 3 } });
    expect(shown(standings.find(town) ?? expect.fail('nothing published')).shelves).toEqual(before.shelves);
  });
});

const act = fc.oneof(
  fc.record({
    what: fc.constant('say' as const),
    demand: fc.constantFrom('projets', 'cameras', 'comite'),
    stance: fc.constantFrom(...stances),
  }),
  fc.record({ what: fc.constant('withdraw' as const), demand: fc.constantFrom('projets', 'cameras', 'comite') }),
);

test('whatever was published after it, the state as of an edition is the fold of what there was then', () => {
  fc.assert(
    fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (editions) => {
      const { ledger } = emptyLedger();
      const then: PublicState[] = [];
      const publish = (entries: NewEntry[]) => {
        const { number } = ledger.publish(town, entries, at(then.length + 1));
        then.push(fold(ledger.listEditions(town), ledger.listEntries(town, number)));
      };
      publish(firstEdition);
      for (const acts of editions) {
        publish(
          acts.map((one) =>
            one.what === 'say'
              ? position({ movement: 'horizon', demand: one.demand, stance: one.stance })
              : withdrawal(`horizon/${one.demand}`, 'Retirée.'),
          ),
        );
      }
      const standings = openStandings(ledger);
      then.forEach((state, index) => {
        expect(shown(standings.find(town, index + 1) ?? expect.fail('no state'))).toEqual(shown(state));
      });
    }),
    { numRuns: 30 },
  );
});
