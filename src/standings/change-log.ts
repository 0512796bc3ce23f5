import { isDeepStrictEqual } from 'node:util';
import { type EntryKind, type Payload, payloadSchemas } from '../ledger/payloads.ts';
import type { Change } from './difference.ts';
import type { PublicState, Standing } from './fold.ts';

/**
 * What each edition changed, oldest first, from the newest state alone: the same as the differences of each edition with the one
 * before it (a test holds the two together), without folding every edition again.
 */
export function changeLog(state: PublicState): readonly Change[] {
  const known = logs.get(state) ?? logOfState(state);
  logs.set(state, known);
  return known;
}

/** A state never changes, and each feed, each page of the editions and each list of corrections begins with its log. */
const logs = new WeakMap<PublicState, readonly Change[]>();

function logOfState(state: PublicState): Change[] {
  const changes = kinds.flatMap((kind): Change[] => [...state.of(kind).values()].flatMap((each) => logOf(kind, each)));
  return changes.filter(({ edition }) => edition <= state.edition.number).sort((a, b) => a.edition - b.edition);
}

function logOf<K extends EntryKind>(kind: K, standing: Standing<K>): Change<K>[] {
  const { subject, versions, withdrawals } = standing;
  const editions = new Set([
    ...versions.flatMap(({ edition, redaction }) => [edition, ...(redaction ? [redaction.edition] : [])]),
    ...withdrawals.map(({ edition }) => edition),
  ]);
  return [...editions].flatMap((edition) => {
    const redacted = versions.flatMap(({ redaction }) =>
      redaction?.edition === edition
        ? [{ kind, subject, what: 'redacted' as const, before: null, after: standingAt(standing, edition), ...redaction }]
        : [],
    );
    return [...redacted, ...changeIn(kind, standing, edition)];
  });
}

function changeIn<K extends EntryKind>(kind: K, standing: Standing<K>, edition: number): Change<K>[] {
  const { subject } = standing;
  const before = standingAt(standing, edition - 1);
  const gone = goneSince(standing, edition);
  if (gone?.edition === edition) {
    return [{ kind, subject, what: 'withdrawn', before, after: null, reason: gone.reason, edition }];
  }
  const version = standing.versions.findLast((each) => each.edition === edition);
  if (!version?.payload || isDeepStrictEqual(before, version.payload)) return [];
  const last = standing.versions.findLast((each) => each.edition < edition);
  const wasThere = before !== null || (last?.payload === null && !goneSince(standing, edition - 1));
  return [
    { kind, subject, what: wasThere ? 'changed' : 'added', before, after: version.payload, reason: version.reason, edition },
  ];
}

/** What stood after an edition, as it can be read today. */
function standingAt<K extends EntryKind>(standing: Standing<K>, edition: number): Payload<K> | null {
  const version = standing.versions.findLast((each) => each.edition <= edition);
  return version && !goneSince(standing, edition) ? version.payload : null;
}

/** The withdrawal that still held after an edition: the last one that no version followed. */
function goneSince<K extends EntryKind>({ versions, withdrawals }: Standing<K>, edition: number) {
  const last = withdrawals.findLast((each) => each.edition <= edition);
  const back = last && versions.some((each) => each.edition > last.edition && each.edition <= edition);
  return last && !back ? last : null;
}

const kinds = Object.keys(payloadSchemas).filter((kind): kind is EntryKind => Object.hasOwn(payloadSchemas, kind));
