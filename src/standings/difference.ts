import { isDeepStrictEqual } from 'node:util';
import { type EntryKind, type Payload, payloadSchemas } from '../ledger/payloads.ts';
import type { PublicState, Redaction, Standing } from './fold.ts';

/** What became of one subject between two editions. */
export interface Change<K extends EntryKind = EntryKind> {
  kind: K;
  subject: string;
  what: 'added' | 'changed' | 'withdrawn' | 'redacted';
  /** What could be read before and after; null when there was nothing, or when it was redacted since. */
  before: Payload<K> | null;
  after: Payload<K> | null;
  /** What the edition gave as its reason; a redaction and a withdrawal always have one. */
  reason: string | null;
  edition: number;
}

/**
 * Every difference between two public states of one campaign, in the order of the editions that made them.
 * Without `before`, everything in `after` is added.
 */
export function difference(before: PublicState | null, after: PublicState): Change[] {
  return kinds.flatMap((kind): Change[] => differenceOf(kind, before, after)).sort((a, b) => a.edition - b.edition);
}

/** The same for one kind, with its payloads typed. A subject may give two changes: an old version redacted, and a new one. */
export function differenceOf<K extends EntryKind>(kind: K, before: PublicState | null, after: PublicState): Change<K>[] {
  const since = before?.edition.number ?? 0;
  const inSpan = (edition: number) => edition > since && edition <= after.edition.number;
  return [...after.of(kind).values()].flatMap((standing) => {
    const redactions = standing.versions.flatMap(({ redaction }) =>
      redaction && inSpan(redaction.edition) ? [redacted(kind, standing, redaction)] : [],
    );
    return [...redactions, ...changeOf(kind, before?.of(kind).get(standing.subject), standing, inSpan)];
  });
}

function redacted<K extends EntryKind>(kind: K, { subject, current }: Standing<K>, redaction: Redaction): Change<K> {
  return { kind, subject, what: 'redacted', before: null, after: current, ...redaction };
}

function changeOf<K extends EntryKind>(
  kind: K,
  old: Standing<K> | undefined,
  { subject, current: after, gap, versions }: Standing<K>,
  inSpan: (edition: number) => boolean,
): Change<K>[] {
  const before = old?.current ?? null;
  if (gap?.kind === 'withdrawn' && inSpan(gap.edition)) {
    return [{ kind, subject, what: 'withdrawn', before, after, reason: gap.reason, edition: gap.edition }];
  }
  const newest = versions.at(-1);
  if (after === null || !newest || !inSpan(newest.edition) || isDeepStrictEqual(before, after)) return [];
  const wasThere = before !== null || old?.gap?.kind === 'redacted';
  const what = wasThere ? 'changed' : 'added';
  return [{ kind, subject, what, before, after, reason: newest.reason, edition: newest.edition }];
}

const kinds = Object.keys(payloadSchemas).filter((kind): kind is EntryKind => Object.hasOwn(payloadSchemas, kind));
