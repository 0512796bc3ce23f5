import type { NewEntry } from '../ledger/payloads.ts';
import type { NamedKind } from '../positions/named-entry.ts';

/** The most that the law lets a reply hold (decree 2007-1527, art. 3), and a bound in characters beside it. */
export const longestLines = 200;
export const longestReply = 15_000;

/** What someone asks to see beside an entry, as it came. */
export interface AskedReply {
  movement: string;
  /** What it is about: a position, or a follow-up. */
  about: NamedKind;
  /** The subject of either. */
  position: string;
  author: string;
  capacity: string;
  text: string;
  receivedAt: string;
  reference: string;
}

/** Its text to the letter, who signs it, and when it came. How the author was reached stays at the desk. */
export function replyEntry({ movement, about, position, author, capacity, text, receivedAt, reference }: AskedReply): NewEntry {
  const signed = [author, capacity].filter(Boolean).join(', ');
  const answered = about === 'assessment' ? { position: null, assessment: position } : { position };
  return {
    kind: 'reply',
    subject: replySubject({ position, reference }),
    payload: { movement, ...answered, text, receivedAt, author: signed },
  };
}

/** The name of its entry in the ledger. */
export function replySubject({ position, reference }: Pick<AskedReply, 'position' | 'reference'>): string {
  return `${position}/${reference}`;
}

export function isTooLong(text: string): boolean {
  return text.length > longestReply || text.split('\n').length > longestLines;
}
