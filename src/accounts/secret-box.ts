import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/** Encrypts a secret that must be read again (AES-256-GCM): whoever has the database alone cannot use it. `key` is of 32 bytes. */
export function seal(key: Buffer, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce);
  const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), hidden].map((part) => part.toString('base64url')).join('.');
}

/** The secret; null when it was sealed with another key, or was touched. */
export function unseal(key: Buffer, sealed: string): string | null {
  const [nonce, tag, hidden] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !hidden) return null;
  try {
    const decipher = createDecipheriv(algorithm, key, nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
