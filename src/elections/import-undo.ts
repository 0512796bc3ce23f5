import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { List, Round } from './elections.types.ts';
import { storedList, storedRound } from './stored-list.ts';

const list = storedList.extend({ id: z.number().int(), raceId: z.number().int() });

/** What applying a batch changed: each list and round as it was (null: it was not there) and as it became. */
const changes = z.object({
  lists: z.array(z.object({ before: list.nullable(), after: list })),
  rounds: z.array(z.object({ raceId: z.number().int(), before: storedRound.nullable(), after: storedRound })),
});
export type BatchChanges = z.infer<typeof changes>;

export function packChanges(made: BatchChanges): string {
  return JSON.stringify(made);
}

/** Reads changes back; throws (zod) on what are none. */
export function unpackChanges(packed: string): BatchChanges {
  return changes.parse(JSON.parse(packed));
}

/** The lists and rounds of the same races, before and after: what differs between them is what the batch did. */
export function changesBetween(
  before: { lists: readonly List[]; rounds: readonly (Round & { raceId: number })[] },
  after: { lists: readonly List[]; rounds: readonly (Round & { raceId: number })[] },
): BatchChanges {
  const oldLists = new Map(before.lists.map((each) => [each.id, each]));
  const roundName = ({ raceId, number }: { raceId: number; number: number }) => `${raceId} ${number}`;
  const oldRounds = new Map(before.rounds.map((each) => [roundName(each), each]));
  const same = (one: object | undefined, other: object) => isDeepStrictEqual(one, other);
  return {
    lists: after.lists.flatMap((each) => {
      const old = oldLists.get(each.id);
      return same(old, each) ? [] : [{ before: old ?? null, after: each }];
    }),
    rounds: after.rounds.flatMap((each) => {
      const found = oldRounds.get(roundName(each));
      const old = found && figuresOf(found);
      return same(old, figuresOf(each)) ? [] : [{ raceId: each.raceId, before: old ?? null, after: figuresOf(each) }];
    }),
  };
}

function figuresOf({ number, registered, voted, valid }: Round): Round {
  return { number, registered, voted, valid };
}
