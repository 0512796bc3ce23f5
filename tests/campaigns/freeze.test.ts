import { expect, test } from 'vitest';
import { freezeAt, freezesOf } from '../../src/campaigns/freeze.ts';

const marseille = { firstRoundOn: '2020-03-15', secondRoundOn: '2020-06-28' };

test.each([
  ['a second before the eve begins in Marseille', '2020-03-13T22:59:59Z', 'Europe/Paris', null],
  ['the first second of the eve', '2020-03-13T23:00:00Z', 'Europe/Paris', 1],
  ['a minute before the last polling place closes', '2020-03-15T18:59:00Z', 'Europe/Paris', 1],
  ['once it has closed', '2020-03-15T19:00:00Z', 'Europe/Paris', null],
  ['the second round, in summer time', '2020-06-28T17:59:00Z', 'Europe/Paris', 2],
  ['the second round is over', '2020-06-28T18:00:00Z', 'Europe/Paris', null],
  ['Marseille has begun its eve, La Réunion began three hours before', '2020-03-13T20:30:00Z', 'Indian/Reunion', 1],
  ['Martinique votes on when Paris has closed', '2020-03-15T20:00:00Z', 'America/Martinique', 1],
] as const)('%s', (_name, now, timeZone, round) => {
  expect(freezeAt(marseille, timeZone, new Date(now))?.round ?? null).toBe(round);
});

test('an election of one round has one freeze, from the eve to the close', () => {
  expect(freezesOf({ firstRoundOn: '2026-03-01', secondRoundOn: null })).toEqual([
    { round: 1, from: '2026-02-28 00:00', until: '2026-03-01 20:00' },
  ]);
});
