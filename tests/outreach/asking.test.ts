import { describe, expect, test } from 'vitest';
import { type Contact, isAsking, standingOf, statusAfter } from '../../src/outreach/asking.ts';
import type { Channel, Outcome, Purpose } from '../../src/outreach/vocabulary.ts';

const contact = (
  happenedOn: string,
  channel: Channel = 'email',
  outcome: Outcome = 'sent',
  purpose: Purpose = 'letter',
): Contact => ({ happenedOn, channel, outcome, purpose, status: statusAfter(outcome) });

describe('what counts as asking', () => {
  test.each([
    ['a mail that left', 'email', 'sent', true],
    ['a mail that came back', 'email', 'bounced', false],
    ['a mail that never left', 'email', 'failed', false],
    ['a mail of which nothing is known yet', 'email', 'sending', false],
    ['a call that nobody took', 'phone', 'not_reached', false],
    ['a call with a promise', 'phone', 'promised', true],
    ['a call in which it refused', 'phone', 'declined', true],
    ['a letter in which it refuses', 'post', 'declined', false],
    ['a mail in which it answers', 'email', 'answered', false],
  ] as const)('%s', (_name, channel, outcome, asks) => expect(isAsking(contact('2020-03-07', channel, outcome))).toBe(asks));
});

describe('where a movement stands', () => {
  const asked = contact('2020-03-07');
  test.each([
    ['nobody wrote to it', [], false, null, 'not_asked'],
    ['only a mail that came back', [contact('2020-03-07', 'email', 'bounced')], false, null, 'not_asked'],
    ['asked, and silent', [asked], false, null, 'asked'],
    ['asked, and answered by a mail', [asked, contact('2020-03-08', 'email', 'answered')], false, null, 'being_checked'],
    ['answered by its link', [asked], true, 'asked', 'being_checked'],
    [
      'refused, then answered by its link',
      [asked, contact('2020-03-08', 'phone', 'declined')],
      true,
      'declined',
      'being_checked',
    ],
    ['refused', [asked, contact('2020-03-08', 'phone', 'declined')], false, 'asked', 'declined'],
    ['its answer is published: a later mail changes nothing', [asked, contact('2020-03-09')], true, 'answered', 'answered'],
  ] as const)('%s', (_name, contacts, byLink, published, status) =>
    expect(standingOf(contacts, byLink, published).status).toBe(status),
  );

  test('only the dates and the channels of what asked may become public', () => {
    const contacts = [
      contact('2020-03-07', 'post'),
      contact('2020-03-08', 'email', 'bounced'),
      contact('2020-03-09', 'phone', 'promised'),
    ];
    expect(standingOf(contacts, false, null).asked).toEqual([
      { on: '2020-03-07', channel: 'post' },
      { on: '2020-03-09', channel: 'phone' },
    ]);
  });
});
