import { eq, lte } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { signInFailure } from './accounts.table.ts';

/** The SQL of failed sign-ins. Accounts and addresses are hashed before they come here; times are in milliseconds. */
export function signInRepository({ orm }: Database) {
  return {
    listAccountFailures: (accountHash: string): number[] =>
      orm
        .select({ at: signInFailure.at })
        .from(signInFailure)
        .where(eq(signInFailure.accountHash, accountHash))
        .all()
        .map(({ at }) => at),
    listAddressFailures: (addressHash: string): number[] =>
      orm
        .select({ at: signInFailure.at })
        .from(signInFailure)
        .where(eq(signInFailure.addressHash, addressHash))
        .all()
        .map(({ at }) => at),
    insertFailure: (row: Omit<typeof signInFailure.$inferInsert, 'id'>): number =>
      orm.insert(signInFailure).values(row).returning({ id: signInFailure.id }).get().id,
    removeFailuresOf: (accountHash: string): void =>
      void orm.delete(signInFailure).where(eq(signInFailure.accountHash, accountHash)).run(),
    removeBefore: (at: number): void => void orm.delete(signInFailure).where(lte(signInFailure.at, at)).run(),
  };
}
