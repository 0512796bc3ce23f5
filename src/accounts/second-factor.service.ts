import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { auditRepository } from './audit.repository.ts';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';
import { secondFactorRepository } from './second-factor.repository.ts';
import { seal, unseal } from './secret-box.ts';
import { sessionsRepository } from './sessions.repository.ts';
import { hashToken } from './tokens.ts';

/** What a code app is known by, on the phone. */
const issuer = 'Parole tenue';
/** A clock may be half a minute early or late (RFC 6238 §5.2). */
const tolerance = 30;

export type SecondFactors = ReturnType<typeof openSecondFactors>;

/** The second factors of people: an application that shows codes, passkeys, and recovery codes for the day both are lost. */
export function openSecondFactors(database: Database, clock: Clock, factorKey: () => Buffer) {
  const factors = secondFactorRepository(database);
  const sessions = sessionsRepository(database);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();
  const note = (personId: number, action: string) =>
    audit.insertAudit({ at: now(), personId, action, subject: `person ${personId}` });

  /** The half minute that the code belongs to; null when it is not this application's, or was used. */
  function stepOf(sealedSecret: string, code: string, afterTimeStep: number): number | null {
    const secret = unseal(factorKey(), sealedSecret);
    if (secret === null || !/^\d{6}$/.test(code)) return null;
    const epoch = Math.floor(clock.now().getTime() / 1000);
    const result = verifySync({ secret, token: code, epoch, epochTolerance: tolerance, afterTimeStep });
    return result.valid && 'timeStep' in result ? result.timeStep : null;
  }

  function giveRecoveryCodes(personId: number): string[] {
    const codes = newRecoveryCodes();
    factors.insertRecoveryCodes(personId, codes.map(hashToken));
    note(personId, 'recovery-codes-made');
    return codes;
  }

  return {
    /** What this person has. */
    of: (personId: number) => ({
      apps: factors.listApps(personId),
      passkeys: factors.listPasskeys(personId),
      codesLeft: factors.countRecoveryCodes(personId),
    }),
    /** Draws a secret for a new application. It counts for nothing until a code of it was typed. */
    beginApp: (personId: number): void =>
      factors.insertPendingApp({ personId, sealedSecret: seal(factorKey(), generateSecret()), createdAt: now() }),
    /** The secret to be given to the application; null when none was begun. `label` says whose it is, on the phone. */
    findPendingApp(personId: number, label: string): { secret: string; uri: string } | null {
      const pending = factors.findPendingApp(personId);
      const secret = pending && unseal(factorKey(), pending.sealedSecret);
      return secret ? { secret, uri: generateURI({ issuer, label, secret }) } : null;
    },
    /**
     * The application has shown a right code: from now on it is a second factor, and this session has shown it. Recovery codes come
     * with the first factor, and are told once.
     */
    confirmApp: (personId: number, sessionHash: string, code: string): { codes: string[] } | 'wrong' =>
      inTransaction(() => {
        const pending = factors.findPendingApp(personId);
        const step = pending && stepOf(pending.sealedSecret, code.replace(/\s/g, ''), 0);
        if (!pending || !step) return 'wrong';
        factors.recordAppConfirmed(pending.id, now(), step);
        sessions.recordSecondFactor(sessionHash);
        note(personId, 'second-factor-added');
        return { codes: factors.countRecoveryCodes(personId) === 0 ? giveRecoveryCodes(personId) : [] };
      }),
    /** Whether this is a code of theirs: of an application, or a recovery code. Each works once. */
    isRight: (personId: number, typed: string): boolean =>
      inTransaction(() => {
        const code = typed.replace(/\s/g, '');
        for (const app of factors.listApps(personId)) {
          const step = stepOf(app.sealedSecret, code, app.lastStep);
          if (step !== null && factors.recordStep(app.id, step)) return true;
        }
        const recovery = readRecoveryCode(typed);
        if (recovery === null || !factors.recordRecoveryCodeUsed(personId, hashToken(recovery), now())) return false;
        note(personId, 'recovery-code-used');
        return true;
      }),
    removeApp: (personId: number, id: number): boolean =>
      inTransaction(() => {
        const removed = factors.removeApp(personId, id);
        if (removed) note(personId, 'second-factor-removed');
        return removed;
      }),
    removePasskey: (personId: number, id: number): boolean =>
      inTransaction(() => {
        const removed = factors.removePasskey(personId, id);
        if (removed) note(personId, 'second-factor-removed');
        return removed;
      }),
    /** For the cast of a fictional campaign: an application that nobody holds, and codes that stand in for it. */
    enrolByCodesAlone(personId: number): string[] {
      if (factors.listApps(personId).length === 0) {
        factors.insertPendingApp({ personId, sealedSecret: seal(factorKey(), generateSecret()), createdAt: now() });
        const pending = factors.findPendingApp(personId);
        if (pending) factors.recordAppConfirmed(pending.id, now(), 0);
      }
      return giveRecoveryCodes(personId);
    },
    /** Ten new ones, in the place of those before. */
    renewRecoveryCodes: (personId: number): string[] => inTransaction(() => giveRecoveryCodes(personId)),
  };
}
