import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { audit } from '../accounts/accounts.table.ts';
import type { Database } from '../db/open.ts';
import { rightOfReply } from '../outreach/right-of-reply.table.ts';
import { erasedMark } from './kept.ts';

export type WordedReply = typeof rightOfReply.$inferSelect;

/** The SQL of what the desk keeps of a right of reply, and of emptying it. */
export function replyWordsRepository({ orm }: Database) {
  /** Why it was refused; the other acts give its reference alone. */
  const refused = (id: number) =>
    and(
      eq(audit.subject, `reply ${id}`),
      eq(audit.action, 'reply-refused'),
      isNotNull(audit.reason),
      ne(audit.reason, erasedMark),
    );

  return {
    /** The one that a published entry was made of, or that was refused, unless it is erased; one that waits is to be decided first. */
    findDecided: (campaignId: number, subject: string): WordedReply | null =>
      orm
        .select()
        .from(rightOfReply)
        .where(
          and(
            eq(rightOfReply.campaignId, campaignId),
            sql`${rightOfReply.position} || '/' || ${rightOfReply.reference} = ${subject}`,
            ne(rightOfReply.state, 'received'),
            isNull(rightOfReply.erasedAt),
          ),
        )
        .get() ?? null,
    countActs: (id: number): number => orm.select({ id: audit.id }).from(audit).where(refused(id)).all().length,
    eraseReply({ id, checked, reason }: WordedReply, at: string): void {
      const emptied = { author: erasedMark, text: erasedMark, capacity: '', contact: '', erasedAt: at };
      const decided = { checked: checked === '' ? '' : erasedMark, reason: reason === '' ? '' : erasedMark };
      orm
        .update(rightOfReply)
        .set({ ...emptied, ...decided })
        .where(eq(rightOfReply.id, id))
        .run();
      orm.update(audit).set({ reason: erasedMark }).where(refused(id)).run();
    },
  };
}
