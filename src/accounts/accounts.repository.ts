import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { membership, passwordLink, person } from './accounts.table.ts';
import type { Person, Role } from './can.ts';

/** A person as the desk keeps them; `passwordHash` is null until their one-time link was used. What they showed is their session's. */
export interface Account extends Omit<Person, 'secondFactor'> {
  passwordHash: string | null;
}

/** The SQL of people, what they may do, and their one-time links. Closed accounts are never found. */
export function accountsRepository({ orm }: Database) {
  const complete = (row: typeof person.$inferSelect | undefined): Account | null => {
    if (!row) return null;
    const { id, name, email, administrator, passwordHash } = row;
    const memberships = orm
      .select({ campaignId: membership.campaignId, role: membership.role })
      .from(membership)
      .where(eq(membership.personId, id))
      .orderBy(asc(membership.campaignId))
      .all();
    return { id, name, email, administrator, passwordHash, memberships };
  };
  const open = isNull(person.closedAt);

  return {
    findPerson: (id: number): Account | null =>
      complete(
        orm
          .select()
          .from(person)
          .where(and(eq(person.id, id), open))
          .get(),
      ),
    /** By e-mail address, whatever its capitals. */
    findByEmail: (email: string): Account | null =>
      complete(
        orm
          .select()
          .from(person)
          .where(and(eq(person.email, email), open))
          .get(),
      ),
    /** An administrator of the installation, with or without a password. */
    findAdministrator: ({ withPassword }: { withPassword: boolean }): Account | null =>
      complete(
        orm
          .select()
          .from(person)
          .where(
            and(
              eq(person.administrator, true),
              withPassword ? isNotNull(person.passwordHash) : isNull(person.passwordHash),
              open,
            ),
          )
          .orderBy(asc(person.id))
          .get(),
      ),
    /** The names of people, closed accounts too: history keeps its authors. */
    listNames: (): ReadonlyMap<number, string> =>
      new Map(
        orm
          .select({ id: person.id, name: person.name })
          .from(person)
          .all()
          .map(({ id, name }) => [id, name]),
      ),
    insertPerson: (row: Pick<typeof person.$inferInsert, 'email' | 'name' | 'administrator' | 'createdAt'>): number =>
      orm.insert(person).values(row).returning({ id: person.id }).get().id,
    recordPerson: (id: number, changes: Partial<Pick<Account, 'email' | 'name' | 'passwordHash' | 'administrator'>>): void =>
      void orm.update(person).set(changes).where(eq(person.id, id)).run(),
    /** Null opens the account again. */
    recordClosed: (id: number, closedAt: string | null): void =>
      void orm.update(person).set({ closedAt }).where(eq(person.id, id)).run(),
    /** Gives the role, in the place of the one they had in that campaign. */
    recordMembership: (personId: number, campaignId: number, role: Role): void =>
      void orm
        .insert(membership)
        .values({ personId, campaignId, role })
        .onConflictDoUpdate({ target: [membership.personId, membership.campaignId], set: { role } })
        .run(),

    insertLink: (row: Pick<typeof passwordLink.$inferInsert, 'tokenHash' | 'personId' | 'expiresAt'>): void =>
      void orm.insert(passwordLink).values(row).run(),
    /** Whose link it is, while it can be used; null once it was used or is too old. `now` is a UTC instant. */
    findLinkOwner(tokenHash: string, now: string): number | null {
      const usable = and(eq(passwordLink.tokenHash, tokenHash), isNull(passwordLink.usedAt), gt(passwordLink.expiresAt, now));
      return orm.select({ personId: passwordLink.personId }).from(passwordLink).where(usable).get()?.personId ?? null;
    },
    /** One choice of a password ends all the links of that person. */
    recordLinksUsed: (personId: number, usedAt: string): void =>
      void orm
        .update(passwordLink)
        .set({ usedAt })
        .where(and(eq(passwordLink.personId, personId), isNull(passwordLink.usedAt)))
        .run(),
  };
}
