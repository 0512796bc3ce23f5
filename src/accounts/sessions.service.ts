import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import type { Person } from './can.ts';
import { secondFactorRepository } from './second-factor.repository.ts';
import { type SessionRow, sessionsRepository } from './sessions.repository.ts';
import { hashToken, newToken } from './tokens.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A session ends after a fortnight, or after three days without a visit. */
const longest = 14 * day;
const longestIdle = 3 * day;
/** How long the second factor is waited for. */
const longestWait = 10 * minute;
/** How long a password that was just typed opens what touches the account itself. */
const longestFresh = 15 * minute;
/** What is left of a session that ended: whose forms it gave out. */
const remembered = 30 * day;

/** What the browser is given, once. */
export interface OpenSession {
  id: string;
  expiresAt: Date;
}

/** Who is at the desk. */
export interface Visitor {
  person: Person;
  sessionHash: string;
  /** They said their password a moment ago: what touches their account is open. */
  fresh: boolean;
  /** What each of their forms must carry. */
  csrfToken: string;
  /** What a new passkey was asked to sign. */
  challenge: string | null;
}

/** Someone whose password was right, and whose second factor is waited for. Not a visitor: nothing is open to them. */
export interface Awaited {
  personId: number;
  sessionHash: string;
  challenge: string | null;
}

export function openSessions(database: Database, clock: Clock) {
  const sessions = sessionsRepository(database);
  const accounts = accountsRepository(database);
  const factors = secondFactorRepository(database);
  const at = (offset: number) => new Date(clock.now().getTime() + offset);
  const now = () => at(0).toISOString();
  const find = (id: string) => sessions.findSession(hashToken(id), now(), at(-longestIdle).toISOString());
  const isEnrolled = (personId: number) => factors.listApps(personId).length > 0 || factors.listPasskeys(personId).length > 0;

  return {
    /** `secondFactor` is what was shown of it: `awaited` lets nobody in. */
    open(personId: number, userAgent: string, secondFactor: SessionRow['secondFactor'] = 'none'): OpenSession {
      const id = newToken();
      const expiresAt = at(secondFactor === 'awaited' ? longestWait : longest);
      sessions.removeLastSeenBefore(at(-remembered).toISOString());
      sessions.insertSession({
        idHash: hashToken(id),
        personId,
        csrfToken: newToken(),
        userAgent: userAgent.slice(0, 200),
        createdAt: now(),
        lastSeenAt: now(),
        expiresAt: expiresAt.toISOString(),
        secondFactor,
      });
      return { id, expiresAt };
    },
    /** Whether they have a second factor: then a password alone does not let them in. */
    isEnrolled,
    /** Who this session belongs to; null when it was ended, is too old, awaits a second factor, or its account is closed. */
    findVisitor(id: string): Visitor | null {
      const session = find(id);
      const account = session && session.secondFactor !== 'awaited' ? accounts.findPerson(session.personId) : null;
      if (!session || !account) return null;
      // Opened before they had a second factor: whoever knew the password could otherwise stay, and add a factor of their own.
      if (session.secondFactor === 'none' && isEnrolled(session.personId)) return null;
      if (session.lastSeenAt < at(-minute).toISOString()) sessions.recordSeen(session.idHash, now());
      const { id: personId, name, email, administrator, memberships } = account;
      const secondFactor = session.secondFactor === 'given' && isEnrolled(personId);
      const person = { id: personId, name, email, administrator, memberships, secondFactor };
      const { idHash: sessionHash, csrfToken, challenge } = session;
      const fresh = (session.confirmedAt ?? session.createdAt) > at(-longestFresh).toISOString();
      return { person, sessionHash, fresh, csrfToken, challenge };
    },
    findAwaited(id: string): Awaited | null {
      const session = find(id);
      if (session?.secondFactor !== 'awaited' || !accounts.findPerson(session.personId)) return null;
      return { personId: session.personId, sessionHash: session.idHash, challenge: session.challenge };
    },
    /** Every place where they are signed in. */
    listOpen: (personId: number): SessionRow[] => sessions.listSessions(personId, now(), at(-longestIdle).toISOString()),
    confirm: ({ sessionHash }: Pick<Visitor, 'sessionHash'>): void => sessions.recordConfirmed(sessionHash, now()),
    end: ({ sessionHash }: Pick<Visitor, 'sessionHash'>): void => sessions.recordEnded(sessionHash, now()),
    endAll: (personId: number, except: Pick<Visitor, 'sessionHash'> | null = null): void =>
      sessions.recordAllEnded(personId, now(), except?.sessionHash),
  };
}
