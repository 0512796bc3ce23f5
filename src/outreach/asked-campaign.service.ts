import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import { type DeskList, deskLists } from '../positions/cells.ts';
import type { Standings } from '../standings/standings.service.ts';
import type { AskedCampaign, AskedMovement } from './asked-campaign.ts';
import { standingOf } from './asking.ts';
import { linkAnswersRepository } from './link-answers.repository.ts';
import { outreachRepository } from './outreach.repository.ts';

/** How long to wait before a reminder, in days, until a campaign says otherwise. */
const usualReminderDays = 7;

/** Reads campaigns as asking needs them: each movement with its addresses, its contacts, and where it stands. */
export function openAskedCampaigns(database: Database, standings: Standings) {
  const outreach = outreachRepository(database);
  const answers = linkAnswersRepository(database);
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);

  function find(slug: string): AskedCampaign | null {
    const row = campaigns.findCampaign(slug);
    const election = row && elections.findElection(row.electionId);
    if (!row || !election) return null;
    const setting = outreach.findSetting(row.id);
    return {
      campaignId: row.id,
      slug,
      title: row.title,
      town: row.town,
      timeZone: row.timeZone,
      firstRoundOn: election.firstRoundOn,
      signatories: campaigns.listSignatories(row.id).map(({ name }) => name),
      reminderDays: setting?.reminderDays ?? usualReminderDays,
      replyTo: setting?.replyTo ?? '',
      movements: movementsOf(row),
    };
  }

  function movementsOf({ id, slug, electionId, communeCode }: CampaignRow): AskedMovement[] {
    const state = standings.find(slug);
    const contacts = Map.groupBy(outreach.listContacts(id), ({ movementId }) => movementId);
    const addresses = Map.groupBy(outreach.listAddresses(id), ({ movementId }) => movementId);
    const answering = answers.listAnsweringMovements(id);
    const races = elections.listRaces({ id, electionId, communeCode });
    const rows = elections.listLists(races.map((race) => race.id));
    const movementOf = new Map(campaigns.listMovementLists(id).map(({ listId, movementId }) => [listId, movementId]));
    const lists = Map.groupBy(deskLists(races, rows, movementOf), ({ movementId }) => movementId);
    return campaigns.listMovements(id).map((movement) => {
      const own = contacts.get(movement.id) ?? [];
      const published = state?.of('contact').get(movement.slug)?.current ?? null;
      return {
        id: movement.id,
        slug: movement.slug,
        name: movement.name,
        head: movement.leader ?? headOf(lists.get(movement.id) ?? [], rows),
        lists: lists.get(movement.id) ?? [],
        addresses: addresses.get(movement.id) ?? [],
        contacts: own,
        standing: standingOf(own, answering.has(movement.id), published?.status ?? null),
        published,
      };
    });
  }

  return { find };
}

type CampaignRow = NonNullable<ReturnType<ReturnType<typeof campaignsRepository>['findCampaign']>>;

interface HeadedList {
  id: number;
  headFirstName: string | null;
  headLastName: string | null;
}

/** Where a movement is one list of one race, its head speaks for it. */
function headOf(lists: readonly DeskList[], rows: readonly HeadedList[]): string {
  const [only, ...others] = lists.filter(({ round }) => round === 1);
  if (!only || others.length > 0) return '';
  const row = rows.find(({ id }) => id === only.id);
  return [row?.headFirstName, row?.headLastName].filter(Boolean).join(' ');
}
