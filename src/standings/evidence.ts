import type { PublishedSource } from '../ledger/payloads.ts';
import type { PublicState } from './fold.ts';

type PublishedEvidence = NonNullable<PublishedSource['evidence']>;

/** Folded once per state: a state is one edition, and an edition does not change. */
const shelves = new WeakMap<PublicState, ReadonlyMap<string, PublishedEvidence>>();

/**
 * The document of this hash, when the ledger names it: in any version of a position or an assessment that can still be read. What was
 * redacted names nothing any more.
 */
export function publishedEvidence(state: PublicState, sha256: string): PublishedEvidence | null {
  const shelf = shelves.get(state) ?? shelve(state);
  shelves.set(state, shelf);
  return shelf.get(sha256) ?? null;
}

function shelve(state: PublicState): ReadonlyMap<string, PublishedEvidence> {
  const standings = [...state.of('position').values(), ...state.of('assessment').values()];
  const sources = standings.flatMap(({ versions }) => versions.flatMap(({ payload }) => payload?.sources ?? []));
  return new Map(sources.flatMap(({ evidence }) => (evidence ? [[evidence.sha256, evidence]] : [])));
}
