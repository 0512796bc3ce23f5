import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { networkOf } from '../lib/network.ts';
import { signInRepository } from './sign-in.repository.ts';
import { remembered, waitBeforeTrying } from './throttle.ts';

/** It dies with the process: what is in the table says to nobody who tried, or from where. */
const key = randomBytes(32);

/** What is guessed at (an address, someone's second factor), and from where (an IP address). Kept hashed, an hour at most. */
export interface Guess {
  target: string;
  address: string;
}

/** Counts what may be guessed: passwords and second factors. Slows down whoever keeps failing. */
export function openTries(database: Database, clock: Clock) {
  const failures = signInRepository(database);

  return {
    /**
     * The seconds to wait, 0 when the try may go on. It is counted as a failure before anything is looked at: a thousand at once are
     * a thousand tries.
     */
    begin({ target, address }: Guess): number {
      const now = clock.now().getTime();
      const accountHash = keyed(target);
      const addressHash = keyed(networkOf(address));
      const count = () => {
        failures.removeBefore(now - remembered);
        const wait = waitBeforeTrying(failures.listAccountFailures(accountHash), failures.listAddressFailures(addressHash), now);
        if (wait <= 0) failures.insertFailure({ accountHash, addressHash, at: now });
        return Math.ceil(Math.max(wait, 0) / 1000);
      };
      return database.sql.transaction(count).immediate();
    },
    /** It was right: what was counted against it is forgotten. */
    forget: ({ target }: Pick<Guess, 'target'>): void => failures.removeFailuresOf(keyed(target)),
  };
}

function keyed(text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
