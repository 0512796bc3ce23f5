import { expect, test } from 'vitest';
import { type Contact, standingOf, statusAfter } from '../../src/outreach/asking.ts';
import { addDays, notNow } from '../../src/outreach/reminders.ts';
import type { Channel, LetterKind, Outcome, Purpose } from '../../src/outreach/vocabulary.ts';

const contact = (happenedOn: string, channel: Channel = 'email', outcome: Outcome = 'sent', purpose: Purpose = 'letter') => ({
  happenedOn,
  channel,
  outcome,
  purpose,
  status: statusAfter(outcome),
});

const because = (kind: LetterKind, contacts: readonly Contact[], today: string) =>
  notNow(kind, standingOf(contacts, false, null), contacts, 7, today)?.because ?? null;

test.each<[string, LetterKind, Contact[], string, string | null]>([
  ['the letter goes to whoever was never written to', 'letter', [], '2020-03-07', null],
  ['an open letter in the press does not keep it back', 'letter', [contact('2020-03-01', 'open_letter')], '2020-03-07', null],
  ['it goes once', 'letter', [contact('2020-03-01')], '2020-03-20', 'already_written'],
  ['again when the first came back', 'letter', [contact('2020-03-01', 'email', 'bounced')], '2020-03-02', null],
  ['again when the first never left', 'letter', [contact('2020-03-01', 'email', 'failed')], '2020-03-01', null],
  ['never while the first may be on its way', 'letter', [contact('2020-03-01', 'email', 'sending')], '2020-03-02', 'on_its_way'],
  ['nobody is reminded of what they never received', 'reminder', [], '2020-03-07', 'never_asked'],
  ['on the sixth day it is too soon', 'reminder', [contact('2020-03-01')], '2020-03-07', 'too_soon'],
  ['on the seventh it may go', 'reminder', [contact('2020-03-01')], '2020-03-08', null],
  [
    'a reminder starts the days again',
    'reminder',
    [contact('2020-03-01'), contact('2020-03-08', 'email', 'sent', 'reminder')],
    '2020-03-09',
    'too_soon',
  ],
  [
    'a call counts as well',
    'reminder',
    [contact('2020-03-01'), contact('2020-03-08', 'phone', 'promised', 'talk')],
    '2020-03-09',
    'too_soon',
  ],
  [
    'a call that nobody took does not',
    'reminder',
    [contact('2020-03-01'), contact('2020-03-08', 'phone', 'not_reached', 'talk')],
    '2020-03-09',
    null,
  ],
  [
    'whoever answered is left alone',
    'reminder',
    [contact('2020-03-01'), contact('2020-03-02', 'email', 'answered')],
    '2020-04-01',
    'answered',
  ],
  [
    'whoever refused is left alone',
    'reminder',
    [contact('2020-03-01'), contact('2020-03-02', 'phone', 'declined')],
    '2020-04-01',
    'declined',
  ],
])('%s', (_name, kind, contacts, today, refusal) => expect(because(kind, contacts, today)).toBe(refusal));

test('too soon says from when', () => {
  const contacts = [contact('2020-02-25')];
  const refusal = notNow('reminder', standingOf(contacts, false, null), contacts, 7, '2020-02-26');
  expect(refusal).toEqual({ because: 'too_soon', lastOn: '2020-02-25', from: '2020-03-03' });
});

test('days go past the end of a month and a change of hour', () => {
  expect(addDays('2020-02-28', 2)).toBe('2020-03-01');
  expect(addDays('2020-03-28', 2)).toBe('2020-03-30');
});
