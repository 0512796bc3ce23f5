import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { withdrawal } from './positions.table.ts';

/** A proposal to take a published entry off the public pages. */
export type Withdrawal = typeof withdrawal.$inferSelect;

/** The SQL of proposed withdrawals. */
export function withdrawalsRepository({ orm }: Database) {
  return {
    findWithdrawal: (id: number): Withdrawal | null => orm.select().from(withdrawal).where(eq(withdrawal.id, id)).get() ?? null,
    /** Those that wait for a second person, oldest first. */
    listWaiting: (campaignId: number): Withdrawal[] =>
      orm
        .select()
        .from(withdrawal)
        .where(and(eq(withdrawal.campaignId, campaignId), eq(withdrawal.state, 'submitted'), isNull(withdrawal.erasedAt)))
        .orderBy(asc(withdrawal.id))
        .all(),
    insertWithdrawal: (
      row: Pick<Withdrawal, 'campaignId' | 'kind' | 'subject' | 'reason' | 'authorId' | 'createdAt' | 'updatedAt'>,
    ): number => orm.insert(withdrawal).values(row).returning({ id: withdrawal.id }).get().id,
    /** Decides it, once. False when it was decided already. */
    recordDecision: (
      id: number,
      decision: Pick<Withdrawal, 'state' | 'reviewerId' | 'decisionReason' | 'editionNumber' | 'updatedAt'>,
    ): boolean =>
      orm
        .update(withdrawal)
        .set(decision)
        .where(and(eq(withdrawal.id, id), eq(withdrawal.state, 'submitted'), isNull(withdrawal.erasedAt)))
        .run().changes === 1,
  };
}
