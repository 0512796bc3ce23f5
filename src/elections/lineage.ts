import { sameWords } from './same-words.ts';
import { secondRoundRight } from './second-round-right.ts';

/** What lineage looks at in a list. */
export interface FiledIn {
  id: number;
  raceId: number;
  round: number;
  panel: number;
  headFirstName: string | null;
  headLastName: string | null;
  votes: number | null;
}

/** A second-round list that goes on from a first-round one: same race, same panel, same head. */
export interface Continuation {
  childListId: number;
  parentListId: number;
}

/** A second-round list whose origin a person has to say, with the first-round lists that may have merged into it. */
export interface OpenQuestion {
  childListId: number;
  /** `no_parent`: no list has its panel and head. `other_head`: the panel is the same, the head is not. */
  why: 'no_parent' | 'other_head';
}

/** A first-round list that could stand or merge and is not in the second round: it withdrew, or it merged; no file says which. */
export interface Departure {
  listId: number;
}

export interface ProposedLineage {
  continues: Continuation[];
  open: OpenQuestion[];
  departed: Departure[];
}

/**
 * What the official files alone allow to be said of the lists between the two rounds. A merger is never inferred: neither a joint label
 * nor the votes prove one, and a pledge would be inherited by it. Those questions are handed to a person.
 */
export function proposeLineage(lists: readonly FiledIn[], validVotes: (raceId: number) => number | null): ProposedLineage {
  const first = lists.filter(({ round }) => round === 1);
  const second = lists.filter(({ round }) => round === 2);
  const proposed: ProposedLineage = { continues: [], open: [], departed: [] };
  for (const child of second) {
    const parent = first.find((each) => each.raceId === child.raceId && each.panel === child.panel);
    if (parent && sameHead(parent, child)) proposed.continues.push({ childListId: child.id, parentListId: parent.id });
    else proposed.open.push({ childListId: child.id, why: parent ? 'other_head' : 'no_parent' });
  }
  const heldAgain = new Set(second.map(({ raceId }) => raceId));
  const goingOn = new Set(proposed.continues.map(({ parentListId }) => parentListId));
  for (const list of first) {
    if (!heldAgain.has(list.raceId) || goingOn.has(list.id)) continue;
    const valid = validVotes(list.raceId);
    if (valid === null || list.votes === null || secondRoundRight(list.votes, valid) !== 'out')
      proposed.departed.push({ listId: list.id });
  }
  return proposed;
}

/** A list whose head is not known proves nothing. */
function sameHead(one: FiledIn, other: FiledIn): boolean {
  if (!one.headLastName || !other.headLastName) return false;
  return sameWords(one.headLastName, other.headLastName) && sameWords(one.headFirstName ?? '', other.headFirstName ?? '');
}
