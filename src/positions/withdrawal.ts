import type { NewEntry } from '../ledger/payloads.ts';
import type { Standing } from '../standings/fold.ts';
import type { NamedEntry, NamedKind } from './named-entry.ts';
import type { Withdrawal } from './withdrawals.repository.ts';

/** Why a withdrawal is not proposed, or not decided. */
export type WithdrawalRefusal = 'no_reason' | 'nothing_there' | 'proposed_already' | 'decided_already' | 'own_work';

/** What takes an entry off the public pages. It is found no more, its history stays, and the reason is public. */
export function withdrawalEntry({ kind, subject }: NamedEntry, { versions }: Standing<NamedKind>, reason: string): NewEntry {
  const payload = { kind, subject };
  return { kind: 'withdrawal', subject, payload, corrects: versions.at(-1)?.address ?? null, reason };
}

export function refusalToPropose(
  { kind, subject }: NamedEntry,
  standing: Standing<NamedKind> | null,
  reason: string,
  waiting: readonly Withdrawal[],
) {
  if (!standing?.current) return 'nothing_there';
  if (waiting.some((each) => each.kind === kind && each.subject === subject)) return 'proposed_already';
  return reason.trim() === '' ? 'no_reason' : null;
}

/** Nobody withdraws alone: whoever proposed it does not decide. `reason` is needed to say no. */
export function refusalToDecide(proposal: Withdrawal, person: number, decision: 'withdraw' | 'keep', reason: string) {
  if (proposal.state !== 'submitted' || proposal.erasedAt !== null) return 'decided_already';
  if (proposal.authorId === person) return 'own_work';
  return decision === 'keep' && reason.trim() === '' ? 'no_reason' : null;
}
