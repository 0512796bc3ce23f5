import type { Edition } from '../ledger/payloads.ts';
import { dayIn } from '../lib/dates.ts';
import { changeLog } from '../standings/change-log.ts';
import { summarise } from '../standings/changes/tell.ts';
import { crumbs, recordFrame } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { editionWords } from './words/editions.ts';

export interface EditionsPage {
  frame: Frame;
  crumbs: Link[];
  words: Omit<(typeof editionWords)['fr'], 'none'>;
  /** Where a typed date is sent. */
  action: string;
  today: string;
  follow: Link[];
  editions: EditionView[];
}

interface EditionView {
  id: string;
  title: string;
  published: { at: string; text: string };
  note: string;
  summary: string;
  hash: string;
  read: Link;
  changes: Link;
}

declare module '../web/views.ts' {
  interface Views {
    'site/editions': EditionsPage;
  }
}

/** Every edition, newest first, with its fingerprint and what it changed. */
export function presentEditions(view: View): EditionsPage {
  const { state, language, links, site } = view;
  const { campaign, edition } = state;
  const words = editionWords[language];
  const changes = Map.groupBy(changeLog(state), (change) => change.edition);
  return {
    frame: recordFrame(view, {
      path: links.editions,
      title: words.heading,
      description: words.description(campaign.town),
    }),
    crumbs: crumbs(view),
    words,
    action: links.today('/au'),
    today: dayIn(edition.publishedAt, campaign.timeZone),
    follow: [
      { href: links.feed(''), label: words.follow.feed },
      ...(site.mails ? [{ href: links.alerts(), label: words.follow.alerts }] : []),
      { href: links.changes({ since: 1 }), label: words.follow.log },
    ],
    editions: state.editions.toReversed().map((each) => presentEdition(view, each, changes.get(each.number) ?? [])),
  };
}

function presentEdition(view: View, { number, publishedAt, note, hash }: Edition, changes: Parameters<typeof summarise>[1]) {
  const { state, language, links, say } = view;
  const words = editionWords[language];
  return {
    id: `edition-${number}`,
    title: words.title(number),
    published: { at: publishedAt, text: words.published(say.instant(publishedAt, state.campaign.timeZone)) },
    note,
    summary: [...(changes.length === 0 ? [] : [summarise(language, changes)]), ...maskedSince(view, number)].join(' '),
    hash,
    read: { href: links.permanent(number), label: words.read },
    changes: { href: links.changes({ since: number - 1, until: number }), label: words.changes },
  };
}

/** What an edition published and can no longer be read: emptied by a later one, and never hidden. */
function maskedSince({ state, language, say }: View, number: number): string[] {
  const words = editionWords[language];
  const kinds = ['letter', 'movement', 'list', 'position', 'reply', 'assessment', 'contact', 'signatory'] as const;
  const versions = kinds.flatMap((kind) => [...state.of(kind).values()].flatMap((standing) => [...standing.versions]));
  const { length } = versions.filter(({ edition, redaction }) => edition === number && redaction && redaction.edition > number);
  return length === 0 ? [] : [words.maskedSince(say.counted(length, words.masked.one, words.masked.many))];
}
