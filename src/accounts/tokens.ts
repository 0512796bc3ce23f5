import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, to be used as a session, a one-time link or a form's token; safe in an address (base64url, 43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is kept: whoever reads the database cannot use what they find. SHA-256 is enough for 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}
