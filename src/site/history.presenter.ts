import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import type { Standing, Version } from '../standings/fold.ts';
import { linksFor } from '../web/public-links.ts';
import type { View } from '../web/view.ts';
import { proofWords } from './words/proof.ts';

/** One thing that was public: since which edition, in which stance, and why it replaced the one before. */
export interface VersionView {
  href: string;
  label: string;
  what: string;
  /** What was said and why it changed, in the campaign's French. */
  summary: string;
  reason: string;
  reasonLabel: string;
}

interface Place {
  movement: string;
  demand: string;
}

/** Nothing is silently changed: every version that was ever public, newest first, each with the page as it stood. */
export function presentHistory(view: View, standing: Standing<'position'> | null, place: Place): VersionView[] {
  if (!standing) return [];
  const versions = standing.versions.map((version) => presentVersion(view, version, place));
  return [...versions, ...gapOf(view, standing, place)].reverse();
}

function presentVersion(view: View, { edition, publishedAt, payload, reason }: Version<'position'>, place: Place): VersionView {
  const { language, say, state } = view;
  const words = proofWords[language];
  return {
    href: asOf(view, edition, place),
    label: words.edition(edition, say.instant(publishedAt, state.campaign.timeZone)),
    what: payload ? labels[language].stance[payload.stance] : words.redacted,
    summary: french(payload?.summary ?? ''),
    reason: french(reason ?? ''),
    reasonLabel: say.text(words.correction),
  };
}

function gapOf(view: View, { gap }: Standing<'position'>, place: Place): VersionView[] {
  if (!gap) return [];
  const { language, say, state } = view;
  const words = proofWords[language];
  const publishedAt = state.editions.find(({ number }) => number === gap.edition)?.publishedAt;
  return [
    {
      href: asOf(view, gap.edition, place),
      label: words.edition(gap.edition, publishedAt ? say.instant(publishedAt, state.campaign.timeZone) : ''),
      what: gap.kind === 'withdrawn' ? words.withdrawn : words.redacted,
      summary: '',
      reason: french(gap.reason),
      reasonLabel: say.text(words.reason),
    },
  ];
}

function asOf({ language, state }: View, edition: number, { movement, demand }: Place): string {
  return linksFor({ language, campaign: state.campaign.slug, edition }).cell(movement, demand);
}
