import type { Payload } from '../ledger/payloads.ts';
import { type Comparable, likenessOf } from '../positions/duplicates.ts';
import type { PublicState } from '../standings/fold.ts';
import type { ErasableEntry } from './kept.ts';

type Sourced = Payload<'position'> | Payload<'assessment'>;

/**
 * Other public entries that may hold the same words, and that an order does not reach by itself: those that quote nearly the same, or rest
 * on the same page or document; and what was answered to it. Someone looks at each.
 */
export function entriesAlike(state: PublicState, entry: ErasableEntry): ErasableEntry[] {
  if (entry.kind === 'reply') return [];
  const own = sourcedOf(state, entry);
  const others = (['position', 'assessment'] as const).flatMap((kind) =>
    [...state.of(kind).keys()].map((subject): ErasableEntry => ({ kind, subject })),
  );
  const alike = others.filter(
    (other) =>
      !(other.kind === entry.kind && other.subject === entry.subject) &&
      sourcedOf(state, other).some((one) => own.some((mine) => isAlike(one, mine))),
  );
  const answers = [...state.of('reply').values()].filter(({ versions }) =>
    versions.some(({ payload }) => (entry.kind === 'position' ? payload?.position : payload?.assessment) === entry.subject),
  );
  return [...alike, ...answers.map(({ subject }): ErasableEntry => ({ kind: 'reply', subject }))];
}

/** Every version of it that can still be read. */
function sourcedOf(state: PublicState, { kind, subject }: ErasableEntry): Sourced[] {
  if (kind === 'reply') return [];
  return (
    state
      .of(kind)
      .get(subject)
      ?.versions.flatMap(({ payload }) => payload ?? []) ?? []
  );
}

function isAlike(one: Sourced, other: Sourced): boolean {
  const named = new Set(documentsOf(one));
  return likenessOf(comparable(one), comparable(other)).length > 0 || documentsOf(other).some((sha256) => named.has(sha256));
}

function comparable(payload: Sourced): Comparable {
  const quote = 'fact' in payload ? payload.fact : (payload.quote ?? '');
  return { quote, urls: payload.sources.flatMap(({ url }) => url ?? []) };
}

function documentsOf({ sources }: Sourced): string[] {
  return sources.flatMap(({ evidence }) => evidence?.sha256 ?? []);
}
