import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What an edition's hash stands on before there is any edition. */
export const genesisHash = '0'.repeat(64);

/** One entry as the edition's hash sees it: the payload is there by its hash alone, so that a redaction leaves the chain whole. */
export interface HashedEntry {
  kind: string;
  subject: string;
  payloadHash: string;
  corrects: string | null;
  reason: string | null;
}

export interface EditionHeader {
  campaign: string;
  number: number;
  publishedAt: string;
  note: string;
  previousHash: string;
}

/** RFC 8785 canonical JSON. Throws on what JSON cannot hold (undefined, a function, NaN). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON form');
  return text;
}

/** SHA-256 of UTF-8 text, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** SHA-256 over the RFC 8785 form of the edition's header and of its entries, in their order. */
export function editionHash(header: EditionHeader, entries: readonly HashedEntry[]): string {
  return sha256(
    canonicalJson({
      campaign: header.campaign,
      number: header.number,
      publishedAt: header.publishedAt,
      note: header.note,
      previousHash: header.previousHash,
      entries: entries.map(({ kind, subject, payloadHash, corrects, reason }) => ({
        kind,
        subject,
        payloadHash,
        corrects,
        reason,
      })),
    }),
  );
}
