import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { difference, differenceOf } from '../../src/standings/difference.ts';
import type { PublicState } from '../../src/standings/fold.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { emptyLedger, firstEdition, position, secondEdition, town } from '../support/town.ts';

const at = '2020-04-01T10:00:00Z';

const withdrawal = (subject: string): NewEntry => ({
  kind: 'withdrawal',
  subject,
  payload: { kind: 'position', subject },
  reason: 'Source contredite.',
});

/** 1 opens; 2 corrects and hears a reply; 3 withdraws; 4 says again what it withdrew, and repeats what stands; 5 redacts 1. */
const { ledger } = emptyLedger();
ledger.publish(town, firstEdition, { publishedAt: at });
ledger.publish(town, secondEdition, { publishedAt: at });
ledger.publish(town, [withdrawal('pre-vert/projets')], { publishedAt: at });
const again = [position({ movement: 'pre-vert', demand: 'projets' }), position({ movement: 'cap-nord', demand: 'comite' })];
ledger.publish(town, [...again, ...firstEdition.filter(({ kind }) => kind === 'contact')], { publishedAt: at });
const redactedEntry = ledger.listEntries(town, 1).find(({ subject }) => subject === 'horizon/projets');
ledger.redact(town, `1.${redactedEntry?.ordinal}`, 'Décision de justice.', at);
ledger.publish(town, [position({ movement: 'horizon', demand: 'projets', stance: 'unclear' })], { publishedAt: at });

const standings = openStandings(ledger);
function state(number: number): PublicState {
  return standings.find(town, number) ?? expect.fail(`no edition ${number}`);
}
const told = (from: number, to: number) =>
  difference(state(from), state(to)).map(({ kind, subject, what, reason, edition }) => [edition, what, kind, subject, reason]);

describe('between two editions', () => {
  test('nothing, when they are the same', () => expect(told(2, 2)).toEqual([]));

  test('a correction, with what was said before and after and why; a reply is added', () => {
    expect(told(1, 2)).toEqual([
      [2, 'changed', 'position', 'pre-vert/cameras', 'La condition avait été oubliée.'],
      [2, 'added', 'reply', 'horizon-1', null],
    ]);
    const [change] = differenceOf('position', state(1), state(2));
    expect([change?.before?.stance, change?.before?.condition]).toEqual(['commits', null]);
    expect([change?.after?.stance, change?.after?.condition]).toEqual(['commits_in_part', 'Si le budget le permet.']);
  });

  test('a withdrawal, with what it took away and why', () => {
    expect(told(2, 3)).toEqual([[3, 'withdrawn', 'position', 'pre-vert/projets', 'Source contredite.']]);
    expect(differenceOf('position', state(2), state(3))[0]).toMatchObject({ before: { stance: 'commits' }, after: null });
  });

  test('what stands again is added; what is repeated word for word is no change', () => {
    expect(told(3, 4)).toEqual([
      [4, 'added', 'position', 'pre-vert/projets', null],
      [4, 'added', 'position', 'cap-nord/comite', null],
    ]);
  });

  test('withdrawn and said again in between: nothing changed', () => {
    expect(told(2, 4).filter(([, , , subject]) => subject === 'pre-vert/projets')).toEqual([]);
  });

  test('a redaction, with its reason and without what it took away', () => {
    expect(told(4, 5)).toEqual([[5, 'redacted', 'position', 'horizon/projets', 'Décision de justice.']]);
    expect(difference(state(4), state(5))[0]).toMatchObject({ before: null, after: null });
  });

  test('said anew after a redaction: both are told, and it is a change, not an addition', () => {
    expect(told(4, 6).map(([edition, what]) => [edition, what])).toEqual([
      [5, 'redacted'],
      [6, 'changed'],
    ]);
  });

  test('a redaction that came later is no difference between two earlier editions', () => {
    expect(told(1, 4).filter(([, what]) => what === 'redacted')).toEqual([]);
  });
});

test('compared with nothing, everything that can be read is added', () => {
  const changes = difference(null, state(1));
  expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(['added']));
  expect(changes).toHaveLength(firstEdition.length - 1);
});
