import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { replyLink } from './reply-links.table.ts';

export type ReplyLinkRow = typeof replyLink.$inferSelect;

/** The SQL of personal links: only their hashes are here. */
export function replyLinksRepository({ orm }: Database) {
  return {
    insertLink: (row: typeof replyLink.$inferInsert): number =>
      orm.insert(replyLink).values(row).returning({ id: replyLink.id }).get().id,
    findByHash: (tokenHash: string): ReplyLinkRow | null =>
      orm.select().from(replyLink).where(eq(replyLink.tokenHash, tokenHash)).get() ?? null,
    findLink: (id: number): ReplyLinkRow | null => orm.select().from(replyLink).where(eq(replyLink.id, id)).get() ?? null,
    listLinks: (movementId: number): ReplyLinkRow[] =>
      orm.select().from(replyLink).where(eq(replyLink.movementId, movementId)).orderBy(asc(replyLink.id)).all(),
    recordRevoked: (id: number, revokedAt: string): void =>
      void orm.update(replyLink).set({ revokedAt }).where(eq(replyLink.id, id)).run(),
  };
}
