import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import { type CampaignRow, campaignsRepository } from '../campaigns/campaigns.repository.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import { positionSubject } from '../ledger/subjects.ts';
import type { PublicState, Version } from '../standings/fold.ts';
import type { Standings } from '../standings/standings.service.ts';
import { cellOf, deskLists, type Grid } from './cells.ts';
import { type Draft, type Gap, gapsIn } from './draft.ts';
import type { Cell } from './publication.ts';

/** A campaign as its desk needs it. */
export interface DeskCampaign {
  campaignId: number;
  slug: string;
  title: string;
  town: string;
  timeZone: string;
  grid: Grid;
}

export type DeskCampaigns = ReturnType<typeof openDeskCampaigns>;

/** The campaigns as their desks need them, and what is public of each. */
export function openDeskCampaigns(database: Database, standings: Standings) {
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);

  function gridOf({ id, electionId, communeCode }: CampaignRow): Grid {
    const races = elections.listRaces({ id, electionId, communeCode });
    const movementOf = new Map(campaigns.listMovementLists(id).map(({ listId, movementId }) => [listId, movementId]));
    const lists = deskLists(races, elections.listLists(races.map((race) => race.id)), movementOf);
    return { movements: campaigns.listMovements(id), lists, demands: campaigns.listDemands(id) };
  }

  function complete(row: CampaignRow): DeskCampaign {
    const { id, slug, title, town, timeZone } = row;
    return { campaignId: id, slug, title, town, timeZone, grid: gridOf(row) };
  }

  /** The same, its grid read when something of it is shown: of a thousand campaigns, few have anything under way. */
  function outline(row: CampaignRow): DeskCampaign {
    const { id, slug, title, town, timeZone } = row;
    let read: Grid | null = null;
    return {
      ...{ campaignId: id, slug, title, town, timeZone },
      get grid(): Grid {
        read ??= gridOf(row);
        return read;
      },
    };
  }

  const findState = (campaign: DeskCampaign): PublicState | null => standings.find(campaign.slug);

  /** The newest public version of a cell, if any: what a publication would replace. */
  function findPublished(campaign: DeskCampaign, cell: Cell): Version<'position'> | null {
    return findState(campaign)?.of('position').get(positionSubject(cell))?.versions.at(-1) ?? null;
  }

  return {
    findState,
    findPublished,
    gapsOf(campaign: DeskCampaign, draft: Draft): Gap[] {
      const cell = cellOf(campaign.grid, draft);
      return gapsIn(draft, cell !== null && findPublished(campaign, cell) !== null);
    },
    /** The campaign, through the person: null when it is not there or not theirs. */
    findCampaign(person: Person, slug: string): Authorized<DeskCampaign> | null {
      const row = campaigns.findCampaign(slug);
      return authorize(person, 'positions:write', row && complete(row));
    },
    /** Every campaign in which this person writes. */
    listCampaigns: (person: Person): Authorized<DeskCampaign>[] =>
      campaigns.listCampaigns().flatMap((row) => authorize(person, 'positions:write', outline(row)) ?? []),
    /** The campaign of something that a person was found to have an ability on. */
    getCampaign({ campaignId }: { campaignId: number }): DeskCampaign {
      const row = campaigns.findCampaignById(campaignId);
      if (!row) throw new Error(`there is no campaign ${campaignId}`);
      return complete(row);
    },
  };
}
