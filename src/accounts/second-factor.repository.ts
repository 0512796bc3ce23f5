import { and, asc, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { codeApp, passkey, recoveryCode } from './second-factor.table.ts';

export type CodeApp = typeof codeApp.$inferSelect;
export type Passkey = typeof passkey.$inferSelect;

/** The SQL of second factors: applications, passkeys, recovery codes. */
export function secondFactorRepository({ orm }: Database) {
  const ownApps = (personId: number) => and(eq(codeApp.personId, personId), isNotNull(codeApp.confirmedAt));
  const pendingApp = (personId: number) => and(eq(codeApp.personId, personId), isNull(codeApp.confirmedAt));
  const unused = (personId: number) => and(eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt));

  return {
    /** Those that were confirmed by a code; a pending one is no factor yet. */
    listApps: (personId: number): CodeApp[] => orm.select().from(codeApp).where(ownApps(personId)).orderBy(asc(codeApp.id)).all(),
    listPasskeys: (personId: number): Passkey[] =>
      orm.select().from(passkey).where(eq(passkey.personId, personId)).orderBy(asc(passkey.id)).all(),
    countRecoveryCodes: (personId: number): number =>
      orm.select({ left: count() }).from(recoveryCode).where(unused(personId)).get()?.left ?? 0,

    findPendingApp: (personId: number): CodeApp | null => orm.select().from(codeApp).where(pendingApp(personId)).get() ?? null,
    /** In the place of the one that was begun before and never confirmed. */
    insertPendingApp(row: Pick<CodeApp, 'personId' | 'sealedSecret' | 'createdAt'>): void {
      orm.delete(codeApp).where(pendingApp(row.personId)).run();
      orm.insert(codeApp).values(row).run();
    },
    recordAppConfirmed: (id: number, confirmedAt: string, lastStep: number): void =>
      void orm.update(codeApp).set({ confirmedAt, lastStep }).where(eq(codeApp.id, id)).run(),
    /** False when that half minute, or a later one, was used already: a code works once. */
    recordStep: (id: number, step: number): boolean =>
      orm
        .update(codeApp)
        .set({ lastStep: step })
        .where(and(eq(codeApp.id, id), lt(codeApp.lastStep, step)))
        .run().changes === 1,
    removeApp: (personId: number, id: number): boolean =>
      orm
        .delete(codeApp)
        .where(and(eq(codeApp.personId, personId), eq(codeApp.id, id)))
        .run().changes === 1,

    findPasskey: (personId: number, credentialId: string): Passkey | null =>
      orm
        .select()
        .from(passkey)
        .where(and(eq(passkey.personId, personId), eq(passkey.credentialId, credentialId)))
        .get() ?? null,
    insertPasskey: (row: Omit<typeof passkey.$inferInsert, 'id'>): void => void orm.insert(passkey).values(row).run(),
    recordPasskeyUsed: (id: number, counter: number, lastUsedAt: string): void =>
      void orm.update(passkey).set({ counter, lastUsedAt }).where(eq(passkey.id, id)).run(),
    removePasskey: (personId: number, id: number): boolean =>
      orm
        .delete(passkey)
        .where(and(eq(passkey.personId, personId), eq(passkey.id, id)))
        .run().changes === 1,

    /** New ones end all the former ones. */
    insertRecoveryCodes(personId: number, codeHashes: readonly string[]): void {
      orm.delete(recoveryCode).where(eq(recoveryCode.personId, personId)).run();
      orm
        .insert(recoveryCode)
        .values(codeHashes.map((codeHash) => ({ codeHash, personId })))
        .run();
    },
    /** False when this person has no such code, or used it before. */
    recordRecoveryCodeUsed: (personId: number, codeHash: string, usedAt: string): boolean =>
      orm
        .update(recoveryCode)
        .set({ usedAt })
        .where(and(unused(personId), eq(recoveryCode.codeHash, codeHash)))
        .run().changes === 1,
    /** Everything at once, for someone who lost all of it. */
    removeAll(personId: number): void {
      orm.delete(codeApp).where(eq(codeApp.personId, personId)).run();
      orm.delete(passkey).where(eq(passkey.personId, personId)).run();
      orm.delete(recoveryCode).where(eq(recoveryCode.personId, personId)).run();
    },
  };
}
