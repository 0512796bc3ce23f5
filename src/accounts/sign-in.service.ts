import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import { longestPassword } from './password-rule.ts';
import { passwordMatches } from './passwords.service.ts';
import { type OpenSession, openSessions } from './sessions.service.ts';
import { signInRepository } from './sign-in.repository.ts';
import { remembered, waitBeforeTrying } from './throttle.ts';

export type SignInOutcome = { session: OpenSession } | { refused: 'wrong' } | { refused: 'wait'; seconds: number };

export interface SignInTry {
  email: string;
  password: string;
  /** Where it comes from: an IP address. Kept hashed, an hour at most. */
  address: string;
  userAgent: string;
}

/** It dies with the process: what is in the table says to nobody who tried, or from where. */
const key = randomBytes(32);

export type SignIn = ReturnType<typeof openSignIn>;

/** Signing in, slowed down for whoever keeps failing. */
export function openSignIn(database: Database, clock: Clock) {
  const accounts = accountsRepository(database);
  const failures = signInRepository(database);
  const sessions = openSessions(database, clock);

  /** Counts the try as a failure before the password is looked at: a thousand at once are a thousand tries. */
  const begin = (account: string, address: string, now: number): number =>
    database.sql
      .transaction(() => {
        failures.removeBefore(now - remembered);
        const wait = waitBeforeTrying(failures.listAccountFailures(account), failures.listAddressFailures(address), now);
        if (wait <= 0) failures.insertFailure({ accountHash: account, addressHash: address, at: now });
        return wait;
      })
      .immediate();

  return {
    /** A new session; or why not. A wrong password and an unknown account are answered alike. */
    async signIn({ email, password, address, userAgent }: SignInTry): Promise<SignInOutcome> {
      const accountHash = keyed(email.trim().toLowerCase());
      const wait = begin(accountHash, keyed(networkOf(address)), clock.now().getTime());
      if (wait > 0) return { refused: 'wait', seconds: Math.ceil(wait / 1000) };
      const account = accounts.findByEmail(email.trim());
      const right = await passwordMatches(account?.passwordHash ?? null, password.slice(0, longestPassword + 1));
      if (!right || !account) return { refused: 'wrong' };
      failures.removeFailuresOf(accountHash);
      return { session: sessions.open(account.id, userAgent) };
    },
  };
}

function keyed(text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** One home has a whole /64 of IPv6 addresses: they count as one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const middle = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...middle, ...right].slice(0, 4).join(':');
}
