import { proposeLineage } from '../elections/lineage.ts';
import type { BallotList, Ballots } from './ballots.service.ts';

/** A second-round list of which a person has to say where it comes from. */
export interface LineageQuestion {
  child: BallotList;
  /** The first-round list with the same panel and the same head, when there is one: the only thing the files prove. */
  proposed: BallotList | null;
  /** Every first-round list of the same ballot. */
  candidates: BallotList[];
  /** Some of the candidates could stand or merge, and are gone: they may have merged into this one. */
  departed: ReadonlySet<number>;
}

/** One question for each second-round list that nobody has answered for. A merger is never proposed: only a person can know of it. */
export function lineageQuestions({ races, lists }: Ballots): LineageQuestion[] {
  const valid = (raceId: number) =>
    races.find(({ id }) => id === raceId)?.rounds.find(({ number }) => number === 1)?.valid ?? null;
  const { continues, departed } = proposeLineage(lists, valid);
  const gone = new Set(departed.map(({ listId }) => listId));
  return lists
    .filter(({ round, decided }) => round === 2 && !decided)
    .map((child) => {
      const parent = continues.find(({ childListId }) => childListId === child.id)?.parentListId;
      const candidates = lists.filter(({ raceId, round }) => raceId === child.raceId && round === 1);
      return { child, proposed: candidates.find(({ id }) => id === parent) ?? null, candidates, departed: gone };
    });
}
