import type { Payload } from '../ledger/payloads.ts';
import type { ContactStatus } from '../positions/stance.ts';
import type { Channel, Outcome, Purpose } from './vocabulary.ts';

/** A contact, as the rules need it. Days are ISO dates of the town's calendar. */
export interface Contact {
  channel: Channel;
  outcome: Outcome;
  purpose: Purpose;
  happenedOn: string;
  status: ContactStatus;
}

/** Where a movement stands with us: what may be said of it in public, and when it was asked, oldest first. */
export interface Standing {
  status: ContactStatus;
  asked: Payload<'contact'>['asked'];
}

/** Where the movement stands after a contact: what did not reach anyone asked nobody. */
export function statusAfter(outcome: Outcome): ContactStatus {
  if (outcome === 'answered') return 'being_checked';
  if (outcome === 'declined') return 'declined';
  return outcome === 'sent' || outcome === 'promised' ? 'asked' : 'not_asked';
}

/** Whether this contact asked the list something. A letter in which it answers is not our asking; a call in which it answers is. */
export function isAsking({ channel, outcome, status }: Contact): boolean {
  if (status === 'not_asked') return false;
  return outcome === 'sent' || outcome === 'promised' || channel === 'phone' || channel === 'meeting';
}

/**
 * The standing of one movement. `contacts` are in the order of their dates; `answeredByLink`: it sent an answer that a second
 * person has yet to read; `published`: what is public of it now, since a published answer stays one.
 */
export function standingOf(contacts: readonly Contact[], answeredByLink: boolean, published: ContactStatus | null): Standing {
  const asked = contacts.filter(isAsking).map(({ happenedOn, channel }) => ({ on: happenedOn, channel }));
  const said = contacts.findLast(({ status }) => status !== 'asked' && status !== 'not_asked')?.status;
  const isAnswered = published === 'answered' || said === 'answered';
  if (isAnswered) return { status: 'answered', asked };
  if (answeredByLink) return { status: 'being_checked', asked };
  return { status: said ?? (asked.length > 0 ? 'asked' : 'not_asked'), asked };
}
