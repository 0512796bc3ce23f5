import type { EntryKind } from '../ledger/payloads.ts';
import { type Change, difference } from './difference.ts';
import type { PublicState } from './fold.ts';

/** What was said, or said of somebody: changing it is a correction, whether or not a reason was given. */
const said: readonly EntryKind[] = ['letter', 'demand', 'movement', 'position', 'reply', 'assessment'];

/**
 * The editions that touched something already public, newest first. Found without folding any of them: a campaign may hold hundreds
 * of editions and few corrections.
 */
export function correctingEditions(state: PublicState): number[] {
  const numbers = new Set<number>();
  for (const kind of correctable) {
    for (const { versions, gap } of state.of(kind).values()) {
      for (const { edition } of versions.slice(1)) numbers.add(edition);
      for (const { redaction } of versions) if (redaction) numbers.add(redaction.edition);
      if (gap) numbers.add(gap.edition);
    }
  }
  return [...numbers].filter((number) => number <= state.edition.number).sort((a, b) => b - a);
}

/** What one edition corrected, from the state before it and the state it left. News (an answer arrives, votes are counted) is none. */
export function correctionsIn(before: PublicState | null, after: PublicState): Change[] {
  return difference(before, after).filter(
    ({ kind, what, reason }) =>
      what !== 'added' && kind !== 'withdrawal' && kind !== 'redaction' && (reason !== null || said.includes(kind)),
  );
}

const correctable: readonly EntryKind[] = [
  'campaign',
  'letter',
  'signatory',
  'demand',
  'race',
  'movement',
  'list',
  'lineage',
  'contact',
  'position',
  'reply',
  'assessment',
];
