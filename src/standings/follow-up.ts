import type { Payload } from '../ledger/payloads.ts';
import type { PublicState } from './fold.ts';

/** What became of one pledge since the vote: the dated facts of a movement on a demand, oldest first. A judgement is a fact too. */
export function followUpOf(state: PublicState, movement: string, demand: string): Payload<'assessment'>[] {
  return state
    .current('assessment')
    .filter((each) => each.movement === movement && each.demand === demand)
    .sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
}

/** The newest judgement among facts that are oldest first; null when nobody judged. */
export function newestJudgement(facts: readonly Payload<'assessment'>[]): Payload<'assessment'> | null {
  return facts.findLast(({ verdict }) => verdict !== 'not_rated') ?? null;
}
