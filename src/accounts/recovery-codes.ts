import { randomInt } from 'node:crypto';

/** Neither l nor o, nor 0 nor 1: they are copied by hand. 32 signs, so 16 of them are 80 bits. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const signs = 16;

/** How many codes are given at once. */
const codesGiven = 10;

/** New codes, in groups of four. Each opens once; only their hashes are kept. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codesGiven }, () => grouped(Array.from({ length: signs }, () => alphabet[randomInt(32)]).join('')));
}

/** A code as it was given, however it was typed; null for what cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return code.length === signs ? grouped(code) : null;
}

function grouped(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code;
}
