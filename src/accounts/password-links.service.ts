import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { type Account, accountsRepository } from './accounts.repository.ts';
import { auditRepository } from './audit.repository.ts';
import { hashPassword } from './passwords.service.ts';
import { sessionsRepository } from './sessions.repository.ts';
import { teamRepository } from './team.repository.ts';
import { hashToken, newToken } from './tokens.ts';

/** How long a one-time link can be used, in hours. */
export const linkHours = 24;

/** The address of someone of whom none is known yet; `.invalid` never receives mail (RFC 2606). */
const unknownEmail = 'premier-acces@parole-tenue.invalid';

/** True for the first administrator, who has yet to say who they are. */
export function mustIntroduceThemselves({ email }: Pick<Account, 'email'>): boolean {
  return email === unknownEmail;
}

/** Links with which a person chooses a password. They work once; reading the page they open uses nothing up. */
export function openPasswordLinks(database: Database, clock: Clock) {
  const accounts = accountsRepository(database);
  const sessions = sessionsRepository(database);
  const team = teamRepository(database);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();

  /** The path of a new link for this person, to be put after PUBLIC_URL. Only its hash is kept. */
  function create(personId: number): string {
    const token = newToken();
    const expiresAt = new Date(clock.now().getTime() + linkHours * 3_600_000).toISOString();
    accounts.insertLink({ tokenHash: hashToken(token), personId, expiresAt });
    return `/bureau/premier-acces/${token}`;
  }

  function findOwner(token: string): Account | null {
    const owner = accounts.findLinkOwner(hashToken(token), now());
    return owner === null ? null : accounts.findPerson(owner);
  }

  return {
    create,
    /** Whose link this is; null when it was used, is too old, or never was. */
    findOwner,
    /** On a first start there is nobody yet: a link for the first administrator. Null once an administrator has a password. */
    createFirst(): string | null {
      if (accounts.findAdministrator({ withPassword: true })) return null;
      const waiting = accounts.findAdministrator({ withPassword: false });
      if (waiting) accounts.recordLinksUsed(waiting.id, now());
      const first = { email: unknownEmail, name: 'Administration', administrator: true, createdAt: now() };
      return create(waiting?.id ?? accounts.insertPerson(first));
    },
    /**
     * Keeps the password, uses the link up, and ends every session of theirs. `gone`: the link was used meanwhile; `taken`: someone
     * else has that e-mail address. `introduction` is for the first administrator alone.
     */
    async choosePassword(
      token: string,
      password: string,
      introduction: { email: string; name: string } | null,
    ): Promise<'kept' | 'gone' | 'taken'> {
      const passwordHash = await hashPassword(password);
      return database.sql
        .transaction(() => {
          const owner = findOwner(token);
          if (!owner) return 'gone';
          const namesake = introduction && team.findByAnyEmail(introduction.email);
          if (namesake && namesake.id !== owner.id) return 'taken';
          accounts.recordPerson(owner.id, { passwordHash, ...(mustIntroduceThemselves(owner) ? introduction : null) });
          accounts.recordLinksUsed(owner.id, now());
          sessions.recordAllEnded(owner.id, now());
          audit.insertAudit({ at: now(), personId: owner.id, action: 'password-chosen', subject: `person ${owner.id}` });
          return 'kept';
        })
        .immediate();
    },
  };
}
