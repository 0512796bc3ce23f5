import { french } from '../lib/typography.ts';
import type { Gone } from '../standings/gone.ts';
import { campaignFrame, crumbs } from './campaign-frame.ts';
import type { Frame, Link } from './frame.ts';
import { goneWords } from './gone-words.ts';
import type { View } from './view.ts';

export interface GonePage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  text: string;
  /** `french`: what people wrote. */
  facts: { term: string; french: string; ours: string }[];
  further: string;
  links: Link[];
}

/** The page of what was withdrawn: what it was, since when and why, and where it can still be read. `seenIn`: the last edition that had it. */
export function presentGone(view: View, { part, name, gap }: Gone, seenIn: number | null): GonePage {
  const { state, language, links, say, path } = view;
  const words = goneWords[language];
  const isWithdrawn = gap.kind === 'withdrawn';
  const heading = isWithdrawn ? words.withdrawn[part] : words.redacted;
  const published = state.editions.find(({ number }) => number === gap.edition) ?? state.edition;
  const facts = [
    { term: words.what, french: french(name), ours: '' },
    { term: isWithdrawn ? words.since : words.sinceRedacted, french: '', ours: whenIn(view, gap.edition, published.publishedAt) },
    { term: words.reason, french: french(gap.reason), ours: gap.reason === '' ? words.noReason : '' },
  ];
  return {
    frame: {
      ...campaignFrame(view, { path: links.page(path), title: say.text(heading), description: '' }),
      ...{ unlisted: true, files: [], cite: null, oembed: '', picture: null },
    },
    crumbs: crumbs(view),
    heading: say.text(heading),
    text: say.text(isWithdrawn ? words.withdrawnText : words.redactedText),
    facts: facts.filter((fact) => fact.french !== '' || fact.ours !== ''),
    further: words.further,
    links: [
      ...(seenIn === null ? [] : [{ href: links.permanent(seenIn, path), label: say.text(words.before(seenIn)) }]),
      { href: links.changes({ since: gap.edition - 1, until: gap.edition }), label: say.text(words.changes(gap.edition)) },
      { href: links.corrections, label: words.corrections },
      { href: links.board, label: words.board },
    ],
  };
}

function whenIn({ state, language, say }: View, edition: number, publishedAt: string): string {
  return say.text(goneWords[language].when(edition, say.instant(publishedAt, state.campaign.timeZone)));
}
