import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { contact, contactAddress, outreachLetter, outreachSetting } from './outreach.table.ts';
import type { LetterKind } from './vocabulary.ts';

export type ContactRow = typeof contact.$inferSelect;
export type AddressRow = typeof contactAddress.$inferSelect;
export type LetterRow = typeof outreachLetter.$inferSelect;
export type SettingRow = typeof outreachSetting.$inferSelect;

/** The SQL of contacts: whom we asked, when, how. Addresses and notes stay here; only dates and channels are ever published. */
export function outreachRepository({ orm }: Database) {
  return {
    /** In the order of their dates. */
    listContacts: (campaignId: number): ContactRow[] =>
      orm
        .select()
        .from(contact)
        .where(eq(contact.campaignId, campaignId))
        .orderBy(asc(contact.happenedOn), asc(contact.id))
        .all(),
    findContact: (id: number): ContactRow | null => orm.select().from(contact).where(eq(contact.id, id)).get() ?? null,
    insertContact: (row: typeof contact.$inferInsert): number =>
      orm.insert(contact).values(row).returning({ id: contact.id }).get().id,
    recordContact: (id: number, changes: Partial<Pick<ContactRow, 'status' | 'outcome' | 'messageId'>>): void =>
      void orm.update(contact).set(changes).where(eq(contact.id, id)).run(),
    removeContact: (id: number): void => void orm.delete(contact).where(eq(contact.id, id)).run(),

    /** The oldest first: it is the one that is written to, as long as it works. */
    listAddresses: (campaignId: number): AddressRow[] =>
      orm.select().from(contactAddress).where(eq(contactAddress.campaignId, campaignId)).orderBy(asc(contactAddress.id)).all(),
    findAddress: (id: number): AddressRow | null =>
      orm.select().from(contactAddress).where(eq(contactAddress.id, id)).get() ?? null,
    /** False when the movement has this address already. */
    insertAddress: (row: typeof contactAddress.$inferInsert): boolean =>
      orm.insert(contactAddress).values(row).onConflictDoNothing().run().changes === 1,
    removeAddress: (id: number): void => void orm.delete(contactAddress).where(eq(contactAddress.id, id)).run(),
    /** Says that an address does not work, or (null) that it does again. */
    recordRefused: (movementId: number, value: string, refusedAt: string | null): void =>
      void orm
        .update(contactAddress)
        .set({ refusedAt })
        .where(and(eq(contactAddress.movementId, movementId), eq(contactAddress.value, value)))
        .run(),

    findLetter: (campaignId: number, kind: LetterKind): LetterRow | null =>
      orm
        .select()
        .from(outreachLetter)
        .where(and(eq(outreachLetter.campaignId, campaignId), eq(outreachLetter.kind, kind)))
        .get() ?? null,
    recordLetter: (row: typeof outreachLetter.$inferInsert): void =>
      void orm
        .insert(outreachLetter)
        .values(row)
        .onConflictDoUpdate({ target: [outreachLetter.campaignId, outreachLetter.kind], set: row })
        .run(),
    findSetting: (campaignId: number): SettingRow | null =>
      orm.select().from(outreachSetting).where(eq(outreachSetting.campaignId, campaignId)).get() ?? null,
    recordSetting: (row: SettingRow): void =>
      void orm.insert(outreachSetting).values(row).onConflictDoUpdate({ target: outreachSetting.campaignId, set: row }).run(),
  };
}
