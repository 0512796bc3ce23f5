import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { rightOfReply } from './right-of-reply.table.ts';

export type ReplyRow = typeof rightOfReply.$inferSelect;

type Decision = Pick<ReplyRow, 'state' | 'decidedBy' | 'decidedAt'> &
  Partial<Pick<ReplyRow, 'checked' | 'reason' | 'editionNumber'>>;

/** The SQL of rights of reply: kept as they came, decided once. */
export function rightOfReplyRepository({ orm }: Database) {
  return {
    insertReply: (row: typeof rightOfReply.$inferInsert): void => void orm.insert(rightOfReply).values(row).run(),
    findByKey: (formKey: string): ReplyRow | null =>
      orm.select().from(rightOfReply).where(eq(rightOfReply.formKey, formKey)).get() ?? null,
    findByReference: (campaignId: number, reference: string): ReplyRow | null =>
      orm
        .select()
        .from(rightOfReply)
        .where(and(eq(rightOfReply.campaignId, campaignId), eq(rightOfReply.reference, reference)))
        .get() ?? null,
    findReply: (id: number): ReplyRow | null => orm.select().from(rightOfReply).where(eq(rightOfReply.id, id)).get() ?? null,
    /** The oldest first: its clock is the furthest on. */
    listReplies: (campaignId: number): ReplyRow[] =>
      orm
        .select()
        .from(rightOfReply)
        .where(eq(rightOfReply.campaignId, campaignId))
        .orderBy(asc(rightOfReply.receivedAt), asc(rightOfReply.id))
        .all(),
    /** Campaigns where one waits. */
    listCampaignIdsWaiting: (): number[] =>
      orm
        .selectDistinct({ id: rightOfReply.campaignId })
        .from(rightOfReply)
        .where(eq(rightOfReply.state, 'received'))
        .all()
        .map(({ id }) => id),
    /** False when it was decided meanwhile: then nothing changed. */
    recordDecision: (id: number, decision: Decision): boolean =>
      orm
        .update(rightOfReply)
        .set(decision)
        .where(and(eq(rightOfReply.id, id), eq(rightOfReply.state, 'received')))
        .run().changes === 1,
  };
}
