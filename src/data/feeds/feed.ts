import { Feed, type Item } from 'feed';
import type { Edition } from '../../ledger/payloads.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { Language } from '../../lib/language.ts';
import { speechIn } from '../../lib/speech.ts';
import { wordDiff } from '../../lib/word-diff.ts';
import { changeLog } from '../../standings/change-log.ts';
import { changesAbout } from '../../standings/changes/place.ts';
import { type FieldChange, summarise, type ToldChange, tellChange } from '../../standings/changes/tell.ts';
import type { Change } from '../../standings/difference.ts';
import type { PublicState } from '../../standings/fold.ts';
import { type PageSubject, pathOfSubject } from '../../standings/page-subject.ts';
import { linksFor } from '../../web/public-links.ts';
import { feedWords } from './feed-words.ts';

/** Whose editions a feed tells of, in which language, from where. */
export interface FeedPlace {
  state: PublicState;
  language: Language;
  publicUrl: string;
  /** What the page is about; `{}` is the whole campaign. */
  about: PageSubject;
}

/** How many editions a document of a feed holds. */
const most = 50;

/**
 * The Atom feed (RFC 4287) of the editions that change a page, newest first. An entry is named by its permanent address, and dated by
 * its edition: both stay the same for ever. Older ones are in archives of fifty (RFC 5005), so that nothing is lost to who comes late:
 * `archive` is the number of one that there is, counted from the oldest.
 */
export function atomFeed(place: FeedPlace, archive: number | null = null): string {
  const { state } = place;
  const changes = changesOf(place);
  const all = state.editions.filter(({ number }) => changes.has(number));
  const shown = archive === null ? all.slice(-most) : all.slice((archive - 1) * most, archive * most);
  const feed = emptyFeed(place, archive, (shown.at(-1) ?? state.edition).publishedAt);
  for (const edition of shown.toReversed()) feed.addItem(entryOf(place, edition, changes.get(edition.number) ?? []));
  const older = archive === null ? Math.ceil((all.length - most) / most) : archive - 1;
  return withHistory(feed.atom1().replace('<feed ', `<feed xml:lang="${place.language}" `), place, { archive, older });
}

/** An archive is whole before it is one: it never grows. */
export function hasArchive(place: FeedPlace, archive: number): boolean {
  return archive >= 1 && changesOf(place).size >= archive * most;
}

function changesOf({ state, about }: FeedPlace): Map<number, Change[]> {
  return Map.groupBy(changesAbout(state, changeLog(state), about), ({ edition }) => edition);
}

function emptyFeed({ state, language, publicUrl, about }: FeedPlace, archive: number | null, updated: string): Feed {
  const words = feedWords[language];
  const { campaign } = state;
  const path = pathOfSubject(about);
  const links = linksFor({ language, campaign: campaign.slug, edition: null });
  return new Feed({
    id: publicUrl + links.feed(path),
    title: plain(words.title(campaign.title, aboutName(state, language, about))),
    description: plain(campaign.fictional ? words.fictional : words.subtitle),
    link: publicUrl + links.today(path),
    feedLinks: { atom: publicUrl + (archive === null ? links.feed(path) : links.feedArchive(archive, path)) },
    updated: new Date(updated),
    author: { name: 'Parole tenue', link: publicUrl },
    copyright: words.licence,
    generator: 'Parole tenue',
  });
}

/** What RFC 5005 adds, before the entries: where the older ones are and, in an archive, that it is one and where the newest are. */
function withHistory(xml: string, place: FeedPlace, { archive, older }: { archive: number | null; older: number }): string {
  const { state, language, publicUrl, about } = place;
  const links = linksFor({ language, campaign: state.campaign.slug, edition: null });
  const link = (rel: string, path: string) => `    <link rel="${rel}" href="${escapeHtml(publicUrl + path)}"/>\n`;
  const path = pathOfSubject(about);
  const before = older < 1 ? '' : link('prev-archive', links.feedArchive(older, path));
  const itself = archive === null ? '' : `${link('current', links.feed(path))}    <fh:archive/>\n`;
  const whole = xml.replace('    <entry>', () => `${before}${itself}    <entry>`);
  return archive === null ? whole : whole.replace('<feed ', '<feed xmlns:fh="http://purl.org/syndication/history/1.0" ');
}

function entryOf({ state, language, publicUrl, about }: FeedPlace, edition: Edition, changes: readonly Change[]): Item {
  const words = feedWords[language];
  const links = linksFor({ language, campaign: state.campaign.slug, edition: null });
  const address = publicUrl + links.permanent(edition.number, pathOfSubject(about));
  const title = speechIn(language).text(words.entry(edition.number, summarise(language, changes).replace(/\.$/, '')));
  const link = ({ path }: ToldChange) => publicUrl + links.permanent(edition.number, path);
  const content = [
    ...(edition.note ? [`<p lang="fr">${escapeHtml(edition.note)}</p>`] : []),
    ...(changes.length > 40
      ? [`<p>${escapeHtml(summarise(language, changes))}</p>`]
      : changes.map((change) => tellChange(state, language, change)).map((each) => changeHtml(each, link(each), language))),
    `<p>${escapeHtml(words.fingerprint(edition.hash))}</p>`,
  ];
  const at = new Date(edition.publishedAt);
  return {
    id: address,
    link: address,
    title: escapeHtml(plain(title)),
    content: plain(content.join('\n')),
    date: at,
    published: at,
  };
}

function changeHtml({ what, heading, outcome, reason, fields }: ToldChange, href: string, language: Language): string {
  const why = reason === '' ? '' : `<p><strong>${feedWords[language].reason}</strong> ${escapeHtml(reason)}</p>`;
  const said = outcome === '' ? '' : `<p><strong>${escapeHtml(outcome)}</strong></p>`;
  const differences = what === 'changed' ? fields.map(fieldHtml).join('') : '';
  return `<h3><a href="${escapeHtml(href)}">${escapeHtml(heading)}</a></h3>${said}${why}${differences}`;
}

function fieldHtml({ label, before, after }: FieldChange): string {
  const pieces = wordDiff(before, after).map(({ kind, text }) => {
    const html = escapeHtml(text);
    return kind === 'same' ? html : kind === 'added' ? `<ins>${html}</ins>` : `<del>${html}</del>`;
  });
  return `<p>${escapeHtml(label)} : ${pieces.join('')}</p>`;
}

function aboutName(state: PublicState, language: Language, { movement, demand, list, sector }: PageSubject): string {
  const words = feedWords[language].about;
  const parts = [
    movement === undefined ? '' : words.movement(state.of('movement').get(movement)?.current?.name ?? movement),
    list === undefined ? '' : words.list(state.of('list').get(list)?.current?.label ?? list),
    demand === undefined ? '' : words.demand(state.of('demand').get(demand)?.current?.shortTitle ?? demand),
    sector === undefined ? '' : words.sector(sector),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Without the characters that no XML document may hold, whatever people pasted. */
function plain(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}
