import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { auditRepository } from './audit.repository.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { type Passkey, secondFactorRepository } from './second-factor.repository.ts';
import { sessionsRepository } from './sessions.repository.ts';
import type { Awaited } from './sessions.service.ts';
import { hashToken } from './tokens.ts';

/** Where passkeys belong: the host of the site, and its whole origin. */
export interface PasskeySite {
  host: string;
  origin: string;
}

/** The site that passkeys can be tied to; null where browsers refuse them: an IP address, or HTTP elsewhere than on this machine. */
export function passkeySite(publicUrl: string): PasskeySite | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  if (isAddress || (protocol !== 'https:' && hostname !== 'localhost')) return null;
  return { host: hostname, origin };
}

/** Passkeys (WebAuthn) as a second factor. The challenge stands in the session, and is used once. */
export function openPasskeys(database: Database, clock: Clock, { host, origin }: PasskeySite) {
  const factors = secondFactorRepository(database);
  const sessions = sessionsRepository(database);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();

  return {
    /** What the browser is asked to make. */
    async registration(person: { id: number; name: string; email: string }, sessionHash: string) {
      const options = await generateRegistrationOptions({
        rpName: 'Parole tenue',
        rpID: host,
        userID: new TextEncoder().encode(`personne-${person.id}`),
        userName: person.email,
        userDisplayName: person.name,
        excludeCredentials: factors.listPasskeys(person.id).map(described),
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
      });
      sessions.recordChallenge(sessionHash, options.challenge);
      return options;
    },
    /** Keeps what the browser made: the session has shown a second factor. Recovery codes come with the first one. */
    async register(
      personId: number,
      session: { sessionHash: string; challenge: string | null },
      response: RegistrationResponseJSON,
      name: string,
    ): Promise<{ codes: string[] } | 'refused'> {
      sessions.recordChallenge(session.sessionHash, null);
      if (!session.challenge) return 'refused';
      const expected = { expectedChallenge: session.challenge, expectedOrigin: origin, expectedRPID: host };
      const result = await verifyRegistrationResponse({ response, ...expected, requireUserVerification: false }).catch(
        () => null,
      );
      if (!result?.verified) return 'refused';
      const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential;
      const row = {
        personId,
        credentialId: id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: transports.join(' '),
        name,
        createdAt: now(),
      };
      return database.sql.transaction(() => keep(row, session.sessionHash)).immediate();
    },
    /** What the browser is asked to sign; null when this person has no passkey. */
    async authentication({ personId, sessionHash }: Awaited) {
      const allowCredentials = factors.listPasskeys(personId).map(described);
      if (allowCredentials.length === 0) return null;
      const options = await generateAuthenticationOptions({ rpID: host, allowCredentials, userVerification: 'preferred' });
      sessions.recordChallenge(sessionHash, options.challenge);
      return options;
    },
    /** Whether it was signed by a passkey of theirs, for this very question. */
    async isRight({ personId, sessionHash, challenge }: Awaited, response: AuthenticationResponseJSON): Promise<boolean> {
      sessions.recordChallenge(sessionHash, null);
      const key = factors.findPasskey(personId, response.id);
      if (!challenge || !key) return false;
      const expected = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: host };
      const credential = { ...described(key), publicKey: Buffer.from(key.publicKey, 'base64url'), counter: key.counter };
      const result = await verifyAuthenticationResponse({
        response,
        ...expected,
        credential,
        requireUserVerification: false,
      }).catch(() => null);
      if (!result?.verified) return false;
      factors.recordPasskeyUsed(key.id, result.authenticationInfo.newCounter, now());
      return true;
    },
  };

  function keep(row: Parameters<typeof factors.insertPasskey>[0], sessionHash: string): { codes: string[] } | 'refused' {
    const { personId } = row;
    if (factors.findPasskey(personId, row.credentialId)) return 'refused';
    const codes = factors.countRecoveryCodes(personId) === 0 ? newRecoveryCodes() : [];
    factors.insertPasskey(row);
    if (codes.length > 0) factors.insertRecoveryCodes(personId, codes.map(hashToken));
    sessions.recordSecondFactor(sessionHash);
    audit.insertAudit({ at: now(), personId, action: 'second-factor-added', subject: `person ${personId}` });
    return { codes };
  }
}

function described({ credentialId, transports }: Passkey) {
  return { id: credentialId, transports: transports.split(' ').filter(Boolean) };
}
