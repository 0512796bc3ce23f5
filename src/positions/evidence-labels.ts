import { number } from '../lib/typography.ts';
import type { EvidenceType } from './evidence.ts';

const typeLabels: Record<EvidenceType, string> = {
  'application/pdf': 'PDF',
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'message/rfc822': 'courriel',
  'text/plain': 'texte',
};

/** What a link to a document says before it is followed: `PDF, 340 ko`. */
export function evidenceLabel(type: EvidenceType, bytes: number): string {
  return `${typeLabels[type]}, ${number(Math.max(1, Math.round(bytes / 1000)))}\u00a0ko`;
}
