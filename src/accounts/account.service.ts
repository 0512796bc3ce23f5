import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { accountsRepository } from './accounts.repository.ts';
import { auditRepository } from './audit.repository.ts';
import type { Authorized } from './can.ts';
import { type ClosingRefusal, closingRefusal } from './closing.ts';
import { openPasswordLinks } from './password-links.service.ts';
import { hashPassword } from './passwords.service.ts';
import { secondFactorRepository } from './second-factor.repository.ts';
import { sessionsRepository } from './sessions.repository.ts';
import { teamRepository } from './team.repository.ts';

export type AccountCare = ReturnType<typeof openAccountCare>;

/** What becomes of an account: its name, its password, its end and its return. Each act leaves its trace. */
export function openAccountCare(database: Database, clock: Clock) {
  const accounts = accountsRepository(database);
  const sessions = sessionsRepository(database);
  const factors = secondFactorRepository(database);
  const team = teamRepository(database);
  const links = openPasswordLinks(database, clock);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();
  const note = (by: number, action: string, id: number) =>
    audit.insertAudit({ at: now(), personId: by, action, subject: `person ${id}` });

  /** Closes inside a transaction: the last administrators of two campaigns may leave at the same moment. */
  function close(by: number, id: number, byInstallation: boolean): ClosingRefusal | 'closed' {
    return inTransaction(() => {
      const isAdministrator = accounts.findPerson(id)?.administrator ?? false;
      const otherAdministrators = team.countOtherAdministrators(id);
      const administered = team.listRoles(id).filter(({ role }) => role === 'administrator');
      const aloneIn = administered.filter(({ campaignId }) => team.countOtherCampaignAdministrators(id, campaignId) === 0).length;
      const refusal = closingRefusal({ otherAdministrators, isAdministrator, aloneIn, byInstallation });
      if (refusal) return refusal;
      accounts.recordClosed(id, now());
      accounts.recordLinksUsed(id, now());
      sessions.recordAllEnded(id, now());
      note(by, 'account-closed', id);
      return 'closed';
    });
  }

  return {
    rename: (id: number, name: string): void =>
      inTransaction(() => {
        accounts.recordPerson(id, { name });
        note(id, 'name-changed', id);
      }),
    /** Ends every other session, and every link with which another password could be chosen. */
    async changePassword(id: number, password: string, sessionHash: string): Promise<void> {
      const passwordHash = await hashPassword(password);
      inTransaction(() => {
        accounts.recordPerson(id, { passwordHash });
        accounts.recordLinksUsed(id, now());
        sessions.recordAllEnded(id, now(), sessionHash);
        note(id, 'password-changed', id);
      });
    },
    closeOwn: (id: number): ClosingRefusal | 'closed' => close(id, id, false),

    close: ({ person, thing }: Authorized<{ id: number }>): ClosingRefusal | 'closed' => close(person.id, thing.id, true),
    /** They come back with the password, the second factor and the roles that they had. */
    reopen: ({ person, thing }: Authorized<{ id: number }>): void =>
      inTransaction(() => {
        accounts.recordClosed(thing.id, null);
        note(person.id, 'account-reopened', thing.id);
      }),
    /** The path of a link with which they choose a new password. Their second factor stays. */
    makePasswordLink: ({ person, thing }: Authorized<{ id: number }>): string =>
      inTransaction(() => {
        note(person.id, 'password-link-made', thing.id);
        return links.create(thing.id);
      }),
    /** For someone who lost their telephone and their codes: they must add a new one before they publish again. */
    removeSecondFactors: ({ person, thing }: Authorized<{ id: number }>): void =>
      inTransaction(() => {
        factors.removeAll(thing.id);
        sessions.recordAllEnded(thing.id, now());
        note(person.id, 'second-factor-removed', thing.id);
      }),
  };
}
