import { frenchDate } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { DraftSource } from '../../positions/draft.ts';
import { evidenceLabel } from '../../positions/evidence-labels.ts';
import { links } from '../links.ts';

/** A source as whoever checks it reads it. */
export interface DeskSource {
  href: string;
  title: string;
  detail: string;
  evidence: { href: string; name: string; label: string } | null;
}

export function presentSources(campaign: string, sources: readonly DraftSource[]): DeskSource[] {
  return sources.map(({ url, title, publisher, publishedOn, evidence }) => ({
    href: url,
    title: title || url || 'Document',
    detail: [publisher, publishedOn && frenchDate(publishedOn)].filter(Boolean).join(', '),
    evidence: evidence
      ? {
          href: links.piece(campaign, evidence.sha256),
          name: evidence.name,
          label: french(
            `${evidence.name} (${evidenceLabel(evidence.type, evidence.bytes)})${evidence.isPublic ? '' : ' : reste au bureau'}`,
          ),
        }
      : null,
  }));
}
