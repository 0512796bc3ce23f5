import { and, desc, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { session } from './accounts.table.ts';

export type SessionRow = typeof session.$inferSelect;

/** The SQL of sessions: they live in the database, so that ending one ends it. */
export function sessionsRepository({ orm }: Database) {
  /** Neither ended, nor expired, nor idle for too long. Both times are UTC instants. */
  const alive = (now: string, idleSince: string) =>
    and(isNull(session.endedAt), gt(session.expiresAt, now), gt(session.lastSeenAt, idleSince));
  const open = (personId: number) => and(eq(session.personId, personId), isNull(session.endedAt));

  return {
    insertSession: (row: typeof session.$inferInsert): void => void orm.insert(session).values(row).run(),
    findSession: (idHash: string, now: string, idleSince: string): SessionRow | null =>
      orm
        .select()
        .from(session)
        .where(and(eq(session.idHash, idHash), alive(now, idleSince)))
        .get() ?? null,
    /** Whose forms carry this token, even when their session has ended. */
    findTokenOwner: (csrfToken: string): number | null =>
      orm.select({ personId: session.personId }).from(session).where(eq(session.csrfToken, csrfToken)).get()?.personId ?? null,
    /** Newest visit first. */
    listSessions: (personId: number, now: string, idleSince: string): SessionRow[] =>
      orm
        .select()
        .from(session)
        .where(and(eq(session.personId, personId), ne(session.secondFactor, 'awaited'), alive(now, idleSince)))
        .orderBy(desc(session.lastSeenAt))
        .all(),
    recordSeen: (idHash: string, lastSeenAt: string): void =>
      void orm.update(session).set({ lastSeenAt }).where(eq(session.idHash, idHash)).run(),
    recordSecondFactor: (idHash: string): void =>
      void orm.update(session).set({ secondFactor: 'given' }).where(eq(session.idHash, idHash)).run(),
    recordConfirmed: (idHash: string, confirmedAt: string): void =>
      void orm.update(session).set({ confirmedAt }).where(eq(session.idHash, idHash)).run(),
    recordChallenge: (idHash: string, challenge: string | null): void =>
      void orm.update(session).set({ challenge }).where(eq(session.idHash, idHash)).run(),
    recordEnded: (idHash: string, endedAt: string): void =>
      void orm.update(session).set({ endedAt, challenge: null }).where(eq(session.idHash, idHash)).run(),
    /** All of a person's, but for the one they are in when it is given. */
    recordAllEnded: (personId: number, endedAt: string, except = ''): void =>
      void orm
        .update(session)
        .set({ endedAt, challenge: null })
        .where(and(open(personId), ne(session.idHash, except)))
        .run(),
    removeLastSeenBefore: (instant: string): void => void orm.delete(session).where(lte(session.lastSeenAt, instant)).run(),
  };
}
