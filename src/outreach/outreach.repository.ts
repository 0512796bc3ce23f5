import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { contact } from './outreach.table.ts';

export type ContactRow = typeof contact.$inferSelect;

/** The SQL of contacts: whom we asked, when, how. Addresses and notes stay here; only dates and channels are ever published. */
export function outreachRepository({ orm }: Database) {
  return {
    listContacts: (campaignId: number): ContactRow[] =>
      orm
        .select()
        .from(contact)
        .where(eq(contact.campaignId, campaignId))
        .orderBy(asc(contact.happenedOn), asc(contact.id))
        .all(),
    insertContact: (row: typeof contact.$inferInsert): void => void orm.insert(contact).values(row).run(),
  };
}
