import { type Contact, isAsking, type Standing } from './asking.ts';
import type { LetterKind } from './vocabulary.ts';

/** Why a letter does not go to a movement. */
export type NotNow =
  | { because: 'answered' | 'declined' | 'on_its_way' | 'already_written' | 'never_asked' }
  | { because: 'too_soon'; lastOn: string; from: string };

/**
 * Whether the letter, or a reminder, may go to a movement on `today` (an ISO day of the town); null when it may. The letter goes once.
 * A reminder goes only to whoever was asked and has said nothing, never within `reminderDays` days of the last asking.
 */
export function notNow(
  kind: LetterKind,
  standing: Standing,
  contacts: readonly Contact[],
  reminderDays: number,
  today: string,
): NotNow | null {
  if (standing.status === 'answered' || standing.status === 'being_checked') return { because: 'answered' };
  if (standing.status === 'declined') return { because: 'declined' };
  if (contacts.some(({ outcome }) => outcome === 'sending')) return { because: 'on_its_way' };
  if (kind === 'letter') return contacts.some(isPersonalLetter) ? { because: 'already_written' } : null;
  const lastOn = contacts.findLast(isAsking)?.happenedOn;
  if (lastOn === undefined) return { because: 'never_asked' };
  const from = addDays(lastOn, reminderDays);
  return today < from ? { because: 'too_soon', lastOn, from } : null;
}

/** The letter, addressed to this movement: an open letter in a newspaper does not keep us from writing to each list. */
function isPersonalLetter(contact: Contact): boolean {
  return contact.purpose === 'letter' && isAsking(contact) && contact.channel !== 'open_letter';
}

/** `2020-03-07` and 7 make `2020-03-14`. Calendar days know no hour and no zone. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
