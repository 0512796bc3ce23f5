import { campaignsRepository, type DemandRow, type MovementRow } from '../campaigns/campaigns.repository.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import type { Clock } from '../lib/clock.ts';
import { type DeskList, deskLists } from '../positions/cells.ts';
import type { ReplyLinkRow } from './reply-links.repository.ts';
import { openReplyLinks } from './reply-links.service.ts';

/** Where a personal link leads: whose it is, and what is asked of them. */
export interface AnsweringPlace {
  linkId: number;
  campaignId: number;
  slug: string;
  title: string;
  town: string;
  timeZone: string;
  fictional: boolean;
  letterTitle: string;
  signatories: readonly string[];
  movement: MovementRow;
  /** The one list the link was given to; null when the whole movement answers. */
  list: DeskList | null;
  demands: readonly DemandRow[];
}

/** What a link opens: the place; or that it is closed, with its campaign, so that one knows whom to ask; or nothing. */
export type Opened = { place: AnsweringPlace } | { closed: 'expired' | 'revoked'; place: AnsweringPlace };

/** Finds the place of a link. Reading it changes nothing. */
export function openAnswering(database: Database, clock: Clock) {
  const links = openReplyLinks(database, clock);
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);

  function placeOf({ id, campaignId, movementId, listId }: ReplyLinkRow): AnsweringPlace | null {
    const campaign = campaigns.findCampaignById(campaignId);
    const movement = campaign && campaigns.listMovements(campaignId).find((each) => each.id === movementId);
    if (!campaign || !movement) return null;
    const { slug, title, town, timeZone, fictional } = campaign;
    return {
      linkId: id,
      campaignId,
      slug,
      title,
      town,
      timeZone,
      fictional,
      letterTitle: campaigns.findLetter(campaignId)?.title ?? title,
      signatories: campaigns.listSignatories(campaignId).map(({ name }) => name),
      movement,
      list: listId === null ? null : findList(campaign, listId),
      demands: campaigns.listDemands(campaignId),
    };
  }

  function findList({ id, electionId, communeCode }: CampaignRow, listId: number): DeskList | null {
    const races = elections.listRaces({ id, electionId, communeCode });
    const movementOf = new Map(campaigns.listMovementLists(id).map((each) => [each.listId, each.movementId]));
    const lists = deskLists(races, elections.listLists(races.map((race) => race.id)), movementOf);
    return lists.find((list) => list.id === listId) ?? null;
  }

  return {
    find(token: string): Opened | null {
      const link = links.find(token);
      const place = link && placeOf(link);
      if (!link || !place) return null;
      return link.state === 'open' ? { place } : { closed: link.state, place };
    },
  };
}

type CampaignRow = ReturnType<ReturnType<typeof campaignsRepository>['listCampaigns']>[number];
