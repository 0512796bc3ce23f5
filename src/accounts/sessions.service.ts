import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import type { Person } from './can.ts';
import { sessionsRepository } from './sessions.repository.ts';
import { hashToken, newToken } from './tokens.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A session ends after a fortnight, or after three days without a visit. */
const longest = 14 * day;
const longestIdle = 3 * day;

/** What the browser is given, once. */
export interface OpenSession {
  id: string;
  expiresAt: Date;
}

/** Who is at the desk. */
export interface Visitor {
  person: Person;
  sessionHash: string;
  /** What each of their forms must carry. */
  csrfToken: string;
}

export type Sessions = ReturnType<typeof openSessions>;

export function openSessions(database: Database, clock: Clock) {
  const sessions = sessionsRepository(database);
  const accounts = accountsRepository(database);
  const at = (offset: number) => new Date(clock.now().getTime() + offset);

  return {
    open(personId: number, userAgent: string): OpenSession {
      const id = newToken();
      const expiresAt = at(longest);
      const now = at(0).toISOString();
      sessions.removeExpired(now, at(-longestIdle).toISOString());
      sessions.insertSession({
        idHash: hashToken(id),
        personId,
        csrfToken: newToken(),
        userAgent: userAgent.slice(0, 200),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: expiresAt.toISOString(),
      });
      return { id, expiresAt };
    },
    /** Who this session belongs to; null when it was ended, is too old, or its account is closed. */
    findVisitor(id: string): Visitor | null {
      const now = at(0).toISOString();
      const session = sessions.findSession(hashToken(id), now, at(-longestIdle).toISOString());
      const account = session && accounts.findPerson(session.personId);
      if (!session || !account) return null;
      if (session.lastSeenAt < at(-minute).toISOString()) sessions.recordSeen(session.idHash, now);
      const { id: personId, name, email, administrator, memberships } = account;
      const person = { id: personId, name, email, administrator, memberships };
      return { person, sessionHash: session.idHash, csrfToken: session.csrfToken };
    },
    end: (visitor: Visitor): void => sessions.removeSession(visitor.sessionHash),
  };
}
