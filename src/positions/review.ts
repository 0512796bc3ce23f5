/**
 * The way of a position through the desk: draft → submitted → approved | returned; what was returned is mended and submitted again.
 * No author of it reviews it, whatever their role. The same rules are triggers of the database (migrations 0004, 0007 and 0008).
 */
export const reviewStates = ['draft', 'submitted', 'returned', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

export interface Reviewable {
  state: ReviewState;
  /** Everyone who wrote a part of it. */
  authors: readonly number[];
}

/** Why a step is refused. */
export type Refusal = 'not_editable' | 'not_submitted' | 'own_work' | 'no_reason' | 'incomplete';

export type Step = { to: ReviewState } | { refused: Refusal };

/** Whether it may be written to: nothing changes under the eyes of whoever is reading it. */
export function isEditable({ state }: Pick<Reviewable, 'state'>): boolean {
  return state === 'draft' || state === 'returned';
}

export function submit(position: Reviewable, complete: boolean): Step {
  if (!isEditable(position)) return { refused: 'not_editable' };
  return complete ? { to: 'submitted' } : { refused: 'incomplete' };
}

/** An author takes it back, to mend it before anyone has decided. */
export function takeBack(position: Reviewable, person: number): Step {
  if (position.state !== 'submitted') return { refused: 'not_submitted' };
  return position.authors.includes(person) ? { to: 'draft' } : { refused: 'own_work' };
}

export function approve(position: Reviewable, reviewer: number, complete: boolean): Step {
  if (position.state !== 'submitted') return { refused: 'not_submitted' };
  if (position.authors.includes(reviewer)) return { refused: 'own_work' };
  return complete ? { to: 'approved' } : { refused: 'incomplete' };
}

/** Returning says why: the reason is what the author works from. */
export function giveBack(position: Reviewable, reviewer: number, reason: string): Step {
  if (position.state !== 'submitted') return { refused: 'not_submitted' };
  if (position.authors.includes(reviewer)) return { refused: 'own_work' };
  return reason.trim() === '' ? { refused: 'no_reason' } : { to: 'returned' };
}
