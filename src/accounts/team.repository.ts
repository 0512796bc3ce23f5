import { and, asc, count, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { membership, person, session } from './accounts.table.ts';
import type { Role } from './can.ts';
import { listAuthorEmail } from './list-author.ts';
import { codeApp, passkey } from './second-factor.table.ts';
import { invitation } from './team.table.ts';

export type Invitation = typeof invitation.$inferSelect;

/** Someone as a team sees them. */
export interface Someone {
  id: number;
  name: string;
  email: string;
  administrator: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  closedAt: string | null;
  lastSeenAt: string | null;
}

export interface Member extends Someone {
  role: Role;
}

/** The SQL of teams: who belongs to a campaign, who is invited, who administers. */
export function teamRepository({ orm }: Database) {
  const someone = {
    id: person.id,
    name: person.name,
    email: person.email,
    administrator: person.administrator,
    hasPassword: sql<number>`${person.passwordHash} IS NOT NULL`.mapWith(Boolean),
    hasSecondFactor: sql<number>`EXISTS (SELECT 1 FROM ${codeApp} WHERE person_id = person.id AND confirmed_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM ${passkey} WHERE person_id = person.id)`.mapWith(Boolean),
    closedAt: person.closedAt,
    lastSeenAt: sql<string | null>`(SELECT max(last_seen_at) FROM ${session} WHERE person_id = person.id)`,
  };
  const open = isNull(person.closedAt);
  /** Not the author of what lists send by their links, who is nobody. */
  const real = ne(person.email, listAuthorEmail);

  return {
    /** Everyone of a campaign, closed accounts last. */
    listMembers: (campaignId: number): Member[] =>
      orm
        .select({ ...someone, role: membership.role })
        .from(membership)
        .innerJoin(person, eq(person.id, membership.personId))
        .where(eq(membership.campaignId, campaignId))
        .orderBy(isNotNull(person.closedAt), asc(membership.role), asc(person.name))
        .all(),
    /** Everyone there is, closed accounts last. */
    listEveryone: (): Someone[] =>
      orm.select(someone).from(person).where(real).orderBy(isNotNull(person.closedAt), asc(person.name), asc(person.id)).all(),
    findSomeone: (id: number): Someone | null =>
      orm
        .select(someone)
        .from(person)
        .where(and(eq(person.id, id), real))
        .get() ?? null,
    /** Also among closed accounts: one address is one person for ever. */
    findByAnyEmail: (email: string): Someone | null =>
      orm.select(someone).from(person).where(eq(person.email, email)).get() ?? null,
    listRoles: (personId: number): { campaignId: number; role: Role }[] =>
      orm
        .select({ campaignId: membership.campaignId, role: membership.role })
        .from(membership)
        .where(eq(membership.personId, personId))
        .all(),
    findRole: (personId: number, campaignId: number): Role | null =>
      orm
        .select({ role: membership.role })
        .from(membership)
        .where(and(eq(membership.personId, personId), eq(membership.campaignId, campaignId)))
        .get()?.role ?? null,
    removeMembership: (personId: number, campaignId: number): void =>
      void orm
        .delete(membership)
        .where(and(eq(membership.personId, personId), eq(membership.campaignId, campaignId)))
        .run(),
    /** How many others administer the installation, and can sign in. */
    countOtherAdministrators: (id: number): number =>
      orm
        .select({ count: count() })
        .from(person)
        .where(and(eq(person.administrator, true), isNotNull(person.passwordHash), open, ne(person.id, id)))
        .get()?.count ?? 0,
    /** How many others administer this campaign. */
    countOtherCampaignAdministrators: (id: number, campaignId: number): number =>
      orm
        .select({ count: count() })
        .from(membership)
        .innerJoin(person, eq(person.id, membership.personId))
        .where(and(eq(membership.campaignId, campaignId), eq(membership.role, 'administrator'), ne(person.id, id), open))
        .get()?.count ?? 0,

    insertInvitation: (row: Omit<typeof invitation.$inferInsert, 'id'>): number =>
      orm.insert(invitation).values(row).returning({ id: invitation.id }).get().id,
    /** Those that can still be accepted, newest first. */
    listInvitations: (campaignId: number, now: string): Invitation[] =>
      orm
        .select()
        .from(invitation)
        .where(and(eq(invitation.campaignId, campaignId), isNull(invitation.endedAt), gt(invitation.expiresAt, now)))
        .orderBy(desc(invitation.id))
        .all(),
    findInvitation: (tokenHash: string, now: string): Invitation | null =>
      orm
        .select()
        .from(invitation)
        .where(and(eq(invitation.tokenHash, tokenHash), isNull(invitation.endedAt), gt(invitation.expiresAt, now)))
        .get() ?? null,
    /** False when it had ended already, or is another campaign's. */
    recordInvitationEnded: (id: number, campaignId: number, endedAt: string, acceptedBy: number | null): boolean =>
      orm
        .update(invitation)
        .set({ endedAt, acceptedBy })
        .where(and(eq(invitation.id, id), eq(invitation.campaignId, campaignId), isNull(invitation.endedAt)))
        .run().changes === 1,
  };
}
