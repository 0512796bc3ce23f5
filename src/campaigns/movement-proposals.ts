import { type Doubt, proposeMovements } from '../elections/grouping.ts';
import type { BallotList } from './ballots.service.ts';

/** A group of lists that wait for a movement: a new one, or one that is there already. */
export interface MovementProposal {
  /** Names the proposal in its form: the smallest id of its lists. */
  key: number;
  name: string;
  leader: string;
  /** The movement that already holds some lists of the group; null for a new one. */
  movementId: number | null;
  lists: BallotList[];
  doubts: (Doubt | 'many' | 'undecided')[];
}

/**
 * What a person may confirm: lists that no movement holds, grouped by their labels and, in the second round, by the list they are known
 * to continue. `many`: lists of the group are in several movements already, so none is proposed. `undecided`: nobody said yet where one
 * of its second-round lists comes from.
 */
export function movementProposals(lists: readonly BallotList[], raceCodes: ReadonlyMap<number, string>): MovementProposal[] {
  const byId = new Map(lists.map((list) => [list.id, list]));
  const continues = lists.flatMap(({ id, parents }) =>
    parents.flatMap(({ listId, kind }) => (kind === 'continues' ? [{ childListId: id, parentListId: listId }] : [])),
  );
  const grouped = lists.map((list) => ({ ...list, raceCode: raceCodes.get(list.raceId) ?? '' }));
  return proposeMovements(grouped, continues).flatMap(({ name, listIds, doubts }) => {
    const members = listIds.flatMap((id) => byId.get(id) ?? []);
    const waiting = members.filter(({ movementId }) => movementId === null);
    const [first] = waiting;
    if (!first) return [];
    const held = new Set(members.flatMap(({ movementId }) => movementId ?? []));
    const [only = null] = held;
    return [
      {
        key: Math.min(...waiting.map(({ id }) => id)),
        name,
        leader: oneHead(waiting),
        movementId: held.size === 1 ? only : null,
        lists: waiting,
        doubts: [
          ...doubts,
          ...(held.size > 1 ? (['many'] as const) : []),
          ...(waiting.some(({ decided }) => !decided) ? (['undecided'] as const) : []),
        ],
      },
    ];
  });
}

/** The head of all its lists when it is one and the same person: then they lead the movement. */
function oneHead(lists: readonly BallotList[]): string {
  const heads = new Set(lists.map(({ head }) => head));
  const [only = ''] = heads;
  return heads.size === 1 ? only : '';
}
