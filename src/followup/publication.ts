import type { NewEntry, Payload } from '../ledger/payloads.ts';
import { assessmentSubject } from '../ledger/subjects.ts';
import { publicSource } from '../positions/publication.ts';
import type { PublicState, Standing } from '../standings/fold.ts';
import type { FollowUpDraft } from './follow-up.ts';

/** The public names of the pledge that a follow-up is about. */
export interface Pledge {
  movement: string;
  demand: string;
}

/** The published follow-up that a draft would replace; null for a new fact, and when what it named is public no more. */
export function correctedBy(
  state: PublicState | null,
  { corrects }: Pick<FollowUpDraft, 'corrects'>,
): Standing<'assessment'> | null {
  const standing = corrects === '' ? null : state?.of('assessment').get(corrects);
  return standing?.current ? standing : null;
}

/**
 * Whether what it corrects was corrected by another since it was last read: its reader saw words that are no longer those it would replace.
 * `updatedAt` is when it was accepted.
 */
export function isOvertaken(state: PublicState | null, draft: Pick<FollowUpDraft, 'corrects'> & { updatedAt: string }): boolean {
  const newest = correctedBy(state, draft)?.versions.at(-1);
  const edition = state?.editions.find(({ number }) => number === newest?.edition);
  return edition !== undefined && new Date(edition.publishedAt) > new Date(draft.updatedAt);
}

/**
 * What an accepted follow-up adds to the ledger: under the subject of what it corrects, or a new one. `given` are the subjects that others
 * of the same edition take. What the desk keeps for itself stays there. Throws when the draft is not complete (see gapsIn).
 */
export function assessmentEntry(
  draft: FollowUpDraft,
  pledge: Pledge,
  state: PublicState | null,
  given: ReadonlySet<string> = new Set(),
): NewEntry {
  if (!draft.verdict) throw new Error('an incomplete follow-up cannot be published');
  const payload: Payload<'assessment'> = {
    ...pledge,
    verdict: draft.verdict,
    fact: draft.fact,
    happenedOn: draft.happenedOn,
    accordingTo: draft.accordingTo || null,
    sources: draft.sources.map(publicSource),
  };
  const corrected = correctedBy(state, draft);
  if (corrected) {
    const corrects = corrected.versions.at(-1)?.address ?? null;
    return { kind: 'assessment', subject: corrected.subject, payload, corrects, reason: draft.reason };
  }
  const isTaken = (subject: string) => given.has(subject) || state?.of('assessment').has(subject) === true;
  return { kind: 'assessment', subject: assessmentSubject(payload, isTaken), payload };
}
