import { expect, test } from 'vitest';
import { hoursLeft, replyDeadline } from '../../src/outreach/reply-deadline.ts';

const marseille = { firstRoundOn: '2020-03-15', secondRoundOn: '2020-06-28' };

test.each([
  ['three days before the campaign opens', '2020-03-01T09:00:00Z', 72, '2020-03-04 10:00', null],
  ['a day once the official campaign is open', '2020-03-02T09:00:00Z', 24, '2020-03-03 10:00', null],
  ['before the eve when it comes on the Friday', '2020-03-13T15:00:00Z', 24, '2020-03-14 00:00', 'before'],
  ['at the close when it comes on the eve', '2020-03-14T09:00:00Z', 24, '2020-03-15 20:00', 'after'],
  ['its own day when it comes on the Sunday', '2020-03-15T10:00:00Z', 24, '2020-03-16 11:00', 'after'],
  ['three days between the rounds of 2020', '2020-04-20T08:00:00Z', 72, '2020-04-23 10:00', null],
  ['a day in the campaign of the second round', '2020-06-15T08:00:00Z', 24, '2020-06-16 10:00', null],
  ['three days after the vote', '2020-07-01T08:00:00Z', 72, '2020-07-04 10:00', null],
] as const)('%s', (_name, received, hours, due, moved) => {
  expect(replyDeadline(marseille, 'Europe/Paris', new Date(received))).toEqual({ hours, due, moved });
});

test('a second round a week later opens its campaign the day after the first', () => {
  const rounds = { firstRoundOn: '2026-03-15', secondRoundOn: '2026-03-22' };
  expect(replyDeadline(rounds, 'Europe/Paris', new Date('2026-03-16T08:00:00Z')).hours).toBe(24);
});

test('the clock says how many whole hours are left, and how late one is', () => {
  const deadline = replyDeadline(marseille, 'Europe/Paris', new Date('2020-07-01T08:00:00Z'));
  expect(hoursLeft(deadline, 'Europe/Paris', new Date('2020-07-02T08:30:00Z'))).toBe(47);
  expect(hoursLeft(deadline, 'Europe/Paris', new Date('2020-07-04T09:00:00Z'))).toBe(-1);
});
