import { type Done, openActs } from '../accounts/acts.service.ts';
import type { Authorized } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import { lineageDecisionsRepository } from '../elections/lineage-decisions.repository.ts';
import type { Clock } from '../lib/clock.ts';
import type { Standings } from '../standings/standings.service.ts';
import { type BallotList, openBallots } from './ballots.service.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import { deletes, type Sending } from './drafting.service.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type MovementProposal, movementProposals } from './movement-proposals.ts';
import type { EditedCampaign } from './opening.service.ts';
import { freeSlug } from './signatories.ts';

/** A movement as a person confirms it: its name, who leads it, and its lists. */
export interface MovementWords {
  name: string;
  leader: string | null;
  listIds: readonly number[];
}

/** What a person says of a second-round list. */
export interface LineageWords {
  childListId: number;
  kind: 'continues' | 'merges' | 'neither';
  parents: readonly number[];
  source: string;
  /** The movement it stands under from now on; null leaves it to be grouped. */
  movementId: number | null;
}

export type Grouped = Done | { refused: 'changed' | 'gone' | 'in_use' | 'no_list' };

type Campaign = Authorized<EditedCampaign>;

/** Movements and lineage: proposed by rules, confirmed by a person, one by one or all that raise no doubt. */
export function openMovements(database: Database, standings: Standings, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const decisions = lineageDecisionsRepository(database);
  const ballots = openBallots(database, standings, clock);
  const act = openActs(database, clock);

  function proposals(campaign: Campaign): MovementProposal[] {
    const { races, lists } = ballots.read(campaign);
    return movementProposals(lists, new Map(races.map(({ id, code }) => [id, code])));
  }

  function fill(campaign: EditedCampaign, movementId: number | null, { name, leader, listIds }: MovementWords): number {
    const taken = new Set(campaigns.listMovements(campaign.id).map(({ slug }) => slug));
    const row = { campaignId: campaign.id, name, leader };
    const id = movementId ?? campaigns.insertMovement({ ...row, slug: freeSlug(name, taken, 'mouvement') });
    for (const listId of listIds) campaigns.recordMovementList({ campaignId: campaign.id, listId, movementId: id });
    return id;
  }

  /** Whether something public, or under way, is said about a movement. */
  function isInUse(campaign: EditedCampaign, slug: string): boolean {
    return (
      standings
        .find(campaign.slug)
        ?.current('position')
        .some(({ movement }) => movement === slug) ?? false
    );
  }

  return {
    proposals,
    listMovements: ({ thing }: Campaign) => campaigns.listMovements(thing.id),
    findMovement: ({ thing }: Campaign, id: number) => campaigns.findMovement(thing.id, id),
    /** What a movement's form is drawn from. */
    stateOf: (campaign: Campaign, id: number) =>
      stateOf(campaigns.findMovement(campaign.thing.id, id), ballots.read(campaign).lists),

    /** Confirms one proposal, with the name and the lists that the person left in it. */
    confirm(campaign: Campaign, movementId: number | null, words: MovementWords, key: string): Grouped {
      const { person, thing } = campaign;
      return act(person, key, (note): Grouped => {
        const free = new Set(ballots.read(campaign).lists.flatMap((list) => (list.movementId === null ? list.id : [])));
        const listIds = words.listIds.filter((id) => free.has(id));
        if (listIds.length === 0) return { refused: 'no_list' };
        if (movementId !== null && !campaigns.findMovement(thing.id, movementId)) return { refused: 'gone' };
        const id = fill(thing, movementId, { ...words, listIds });
        note({ campaignId: thing.id, action: 'movement-confirmed', subject: `movement ${id}` });
        return { done: thing.slug };
      });
    },

    /** Confirms, as they are proposed, all the groups that raise no doubt. */
    confirmAll(campaign: Campaign, key: string): Grouped {
      const { person, thing } = campaign;
      return act(person, key, (note): Grouped => {
        const sure = proposals(campaign).filter(({ doubts }) => doubts.length === 0);
        for (const { name, leader, movementId, lists } of sure)
          fill(thing, movementId, { name, leader: leader || null, listIds: lists.map(({ id }) => id) });
        note({ campaignId: thing.id, action: 'movement-confirmed', subject: `${sure.length} movements` });
        return { done: thing.slug };
      });
    },

    /** Renames a movement, and says which lists are in it; a list it loses waits for another. */
    recordMovement(campaign: Campaign, id: number, { name, leader, listIds }: MovementWords, { key, read }: Sending): Grouped {
      const { person, thing } = campaign;
      return act(person, key, (note): Grouped => {
        const movement = campaigns.findMovement(thing.id, id);
        const { lists } = ballots.read(campaign);
        if (!movement) return { refused: 'gone' };
        if (fingerprintOf(stateOf(movement, lists)) !== read) return { refused: 'changed' };
        campaigns.recordMovement(id, { name, leader });
        for (const list of lists) {
          if (listIds.includes(list.id)) campaigns.recordMovementList({ campaignId: thing.id, listId: list.id, movementId: id });
          else if (list.movementId === id) campaigns.deleteMovementList(thing.id, list.id);
        }
        note({ campaignId: thing.id, action: 'movement-edited', subject: `movement ${id}` });
        return { done: thing.slug };
      });
    },

    removeMovement(campaign: Campaign, id: number, key: string): Grouped {
      const { person, thing } = campaign;
      return act(person, key, (note): Grouped => {
        const movement = campaigns.findMovement(thing.id, id);
        if (!movement) return { refused: 'gone' };
        if (isInUse(thing, movement.slug) || !deletes(() => campaigns.deleteMovement(id))) return { refused: 'in_use' };
        note({ campaignId: thing.id, action: 'movement-removed', subject: `movement ${movement.slug}` });
        return { done: thing.slug };
      });
    },

    /** Keeps what a person says of where a second-round list comes from, with its source. Nothing is inherited by it. */
    decideLineage(campaign: Campaign, { childListId, kind, parents, source, movementId }: LineageWords, key: string): Grouped {
      const { person, thing } = campaign;
      return act(person, key, (note): Grouped => {
        const { lists } = ballots.read(campaign);
        const child = lists.find(({ id, round }) => id === childListId && round === 2);
        if (!child) return { refused: 'gone' };
        const own = lists.filter((list) => list.raceId === child.raceId && list.round === 1 && parents.includes(list.id));
        if (kind !== 'neither' && own.length === 0) return { refused: 'no_list' };
        const decidedAt = clock.now().toISOString();
        const row = { childListId, kind, source, personId: person.id, decidedAt };
        decisions.recordDecision(
          row,
          own.map(({ id }) => id),
        );
        if (movementId !== null && campaigns.findMovement(thing.id, movementId))
          campaigns.recordMovementList({ campaignId: thing.id, listId: child.id, movementId });
        note({ campaignId: thing.id, action: 'lineage-decided', subject: `list ${child.id} ${kind}`, reason: source });
        return { done: thing.slug };
      });
    },
  };
}

function stateOf(movement: { name: string; leader: string | null } | null, lists: readonly BallotList[]) {
  return (
    movement && { name: movement.name, leader: movement.leader, groups: lists.map(({ id, movementId }) => [id, movementId]) }
  );
}
