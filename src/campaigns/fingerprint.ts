import { canonicalJson, sha256 } from '../ledger/hash.ts';

/**
 * A short name for what a form was drawn from. It travels with the form: when it no longer is that of what is stored, someone else saved
 * in between, and nobody is overwritten.
 */
export function fingerprintOf(content: unknown): string {
  return sha256(canonicalJson(content ?? null)).slice(0, 16);
}
