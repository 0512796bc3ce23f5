import { type Done, openActs } from '../accounts/acts.service.ts';
import { auditRepository } from '../accounts/audit.repository.ts';
import type { Authorized } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository, type List, type Race } from '../elections/elections.repository.ts';
import { importsRepository } from '../elections/imports.repository.ts';
import { lineageDecisionsRepository } from '../elections/lineage-decisions.repository.ts';
import { listKey, raceSlug } from '../ledger/subjects.ts';
import type { Clock } from '../lib/clock.ts';
import type { Standings } from '../standings/standings.service.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import { type Drafted, deletes, type Sending } from './drafting.service.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { EditedCampaign } from './opening.service.ts';
import type { OpenLists } from './readiness.ts';

/** A list on one of the ballots of a campaign, in a movement or not yet. */
export interface BallotList extends List {
  raceName: string;
  key: string;
  head: string;
  movementId: number | null;
  /** What is known of its first-round parents; empty in the first round. */
  parents: { listId: number; kind: 'continues' | 'merges' }[];
  /** Whether a person said where it comes from, or an official source did. Always true in the first round. */
  decided: boolean;
  /** Whether it stands in the newest edition. */
  published: boolean;
}

export interface Ballots {
  races: Race[];
  lists: BallotList[];
}

type Campaign = Authorized<EditedCampaign>;

/** What of a typed list may still change. Its ballot, round and panel are its address: a mistake there is another list. */
export type ListWords = Pick<List, 'label' | 'nuance' | 'headFirstName' | 'headLastName'>;

export const wordsOfList = ({ label, nuance, headFirstName, headLastName }: List): ListWords => ({
  ...{ label, nuance, headFirstName, headLastName },
});

