import { eq } from 'drizzle-orm';
import { person } from '../accounts/accounts.table.ts';
import { listAuthorEmail } from '../accounts/list-author.ts';
import type { Database } from '../db/open.ts';

/**
 * Who wrote what came by a personal link: nobody of the desk. It is a person of the database so that the rules hold as they are — an
 * author is not the reader —, with a closed account that has no password, no role and no session, and can have none.
 */
export function listAuthorRepository({ orm }: Database) {
  return {
    findOrInsert(at: string): number {
      const known = orm.select({ id: person.id }).from(person).where(eq(person.email, listAuthorEmail)).get();
      if (known) return known.id;
      const row = {
        email: listAuthorEmail,
        name: 'La liste elle-même, par son lien personnel',
        administrator: false,
        createdAt: at,
        closedAt: at,
      };
      return orm.insert(person).values(row).returning({ id: person.id }).get().id;
    },
  };
}
