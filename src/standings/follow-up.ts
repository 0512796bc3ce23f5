import type { Payload } from '../ledger/payloads.ts';
import type { PublicState, Standing } from './fold.ts';

/** What became of one pledge since the vote: the dated facts of a movement on a demand, oldest first. A judgement is a fact too. */
export function followUpOf(state: PublicState, movement: string, demand: string): Payload<'assessment'>[] {
  return followUpStandings(state, movement, demand).map(({ fact }) => fact);
}

/** The same, each with every version that there ever was. */
export function followUpStandings(state: PublicState, movement: string, demand: string) {
  return [...state.of('assessment').values()]
    .flatMap((standing) => (standing.current ? [{ standing, fact: standing.current }] : []))
    .filter(({ fact }) => fact.movement === movement && fact.demand === demand)
    .sort((a, b) => a.fact.happenedOn.localeCompare(b.fact.happenedOn));
}

/** The facts of one pledge that were public once and are no more: a subject names the pledge for ever. */
export function goneFacts(state: PublicState, movement: string, demand: string): Standing<'assessment'>[] {
  const gone = [...state.of('assessment').values()].filter(({ current }) => current === null);
  return gone.filter(({ subject }) => subject.startsWith(`${movement}/${demand}/`));
}

/** The newest judgement among facts that are oldest first; null when nobody judged. */
export function newestJudgement(facts: readonly Payload<'assessment'>[]): Payload<'assessment'> | null {
  return facts.findLast(({ verdict }) => verdict !== 'not_rated') ?? null;
}