/** The ballots of a campaign: which lists stand, under which movement, and where second-round lists come from. */
export function openBallots(database: Database, standings: Standings, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);
  const decisions = lineageDecisionsRepository(database);
  const imports = importsRepository(database);
  const audit = auditRepository(database);
  const act = openActs(database, clock);

  function read(campaign: Pick<EditedCampaign, 'id' | 'slug' | 'electionId' | 'communeCode'>): Ballots {
    const races = elections.listRaces(campaign);
    const byId = new Map(races.map((race) => [race.id, race]));
    const stored = elections.listLists(races.map(({ id }) => id));
    const movementOf = new Map(campaigns.listMovementLists(campaign.id).map(({ listId, movementId }) => [listId, movementId]));
    const lineage = elections.listLineage(races.map(({ id }) => id));
    const decided = new Set(decisions.listDecisions(stored.map(({ id }) => id)).map(({ childListId }) => childListId));
    const published = standings.find(campaign.slug)?.of('list');
    const lists = stored.flatMap((list): BallotList[] => {
      const race = byId.get(list.raceId);
      if (!race) return [];
      const key = listKey(raceSlug(race), list.round, list.panel);
      const parents = lineage
        .filter(({ childListId }) => childListId === list.id)
        .map(({ parentListId, kind }) => ({ listId: parentListId, kind }));
      return [
        {
          ...list,
          raceName: race.name,
          key,
          head: [list.headFirstName, list.headLastName].filter(Boolean).join(' '),
          movementId: movementOf.get(list.id) ?? null,
          parents,
          decided: list.round === 1 || parents.length > 0 || decided.has(list.id),
          published: published?.get(key)?.current !== undefined && published.get(key)?.current !== null,
        },
      ];
    });
    return { races, lists };
  }

  /** Typed here by hand: what a file gave is corrected by importing the file again. */
  function isTyped({ id }: EditedCampaign, list: BallotList): boolean {
    const { action = '' } = audit.findLastAudit(id, `list ${list.id}`) ?? {};
    return action === 'list-added' || action === 'list-edited';
  }

  /** Typed, never published, and nothing said of it: a mistake that can still be taken away. */
  function isRemovable(campaign: EditedCampaign, list: BallotList): boolean {
    const { slug } = campaign;
    const known = standings.find(slug)?.of('list').has(list.key) ?? false;
    if (list.movementId !== null || known || decisions.isRelated(list.id)) return false;
    return isTyped(campaign, list);
  }

  const findTyped = (campaign: EditedCampaign, id: number): BallotList | null =>
    read(campaign).lists.find((list) => list.id === id && isTyped(campaign, list)) ?? null;

  return {
    read: ({ thing }: Campaign): Ballots => read(thing),
    openLists: ({ thing }: Campaign): OpenLists => openLists(read(thing)),

    /** Which lists were typed here, and which of them can still be taken away. */
    listTyped({ thing }: Campaign): { typed: ReadonlySet<number>; removable: ReadonlySet<number> } {
      const typed = read(thing).lists.filter((list) => isTyped(thing, list));
      const removable = typed.filter((list) => isRemovable(thing, list));
      return { typed: new Set(typed.map(({ id }) => id)), removable: new Set(removable.map(({ id }) => id)) };
    },

    /** A list that was typed here; null for one that a file gave, or of another campaign. */
    findTyped: ({ thing }: Campaign, id: number): BallotList | null => findTyped(thing, id),

    /** Corrects the words of a typed list. What is public of it changes with the next edition, which says so. */
    recordWords({ person, thing }: Campaign, id: number, words: ListWords, { key, read: seen }: Sending): Drafted {
      return act(person, key, (note): Drafted => {
        const list = findTyped(thing, id);
        const stored = imports.findList(id);
        if (!list || !stored) return { refused: 'gone' };
        if (fingerprintOf(wordsOfList(list)) !== seen) return { refused: 'changed' };
        imports.recordList({ ...stored, ...words });
        note({ campaignId: thing.id, action: 'list-edited', subject: `list ${id}`, reason: list.label });
        return { done: thing.slug };
      });
    },

    /** Takes away a list that was typed by mistake, as long as nothing stands on it. */
    removeList({ person, thing }: Campaign, id: number, key: string): Done | { refused: 'used' | 'unknown' } {
      return act(person, key, (note): Done | { refused: 'used' | 'unknown' } => {
        const list = read(thing).lists.find((each) => each.id === id);
        if (!list) return { refused: 'unknown' };
        if (!isRemovable(thing, list) || !deletes(() => imports.deleteList(id))) return { refused: 'used' };
        if (list.round === 2) imports.deleteEmptyRound(list.raceId, 2);
        note({ campaignId: thing.id, action: 'list-removed', subject: `list ${id}`, reason: list.label });
        return { done: thing.slug };
      });
    },

    /** A list that someone typed, in one of the campaign's own races. Its panel must be free. */
    insertList(
      { person, thing }: Campaign,
      list: Pick<List, 'raceId' | 'round' | 'panel' | 'label' | 'nuance' | 'headFirstName' | 'headLastName'>,
      key: string,
    ): Done | { refused: 'panel' | 'race' } {
      return act(person, key, (note): Done | { refused: 'panel' | 'race' } => {
        const { races, lists } = read(thing);
        const race = races.find(({ id }) => id === list.raceId);
        if (!race) return { refused: 'race' };
        if (lists.some((each) => each.raceId === race.id && each.round === list.round && each.panel === list.panel))
          return { refused: 'panel' };
        if (!race.rounds.some(({ number }) => number === list.round))
          elections.insertRound(race.id, { number: list.round, registered: null, voted: null, valid: null });
        const figures = { shortLabel: null, votes: null, councilSeats: null, sectorSeats: null, intercommunalSeats: null };
        const id = elections.insertList({ ...list, ...figures });
        note({ campaignId: thing.id, action: 'list-added', subject: `list ${id}` });
        return { done: thing.slug };
      });
    },
  };
}

/** What of the ballots still waits for a person. A list of an edition already published was decided then. */
function openLists({ lists }: Ballots): OpenLists {
  return {
    leftOut: lists.filter(({ movementId }) => movementId === null).length,
    undecided: lists.filter(({ decided, published }) => !decided && !published).length,
  };
}
