import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { session } from './accounts.table.ts';

export type SessionRow = typeof session.$inferSelect;

/** The SQL of sessions: they live in the database, so that ending one ends it. */
export function sessionsRepository({ orm }: Database) {
  return {
    insertSession: (row: SessionRow): void => void orm.insert(session).values(row).run(),
    /** The session, unless it has expired or was last seen before `idleSince`. Both are UTC instants. */
    findSession: (idHash: string, now: string, idleSince: string): SessionRow | null =>
      orm
        .select()
        .from(session)
        .where(and(eq(session.idHash, idHash), gt(session.expiresAt, now), gt(session.lastSeenAt, idleSince)))
        .get() ?? null,
    recordSeen: (idHash: string, lastSeenAt: string): void =>
      void orm.update(session).set({ lastSeenAt }).where(eq(session.idHash, idHash)).run(),
    removeSession: (idHash: string): void => void orm.delete(session).where(eq(session.idHash, idHash)).run(),
    removeSessionsOf: (personId: number): void => void orm.delete(session).where(eq(session.personId, personId)).run(),
    removeExpired: (now: string, idleSince: string): void =>
      void orm
        .delete(session)
        .where(or(lte(session.expiresAt, now), lte(session.lastSeenAt, idleSince)))
        .run(),
  };
}
