/**
 * The way of a follow-up through the desk: draft → submitted → accepted → published, or submitted → returned, mended, submitted again.
 * A second person reads it, whole: no author of it does, whatever their role. The same rules are triggers of the database (migration 0081).
 */
export const followUpStates = ['draft', 'submitted', 'returned', 'accepted', 'published'] as const;
export type FollowUpState = (typeof followUpStates)[number];

export interface Readable {
  state: FollowUpState;
  /** Everyone who wrote a part of it. */
  authors: readonly number[];
  /** Since when the law took its words away: nothing more happens to it. */
  erasedAt?: string | null;
}

/**
 * Why a step is refused. `gone`: what it would correct is public no more. `overtaken`: another correction of it came first. `same_entry`: two
 * of those chosen correct the same one.
 */
export type FollowUpRefusal =
  | 'changed'
  | 'not_editable'
  | 'not_waiting'
  | 'not_yours'
  | 'own_work'
  | 'no_reason'
  | 'incomplete'
  | 'gone'
  | 'overtaken'
  | 'not_public'
  | 'not_accepted'
  | 'same_entry';

/** Whether it may be written to: nothing changes under the eyes of whoever is reading it. */
export function isEditable({ state, erasedAt = null }: Pick<Readable, 'state' | 'erasedAt'>): boolean {
  return erasedAt === null && (state === 'draft' || state === 'returned');
}

/** An author takes it back, to mend it before it is public. Null when they may. */
export function refusalToTakeBack(followUp: Readable, person: number): FollowUpRefusal | null {
  if (!waits(followUp)) return 'not_waiting';
  return followUp.authors.includes(person) ? null : 'not_yours';
}

/** A second person finds it fit to be published. Null when they may. */
export function refusalToAccept(followUp: Readable, reader: number): FollowUpRefusal | null {
  if (!waits(followUp) || followUp.state !== 'submitted') return 'not_waiting';
  return followUp.authors.includes(reader) ? 'own_work' : null;
}

/** Returning says why, and may still be done while it waits to be published. Null when they may. */
export function refusalToReturn(followUp: Readable, reader: number, reason: string): FollowUpRefusal | null {
  if (!waits(followUp)) return 'not_waiting';
  if (followUp.authors.includes(reader)) return 'own_work';
  return reason.trim() === '' ? 'no_reason' : null;
}

/** Whether it waits for a second person, or for its publication. */
export function waits({ state, erasedAt = null }: Pick<Readable, 'state' | 'erasedAt'>): boolean {
  return erasedAt === null && (state === 'submitted' || state === 'accepted');
}
