import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import { auditRepository } from './audit.repository.ts';
import { type Ability, type Authorized, authorize, can, type Person, type Role } from './can.ts';
import { teamRepository } from './team.repository.ts';
import { leavesNobody } from './team.ts';

/** A campaign, as its team needs it. */
export interface TeamCampaign {
  campaignId: number;
  slug: string;
  title: string;
  timeZone: string;
}

export type TeamOutcome = 'done' | 'not_there' | 'last_administrator';

/** Who belongs to a campaign, and as what. */
export function openTeam(database: Database, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const accounts = accountsRepository(database);
  const team = teamRepository(database);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();

  /** Does something to a member, unless it would leave the campaign without an administrator. */
  function change(
    { person, thing: { campaignId } }: Authorized<TeamCampaign>,
    member: number,
    next: Role | null,
    work: () => void,
  ): TeamOutcome {
    const take = (): TeamOutcome => {
      const role = team.findRole(member, campaignId);
      if (!role) return 'not_there';
      const others = team.countOtherCampaignAdministrators(member, campaignId);
      const stays = next === 'administrator';
      if (!stays && leavesNobody({ role, others, byInstallation: person.administrator })) return 'last_administrator';
      work();
      const action = next ? `made-${next}` : 'removed-from-team';
      audit.insertAudit({ at: now(), personId: person.id, campaignId, action, subject: `person ${member}` });
      return 'done';
    };
    return database.sql.transaction(take).immediate();
  }

  return {
    /** The campaign, through the person: null when it is not there or not theirs. */
    findCampaign(person: Person, slug: string, ability: Ability): Authorized<TeamCampaign> | null {
      const row = campaigns.findCampaign(slug);
      const campaign = row && { campaignId: row.id, slug: row.slug, title: row.title, timeZone: row.timeZone };
      return authorize(person, ability, campaign);
    },
    mayManage: ({ person, thing }: Authorized<TeamCampaign>): boolean => can(person, 'team:manage', thing.campaignId),
    listMembers: ({ thing }: Authorized<TeamCampaign>) => team.listMembers(thing.campaignId),
    listInvitations: ({ thing }: Authorized<TeamCampaign>) => team.listInvitations(thing.campaignId, now()),

    changeRole: (campaign: Authorized<TeamCampaign>, member: number, role: Role): TeamOutcome =>
      change(campaign, member, role, () => accounts.recordMembership(member, campaign.thing.campaignId, role)),
    remove: (campaign: Authorized<TeamCampaign>, member: number): TeamOutcome =>
      change(campaign, member, null, () => team.removeMembership(member, campaign.thing.campaignId)),
  };
}
