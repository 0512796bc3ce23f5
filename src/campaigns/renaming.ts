import { isDeepStrictEqual } from 'node:util';
import type { NewEntry, Payload } from '../ledger/payloads.ts';
import type { PublicState } from '../standings/fold.ts';
import type { WholeCampaign } from './publication.ts';

/** What has a page of its own, and so an address that others may have noted. */
type Named = 'movement' | 'demand' | 'list';

/** A public thing that would be withdrawn while another of its kind is added. */
export interface Leaving {
  kind: string;
  subject: string;
}

/**
 * Under which name each added thing was public until now, when it is the same thing under another: so its old address leads to the new
 * one, for ever. Nothing is guessed: where two could be meant, none is.
 */
export function formerNames(
  state: PublicState,
  whole: WholeCampaign,
  added: readonly NewEntry[],
  leaving: readonly Leaving[],
): ReadonlyMap<NewEntry, string> {
  const pairs = added.flatMap((entry) =>
    leaving
      .filter(({ kind, subject }) => kind === entry.kind && isSameThing(state, whole, entry, subject))
      .map(({ subject }) => ({ entry, subject })),
  );
  const isAlone = ({ entry, subject }: (typeof pairs)[number]) =>
    pairs.filter((pair) => pair.entry === entry || (pair.entry.kind === entry.kind && pair.subject === subject)).length === 1;
  return new Map(pairs.filter(isAlone).map(({ entry, subject }) => [entry, subject]));
}

function isSameThing(state: PublicState, whole: WholeCampaign, entry: NewEntry, former: string): boolean {
  if (entry.kind === 'movement') return isSameMovement(state, whole, entry.payload, former);
  if (entry.kind === 'list') return isSameList(entry.payload, current(state, 'list', former));
  return entry.kind === 'demand' && entry.payload.title === current(state, 'demand', former)?.title;
}

/** Of the same name, or of exactly the same lists. */
function isSameMovement(state: PublicState, whole: WholeCampaign, { slug, name }: Payload<'movement'>, former: string): boolean {
  if (name === current(state, 'movement', former)?.name) return true;
  const before = listsOf(state.current('list'), former);
  return before.length > 0 && isDeepStrictEqual(listsOf(whole.lists, slug), before);
}

/** A panel is renumbered: the same list, in the same ballot. */
function isSameList(list: Payload<'list'>, former: Payload<'list'> | null): boolean {
  const { race, round, label, head } = list;
  return former !== null && isDeepStrictEqual([race, round, label, head], [former.race, former.round, former.label, former.head]);
}

function listsOf(lists: readonly Payload<'list'>[], movement: string): string[] {
  return lists.flatMap((list) => (list.movement === movement ? [list.key] : [])).sort();
}

function current<K extends Named>(state: PublicState, kind: K, subject: string): Payload<K> | null {
  return state.of(kind).get(subject)?.current ?? null;
}
