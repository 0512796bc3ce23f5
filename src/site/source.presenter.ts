import { sameWords } from '../elections/same-words.ts';
import type { PublishedSource } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { evidenceLabel } from '../positions/evidence-labels.ts';
import type { View } from '../web/view.ts';
import { proofWords } from './words/proof.ts';

/** Where something was said: the page, and the copy of it that was kept. */
export interface SourceView {
  href: string;
  title: string;
  publisher: string;
  /** Said of a source that one of the letter's signatories published; empty for the others. */
  bySignatory: string;
  date: string;
  /** `name` is what it is saved as, where no host says it. */
  evidence: { href: string; name: string; label: string } | null;
  /** Where else to look when no copy was kept; empty when there is one, or no address. */
  elsewhere: string;
}

export function presentSource({ state, say, language }: View, source: PublishedSource): SourceView {
  const { url, title, publisher, publishedOn, evidence } = source;
  const label = (kept: NonNullable<typeof evidence>) =>
    say.text(proofWords[language].archived(evidenceLabel(kept.type, kept.bytes, language)));
  return {
    href: url ?? '',
    title: french(title),
    publisher: french(publisher),
    bySignatory: state.current('signatory').some(({ name }) => sameWords(name, publisher))
      ? proofWords[language].bySignatory
      : '',
    date: publishedOn ? say.date(publishedOn) : '',
    evidence: evidence ? { href: `/pieces/${evidence.sha256}`, name: evidence.name, label: label(evidence) } : null,
    elsewhere: url && !evidence ? `https://web.archive.org/web/${url}` : '',
  };
}
