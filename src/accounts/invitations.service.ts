import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import { auditRepository } from './audit.repository.ts';
import type { Authorized, Role } from './can.ts';
import { hashPassword } from './passwords.service.ts';
import { type Invitation, teamRepository } from './team.repository.ts';
import type { TeamCampaign } from './team.service.ts';
import { invitationDays } from './team.ts';
import { hashToken, newToken } from './tokens.ts';

/** What someone who opens an invitation is told. */
export interface OpenInvitation {
  invitation: Invitation;
  campaign: TeamCampaign;
  invitedBy: string;
}

export type Accepted = { joined: OpenInvitation; personId: number };

/** Places in a campaign's team, offered by links that work once. Reading the page they open uses nothing up. */
export function openInvitations(database: Database, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const accounts = accountsRepository(database);
  const team = teamRepository(database);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();

  function find(token: string): OpenInvitation | null {
    const invitation = team.findInvitation(hashToken(token), now());
    const row = invitation && campaigns.findCampaignById(invitation.campaignId);
    if (!invitation || !row) return null;
    const campaign = { campaignId: row.id, slug: row.slug, title: row.title, timeZone: row.timeZone };
    return { invitation, campaign, invitedBy: accounts.listNames().get(invitation.invitedBy) ?? '' };
  }

  /** Inside a transaction, once it is known that it can be done. */
  function join(opened: OpenInvitation, personId: number): Accepted {
    const { id, campaignId, role } = opened.invitation;
    team.recordInvitationEnded(id, campaignId, now(), personId);
    accounts.recordMembership(personId, campaignId, role);
    const row = { at: now(), personId, campaignId, subject: `person ${personId}` };
    audit.insertAudit({ ...row, action: `joined-as-${role}` });
    return { joined: opened, personId };
  }

  return {
    /** The token of a new link, told once: only its hash is kept. Null when this very form was sent before. */
    invite(
      { person, thing: { campaignId } }: Authorized<TeamCampaign>,
      { name, email, role }: { name: string; email: string; role: Role },
      key: string,
    ): string | null {
      return inTransaction(() => {
        if (audit.findSubmittedForm(person.id, key) !== null) return null;
        const token = newToken();
        const at = now();
        const expiresAt = new Date(clock.now().getTime() + invitationDays * 86_400_000).toISOString();
        const row = { campaignId, role, name, email, invitedBy: person.id, createdAt: at, expiresAt };
        const id = team.insertInvitation({ ...row, tokenHash: hashToken(token) });
        audit.insertSubmittedForm({ personId: person.id, key, location: String(id), at });
        audit.insertAudit({ at, personId: person.id, campaignId, action: `invited-as-${role}`, subject: `invitation ${id}` });
        return token;
      });
    },
    revoke: ({ person, thing: { campaignId } }: Authorized<TeamCampaign>, id: number): boolean =>
      inTransaction(() => {
        const ended = team.recordInvitationEnded(id, campaignId, now(), null);
        const row = { at: now(), personId: person.id, campaignId, subject: `invitation ${id}` };
        if (ended) audit.insertAudit({ ...row, action: 'invitation-revoked' });
        return ended;
      }),
    /** What the link offers; null when it was used, revoked, is too old, or never was. */
    find,
    /** With the account they have. `already`: they belong to this campaign, and the link stays for someone else. */
    accept: (token: string, personId: number): Accepted | 'gone' | 'already' =>
      inTransaction(() => {
        const opened = find(token);
        if (!opened) return 'gone';
        return team.findRole(personId, opened.campaign.campaignId) ? 'already' : join(opened, personId);
      }),
    /** With a new account. `taken`: that address has one, open or closed. */
    async acceptAsNew(
      token: string,
      { name, email, password }: { name: string; email: string; password: string },
    ): Promise<Accepted | 'gone' | 'taken'> {
      const passwordHash = await hashPassword(password);
      return inTransaction(() => {
        const opened = find(token);
        if (!opened) return 'gone';
        if (team.findByAnyEmail(email)) return 'taken';
        const personId = accounts.insertPerson({ email, name, administrator: false, createdAt: now() });
        accounts.recordPerson(personId, { passwordHash });
        return join(opened, personId);
      });
    },
  };
}
