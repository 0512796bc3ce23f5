import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { auditRepository } from '../accounts/audit.repository.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { evidenceRepository } from './evidence.repository.ts';
import {
  type Evidence,
  type EvidenceRefusal,
  type EvidenceType,
  evidenceName,
  isEvidenceType,
  largestEvidence,
  textType,
} from './evidence.ts';
import { openEvidenceFiles } from './evidence-files.service.ts';

/** Who brought it and for which campaign; `personId` is null when a list did, by its personal link. */
export interface Bringer {
  campaignId: number;
  personId: number | null;
}

export type EvidenceOutcome = { kept: Evidence } | { refused: EvidenceRefusal };

/** Documents that show what was said: recognised by content, cleaned of what they say of whoever made them, kept by their hash. */
export function openEvidence(database: Database, settings: { DATA_DIR: string }, clock: Clock) {
  const repository = evidenceRepository(database);
  const audit = auditRepository(database);
  const files = openEvidenceFiles(settings);

  return {
    find: repository.findEvidence,
    read: files.read,
    sumBroughtByLink: repository.sumBroughtByLink,
    /** Keeps a document. The same one twice is the same document, and keeps its first name. */
    async keep({ campaignId, personId }: Bringer, givenName: string, content: Buffer): Promise<EvidenceOutcome> {
      const read = await readEvidence(content);
      if ('refused' in read) return read;
      const sha256 = await files.store(read.content);
      const { type } = read;
      const row = { campaignId, sha256, name: evidenceName(givenName, type), type, bytes: read.content.length, personId };
      const at = clock.now().toISOString();
      database.sql.transaction(() => {
        if (!repository.insertEvidence({ ...row, createdAt: at })) return;
        audit.insertAudit({ at, personId, campaignId, action: 'evidence-kept', subject: `evidence ${sha256}`, reason: null });
      })();
      // The law may have had the same document deleted between its writing and its row: from here on it is named, and stays.
      if (!files.has(sha256)) await files.store(read.content);
      const kept = repository.findEvidence(campaignId, sha256);
      if (!kept) throw new Error('the document that was just kept is not there');
      return { kept };
    },
  };
}

export type EvidenceKeeper = ReturnType<typeof openEvidence>;

type Read = { type: EvidenceType; content: Buffer } | { refused: EvidenceRefusal };

/** What is stored of a file: a picture is drawn again without its metadata (place, camera, author), the rest is kept to the byte. */
async function readEvidence(content: Buffer): Promise<Read> {
  if (content.length === 0) return { refused: 'empty' };
  if (content.length > largestEvidence) return { refused: 'too_large' };
  const type = (await fileTypeFromBuffer(content))?.mime ?? textType(content) ?? '';
  if (!isEvidenceType(type)) return { refused: 'unknown_type' };
  if (!type.startsWith('image/')) return { type, content };
  const cleaned = await withoutMetadata(content);
  if (cleaned === null) return { refused: 'broken' };
  return cleaned.length > largestEvidence ? { refused: 'too_large' } : { type, content: cleaned };
}

/** A picture of 60 million points is a large scan; one of a billion, in a few bytes, is an attack. */
const mostPixels = 60_000_000;

/** Drawn again in its own format, the right way up. Null when it is no picture after all. */
async function withoutMetadata(content: Buffer): Promise<Buffer | null> {
  try {
    return await sharp(content, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient().toBuffer();
  } catch {
    return null;
  }
}
