import { sha256 } from '../ledger/hash.ts';
import type { Scope } from './kept.ts';

/** What a form that erases carries. */
export interface Order {
  key: string;
  /** Public: what the decision is, and whose. */
  reason: string;
  scope: Scope;
  confirmed: boolean;
  /** The drafts about the same thing that go too. */
  drafts: readonly number[];
  /** The fingerprint of what the form said would go. */
  read: string;
}

export type ErasureRefusal = 'nothing_there' | 'no_reason' | 'not_confirmed' | 'changed';

/** Why nothing is erased: nobody erases what they did not read, or without saying that they know it cannot be undone. Null when they may. */
export function refusalToErase(
  { reason, confirmed, read }: Order,
  now: { isEmpty: boolean; fingerprint: string },
): ErasureRefusal[] {
  if (now.isEmpty) return ['nothing_there'];
  if (read !== now.fingerprint) return ['changed'];
  return [...(reason.trim() === '' ? (['no_reason'] as const) : []), ...(confirmed ? [] : (['not_confirmed'] as const))];
}

/** The same as long as what would go is the same. */
export function fingerprintOf(state: unknown): string {
  return sha256(JSON.stringify(state)).slice(0, 16);
}
