import { isDeepStrictEqual } from 'node:util';
import type { EntryKind, NewEntry } from '../ledger/payloads.ts';
import type { PublicState, Standing } from '../standings/fold.ts';
import { campaignEntries, type WholeCampaign } from './publication.ts';
import { formerNames } from './renaming.ts';

/** What an edition of a campaign's own facts holds; positions, contacts and replies go their own ways. */
const kinds = ['campaign', 'letter', 'signatory', 'demand', 'race', 'movement', 'list', 'lineage'] as const;
export type CampaignKind = (typeof kinds)[number];

/** One difference between the desk and what is public. */
export interface CampaignChange {
  kind: CampaignKind;
  subject: string;
  what: 'added' | 'changed' | 'withdrawn';
  entry: NewEntry;
}

/** What the next edition would change: everything at first, then what was altered, added or taken away at the desk since. */
export function changesSince(state: PublicState | null, whole: WholeCampaign, reason: string | null): CampaignChange[] {
  const entries = campaignEntries(whole);
  const leaving = state ? leavingOf(state, entries) : [];
  const added = entries.filter(({ kind, subject }) => standingOf(state, kind, subject) === null);
  const former = state ? formerNames(state, whole, added, leaving) : new Map<NewEntry, string>();
  const written = entries.flatMap((entry): CampaignChange[] => {
    const standing = standingOf(state, entry.kind, entry.subject);
    if (!isCampaignKind(entry.kind) || isSame(standing, entry)) return [];
    const corrects = newestOf(standing ?? standingOf(state, entry.kind, former.get(entry) ?? ''));
    const what = standing?.current ? 'changed' : 'added';
    return [{ kind: entry.kind, subject: entry.subject, what, entry: { ...entry, corrects, reason: corrects && reason } }];
  });
  const withdrawn = leaving.map(({ kind, subject }): CampaignChange => {
    const corrects = newestOf(standingOf(state, kind, subject));
    const entry: NewEntry = { kind: 'withdrawal', subject, payload: { kind, subject }, corrects, reason: reason ?? '' };
    return { kind, subject, what: 'withdrawn', entry };
  });
  return [...written, ...withdrawn];
}

/** What is public and no longer at the desk. */
function leavingOf(state: PublicState, entries: readonly NewEntry[]): { kind: CampaignKind; subject: string }[] {
  const kept = new Set(entries.map(({ kind, subject }) => nameOf(kind, subject)));
  return kinds.flatMap((kind) =>
    [...state.of(kind).values()]
      .filter(({ current, subject }) => current !== null && !kept.has(nameOf(kind, subject)))
      .map(({ subject }) => ({ kind, subject })),
  );
}

function newestOf(standing: Standing | null): string | null {
  return standing?.versions.at(-1)?.address ?? null;
}

/** The same words again are no change; and what the law had emptied is not said anew. */
function isSame(standing: Standing | null, entry: NewEntry): boolean {
  if (standing?.gap?.kind === 'redacted') return true;
  return standing !== null && isDeepStrictEqual(standing.current, entry.payload);
}

function standingOf(state: PublicState | null, kind: EntryKind, subject: string): Standing | null {
  return state?.of(kind).get(subject) ?? null;
}

function nameOf(kind: EntryKind, subject: string): string {
  return `${kind} ${subject}`;
}

function isCampaignKind(kind: EntryKind): kind is CampaignKind {
  return kinds.some((each) => each === kind);
}
