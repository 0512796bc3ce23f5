/** Without the letters and digits that are read for one another (Crockford's base 32): a reference is told by telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `PT-7F3K-9QXM`: what a receipt is called. Made of random bytes; it names, and opens nothing. */
export function referenceOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, 8), (byte) => alphabet[byte % alphabet.length]).join('');
  return `PT-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
