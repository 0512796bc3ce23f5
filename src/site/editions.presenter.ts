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
  /** The oldest, when there are many, by hundreds: each by its number and date, newest first. */
  older: { label: string; editions: (Link & { id: string; at: string; day: string })[] }[];
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

/** How many editions are told in full: beyond, the page would no longer be a light one. */
const inFull = 100;

/** Every edition, newest first, with its fingerprint and what it changed. */
export function presentEditions(view: View): EditionsPage {
  const { state, language, links, site } = view;
  const { campaign, edition } = state;
  const words = editionWords[language];
  const newest = state.editions.slice(-inFull).toReversed();
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
    editions: newest.map((each) => presentEdition(view, each, changes.get(each.number) ?? [])),
    older: presentOlder(view, newest.length),
  };
}

function presentOlder({ state, language, links, say }: View, told: number): EditionsPage['older'] {
  const words = editionWords[language];
  const rest = state.editions.slice(0, state.editions.length - told).toReversed();
  const hundreds = Map.groupBy(rest, ({ number }) => Math.ceil(number / 100));
  return [...hundreds.values()].map((editions) => ({
    label: words.from(editions.at(-1)?.number ?? 0, editions[0]?.number ?? 0),
    editions: editions.map(({ number, publishedAt }) => {
      const at = dayIn(publishedAt, state.campaign.timeZone);
      return { id: `edition-${number}`, href: links.permanent(number), label: words.title(number), at, day: say.date(at) };
    }),
  }));
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
