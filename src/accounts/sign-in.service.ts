import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import { longestPassword } from './password-rule.ts';
import { passwordMatches } from './passwords.service.ts';
import { type Awaited, type OpenSession, openSessions } from './sessions.service.ts';
import { openTries } from './tries.service.ts';

export type Refused = { refused: 'wrong' } | { refused: 'wait'; seconds: number };
/** `awaits`: the session lets nobody in before the second factor was shown. */
export type SignInOutcome = { session: OpenSession; awaits: boolean } | Refused;

export interface SignInTry {
  email: string;
  password: string;
  /** Where it comes from: an IP address. */
  address: string;
  userAgent: string;
}

/** Signing in, slowed down for whoever keeps failing: first the password, then the second factor of whoever has one. */
export function openSignIn(database: Database, clock: Clock) {
  const accounts = accountsRepository(database);
  const sessions = openSessions(database, clock);
  const tries = openTries(database, clock);

  return {
    /** A new session; or why not. A wrong password and an unknown account are answered alike. */
    async signIn({ email, password, address, userAgent }: SignInTry): Promise<SignInOutcome> {
      const guess = { target: email.trim().toLowerCase(), address };
      const seconds = tries.begin(guess);
      if (seconds > 0) return { refused: 'wait', seconds };
      const account = accounts.findByEmail(email.trim());
      const right = await passwordMatches(account?.passwordHash ?? null, password.slice(0, longestPassword + 1));
      if (!right || !account) return { refused: 'wrong' };
      tries.forget(guess);
      const awaits = sessions.isEnrolled(account.id);
      return { session: sessions.open(account.id, userAgent, awaits ? 'awaited' : 'none'), awaits };
    },
    /**
     * The second step: `check` looks at what was shown, and what it finds right is right once. Counted apart from passwords, so that
     * knowing one gives no new tries at the other. The session that waited ends, and another begins.
     */
    async showFactor(
      awaited: Awaited,
      check: () => boolean | Promise<boolean>,
      { address, userAgent }: Pick<SignInTry, 'address' | 'userAgent'>,
    ): Promise<SignInOutcome> {
      const guess = { target: `second factor ${awaited.personId}`, address };
      const seconds = tries.begin(guess);
      if (seconds > 0) return { refused: 'wait', seconds };
      if (!(await check())) return { refused: 'wrong' };
      tries.forget(guess);
      sessions.end(awaited);
      return { session: sessions.open(awaited.personId, userAgent, 'given'), awaits: false };
    },
    /** Whether someone who is signed in knows their password: asked again before what matters. Counted as signing in is. */
    async confirmPassword(personId: number, password: string, address: string): Promise<'right' | Refused> {
      const account = accounts.findPerson(personId);
      const guess = { target: account?.email.toLowerCase() ?? '', address };
      const seconds = tries.begin(guess);
      if (seconds > 0) return { refused: 'wait', seconds };
      if (!(await passwordMatches(account?.passwordHash ?? null, password.slice(0, longestPassword + 1))))
        return { refused: 'wrong' };
      tries.forget(guess);
      return 'right';
    },
  };
}
