import type { Payload } from '../ledger/payloads.ts';
import { hasSeats } from '../positions/reading-reasons.ts';
import type { PublicState } from '../standings/fold.ts';
import { type Answer, demandsOf, movementCell } from '../standings/scoreboard.ts';

/** A movement whose pledges are followed, and each of them with what is public of it since the vote. */
export interface FollowedMovement {
  movement: Payload<'movement'>;
  /** How many seats its lists won in the council of the commune; 0 where nobody has any yet. */
  seats: number;
  pledges: FollowedPledge[];
}

export interface FollowedPledge {
  demand: Payload<'demand'>;
  answer: Answer;
  /** The sectors whose lists spoke for themselves. */
  differing: number;
  /** The newest fact first. */
  facts: PublishedFact[];
}

export interface PublishedFact {
  subject: string;
  payload: Payload<'assessment'>;
}

/**
 * The movements whose pledges are followed: those that won seats once the ledger says who did, the most seats first; before that, and
 * where no result is known, every one with a position. Whoever has a follow-up already stands among them.
 */
export function followedMovements(state: PublicState): FollowedMovement[] {
  const lists = state.current('list');
  const isKnown = lists.some(hasSeats);
  return state
    .current('movement')
    .map((movement) => {
      const own = lists.filter((list) => list.movement === movement.slug);
      const seats = own.reduce((sum, list) => sum + (list.seats.council ?? 0), 0);
      return { movement, seats, isElected: own.some(hasSeats), pledges: pledgesOf(state, movement.slug) };
    })
    .filter(({ isElected, pledges }) => {
      const isFollowed = pledges.some(({ facts }) => facts.length > 0);
      return isFollowed || (isKnown ? isElected : pledges.length > 0);
    })
    .map(({ movement, seats, pledges }) => ({ movement, seats, pledges }))
    .sort((one, other) => other.seats - one.seats || compare(one.movement.name, other.movement.name));
}

const { compare } = new Intl.Collator('fr', { numeric: true, ignorePunctuation: true });

/** Every demand on which it said something, itself or one of its lists, or of which something was found since. */
function pledgesOf(state: PublicState, movement: string): FollowedPledge[] {
  return demandsOf(state).flatMap((demand) => {
    const { answer, differing } = movementCell(state, movement, demand);
    const facts = factsOf(state, movement, demand.slug);
    const isFollowed = answer.kind === 'position' || differing.length > 0 || facts.length > 0;
    return isFollowed ? [{ demand, answer, differing: differing.length, facts }] : [];
  });
}

function factsOf(state: PublicState, movement: string, demand: string): PublishedFact[] {
  return [...state.of('assessment').values()]
    .flatMap(({ subject, current }) => (current ? [{ subject, payload: current }] : []))
    .filter(({ payload }) => payload.movement === movement && payload.demand === demand)
    .sort((one, other) => other.payload.happenedOn.localeCompare(one.payload.happenedOn));
}
