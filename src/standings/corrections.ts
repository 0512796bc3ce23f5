import type { EntryKind } from '../ledger/payloads.ts';
import { changeLog } from './change-log.ts';
import type { Change } from './difference.ts';
import type { PublicState } from './fold.ts';

/** What was said, or said of somebody: changing it is a correction, whether or not a reason was given. */
const said: readonly EntryKind[] = ['letter', 'demand', 'movement', 'position', 'reply', 'assessment'];

/**
 * Everything that was changed, withdrawn or redacted once it was public, newest first. What is only news (an answer arrives, votes are
 * counted) is no correction, unless a reason was given for it.
 */
export function corrections(state: PublicState): Change[] {
  return changeLog(state)
    .filter(({ kind, what, reason }) => what !== 'added' && (reason !== null || said.includes(kind)))
    .toReversed();
}
