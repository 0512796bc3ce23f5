import { z } from 'zod';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import { roles } from './can.ts';
import { openPasswordLinks } from './password-links.service.ts';
import { openSecondFactors } from './second-factor.service.ts';

/** The people who come with a fictional campaign. Their addresses end in `.invalid`: nobody receives mail there (RFC 2606). */
export const castSchema = z.array(z.strictObject({ name: z.string().min(1), email: z.email(), role: z.enum(roles) }));
export type Cast = z.infer<typeof castSchema>;

/** How one of them comes in. `codes` stand in for a telephone; none for who does not publish. */
export interface WayIn {
  name: string;
  email: string;
  role: string;
  path: string;
  codes: string[];
}

/**
 * Gives a fictional campaign its people, and a way in for each who has not come yet. There is no password until someone chooses one,
 * and no code that is the same elsewhere.
 */
export function openCast(database: Database, clock: Clock, factorKey: () => Buffer) {
  const accounts = accountsRepository(database);
  const links = openPasswordLinks(database, clock);
  const factors = openSecondFactors(database, clock, factorKey);

  function waysIn(campaignId: number, cast: Cast): WayIn[] {
    return cast.flatMap(({ name, email, role }) => {
      const before = accounts.findByEmail(email);
      if (before?.passwordHash) return [];
      const id = before?.id ?? accounts.insertPerson({ name, email, administrator: false, createdAt: clock.now().toISOString() });
      accounts.recordMembership(id, campaignId, role);
      const codes = role === 'editor' ? [] : factors.enrolByCodesAlone(id);
      return [{ name, email, role, path: links.create(id), codes }];
    });
  }

  return {
    waysIn: (campaignId: number, cast: Cast): WayIn[] => database.sql.transaction(() => waysIn(campaignId, cast)).immediate(),
  };
}
