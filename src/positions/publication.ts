import type { NewEntry, Payload, PublishedSource } from '../ledger/payloads.ts';
import { positionSubject } from '../ledger/subjects.ts';
import type { Draft, DraftSource } from './draft.ts';

/** The public names of what a draft is about. */
export interface Cell {
  movement: string;
  list: string | null;
  demand: string;
}

/** The same cell's newest public version. */
export interface Published {
  address: string;
}

/**
 * What an approved position adds to the ledger; approved says that a second person read it, and the entry says so too. The desk's note stays at the desk. A signed reply also changes what is known of our
 * asking: the movement has answered. Throws when the draft is not complete (see gapsIn).
 */
export function positionEntries(
  draft: Draft,
  cell: Cell,
  replaced: Published | null,
  contact: Payload<'contact'> | null,
): NewEntry[] {
  const { stance, basis } = draft;
  if (!stance || !basis) throw new Error('an incomplete position cannot be published');
  const payload: Payload<'position'> = {
    ...cell,
    stance,
    basis,
    lifecycle: 'current',
    summary: draft.summary,
    quote: draft.quote || null,
    condition: draft.condition || null,
    speaker: draft.speaker || null,
    saidOn: draft.saidOn || null,
    reportedBy: draft.reportedBy || null,
    sources: draft.sources.map(publicSource),
    secondReading: true,
  };
  const entry: NewEntry = {
    kind: 'position',
    subject: positionSubject(payload),
    payload,
    corrects: replaced?.address ?? null,
    reason: replaced ? draft.reason : null,
  };
  return [entry, ...answered(basis, cell.movement, contact)];
}

function answered(basis: Payload<'position'>['basis'], movement: string, contact: Payload<'contact'> | null): NewEntry[] {
  if (basis !== 'reply' || contact?.status === 'answered') return [];
  return [{ kind: 'contact', subject: movement, payload: { movement, status: 'answered', asked: contact?.asked ?? [] } }];
}

/** A document that stays at the desk is not even named. */
export function publicSource({ url, title, publisher, publishedOn, evidence }: DraftSource): PublishedSource {
  const words = { url: url || null, title, publisher, publishedOn: publishedOn || null };
  if (!evidence?.isPublic) return words;
  const { sha256, name, type, bytes } = evidence;
  return { ...words, evidence: { sha256, name, type, bytes } };
}
