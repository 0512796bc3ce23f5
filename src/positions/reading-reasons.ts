import type { Payload } from '../ledger/payloads.ts';
import type { Basis, Stance } from './stance.ts';

/** Why a position deserves the second person's whole attention, the most serious first. */
export const readingReasons = [
  'changes_published',
  'contradicts',
  'elected',
  'own_answer',
  'first_entry',
  'third_party',
  'no_proof_online',
] as const;
export type ReadingReason = (typeof readingReasons)[number];

/** What the desk knows around a position when it comes to be read. */
export interface ReadingContext {
  stance: Stance | null;
  basis: Basis | null;
  /** Whether any of its sources leads to a page or a document. */
  hasProof: boolean;
  /** Whether a version of this cell was ever public. */
  isPublished: boolean;
  /** What is said elsewhere of the same movement on the same demand: by its lists, or by the movement for one of them. */
  otherStances: readonly Stance[];
  /** Whether the list, or a list of the movement, won seats. */
  isElected: boolean;
  /** Whether anything that its author wrote was ever published in this campaign. */
  authorIsKnown: boolean;
}

/** Everything is read by a second person; these are the reasons to read it more slowly. */
export function reasonsToRead(context: ReadingContext): ReadingReason[] {
  const { stance, basis, otherStances } = context;
  const holds: Record<ReadingReason, boolean> = {
    changes_published: context.isPublished,
    contradicts: stance === 'contradicts' || otherStances.some((other) => disagree(stance, other)),
    elected: context.isElected,
    own_answer: basis === 'reply',
    first_entry: !context.authorIsKnown,
    third_party: basis === 'third_party',
    no_proof_online: !context.hasProof,
  };
  return readingReasons.filter((reason) => holds[reason]);
}

/** A commitment, whole or in part, against a refusal. Being unclear contradicts nobody. */
function disagree(one: Stance | null, other: Stance): boolean {
  const yes: readonly (Stance | null)[] = ['commits', 'commits_in_part'];
  return (yes.includes(one) && other === 'refuses') || (one === 'refuses' && yes.includes(other));
}

/** Whether a list has seats: the votes of the last round gave it some. */
export function hasSeats({ seats }: Payload<'list'>): boolean {
  return (seats.council ?? 0) + (seats.sector ?? 0) + (seats.intercommunal ?? 0) > 0;
}
