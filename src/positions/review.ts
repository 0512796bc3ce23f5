import type { Stance } from './stance.ts';

/**
 * The way of a position through the desk: draft → submitted → approved | returned; what was returned is mended and submitted again.
 * While it is submitted, a second person codes it before they see the first code, then accepts it or returns it; accepted, it waits to
 * be published, alone or with others. No author of it reviews it, whatever their role. The same rules are triggers of the database
 * (migrations 0004, 0007, 0008 and 0031).
 */
export const reviewStates = ['draft', 'submitted', 'returned', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** How a second person read the position as it stands now. */
export interface Reading {
  readerId: number;
  /** What they chose before they saw the first code. */
  stance: Stance;
  firstStance: Stance;
  codedAt: string;
  /** How a disagreement was settled. */
  note: string;
  /** Since when it may be published, as far as they are concerned; null while they have not said so. */
  acceptedAt: string | null;
}

export interface Reviewable {
  state: ReviewState;
  /** Everyone who wrote a part of it. */
  authors: readonly number[];
  /** Of this very version: what was read of an older one is worth nothing. */
  readings: readonly Reading[];
  /** Since when the law took its words away: nothing more happens to it. */
  erasedAt?: string | null;
}

/** Why a step is refused. */
export type Refusal =
  | 'not_editable'
  | 'not_submitted'
  | 'own_work'
  | 'no_reason'
  | 'incomplete'
  | 'not_coded'
  | 'coded_already'
  | 'unsettled'
  | 'not_accepted'
  | 'nothing_to_undo';

export type Step = { to: ReviewState } | { refused: Refusal };

/** Whether it may be written to: nothing changes under the eyes of whoever is reading it. */
export function isEditable({ state, erasedAt = null }: Pick<Reviewable, 'state' | 'erasedAt'>): boolean {
  return erasedAt === null && (state === 'draft' || state === 'returned');
}

export function submit(position: Reviewable, complete: boolean): Step {
  if (!isEditable(position)) return { refused: 'not_editable' };
  return complete ? { to: 'submitted' } : { refused: 'incomplete' };
}

/** An author takes it back, to mend it before anyone has decided. */
export function takeBack(position: Reviewable, person: number): Step {
  if (!isWaiting(position)) return { refused: 'not_submitted' };
  return position.authors.includes(person) ? { to: 'draft' } : { refused: 'own_work' };
}

/** How this person read it; null while they have not. */
export function readingBy({ readings }: Pick<Reviewable, 'readings'>, person: number): Reading | null {
  return readings.find(({ readerId }) => readerId === person) ?? null;
}

/** The first reading that lets it be published; null while there is none. */
export function acceptedReading(position: Pick<Reviewable, 'state' | 'readings' | 'erasedAt'>): Reading | null {
  return isWaiting(position) ? (position.readings.find(({ acceptedAt }) => acceptedAt !== null) ?? null) : null;
}

/** Whether a person who may review is still to choose a code, and must not be shown the first one. */
export function mustCodeBlind(position: Reviewable, person: number): boolean {
  return readableBy(position, person) === null && readingBy(position, person) === null;
}

/** Codes it, once, before seeing the first code. Null when they may. */
export function refusalToCode(position: Reviewable, reader: number): Refusal | null {
  return readableBy(position, reader) ?? (readingBy(position, reader) ? 'coded_already' : null);
}

/** Accepts it for publication. Where the two codes differ, `note` says how that was settled. Null when they may. */
export function refusalToAccept(position: Reviewable, reader: number, complete: boolean, note: string): Refusal | null {
  const reading = readingBy(position, reader);
  const refused = readableBy(position, reader);
  if (refused) return refused;
  if (!reading) return 'not_coded';
  if (!complete) return 'incomplete';
  return reading.stance !== reading.firstStance && note.trim() === '' ? 'unsettled' : null;
}

/** Becomes public, by the reading of whoever accepted it. */
export function publish(position: Reviewable): Step {
  return acceptedReading(position) ? { to: 'approved' } : { refused: 'not_accepted' };
}

/** Returning says why: the reason is what the author works from. */
export function giveBack(position: Reviewable, reviewer: number, reason: string): Step {
  const refused = readableBy(position, reviewer);
  if (refused) return { refused };
  return reason.trim() === '' ? { refused: 'no_reason' } : { to: 'returned' };
}

/** What this person did last to it and may take back: their acceptance, or their return while nobody has mended it. */
export function undoable(position: Reviewable & { reviewerId: number | null }, person: number): 'acceptance' | 'return' | null {
  if (isWaiting(position) && readingBy(position, person)?.acceptedAt) return 'acceptance';
  return position.state === 'returned' && isEditable(position) && position.reviewerId === person ? 'return' : null;
}

function readableBy(position: Reviewable, reader: number): Refusal | null {
  if (!isWaiting(position)) return 'not_submitted';
  return position.authors.includes(reader) ? 'own_work' : null;
}

/** Whether it waits for a second person, or for its publication. */
function isWaiting({ state, erasedAt = null }: Pick<Reviewable, 'state' | 'erasedAt'>): boolean {
  return state === 'submitted' && erasedAt === null;
}
