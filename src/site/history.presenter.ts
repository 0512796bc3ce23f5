import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import type { NamedKind } from '../positions/named-entry.ts';
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
export function presentHistory(view: View, standing: Standing<NamedKind> | null, place: Place): VersionView[] {
  if (!standing) return [];
  const versions = standing.versions.map((version) => presentVersion(view, version, place));
  return [...versions, ...presentGap(view, standing, place)].reverse();
}

function presentVersion(view: View, { edition, publishedAt, payload, reason }: Version<NamedKind>, place: Place): VersionView {
  const { language, say, state } = view;
  const words = proofWords[language];
  return {
    href: asOf(view, edition, place),
    label: words.edition(edition, say.instant(publishedAt, state.campaign.timeZone)),
    what: payload ? codedIn(view, payload) : words.redacted,
    summary: french(payload ? wordsOf(payload) : ''),
    reason: french(reason ?? ''),
    reasonLabel: say.text(words.correction),
  };
}

function codedIn({ language }: View, payload: Payload<NamedKind>): string {
  const { stance, verdict } = labels[language];
  return 'stance' in payload ? stance[payload.stance] : verdict[payload.verdict];
}

function wordsOf(payload: Payload<NamedKind>): string {
  return 'stance' in payload ? payload.summary : payload.fact;
}

/** Why there is nothing to read any more, when there is not. */
export function presentGap(view: View, { gap }: Standing<NamedKind>, place: Place): VersionView[] {
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
