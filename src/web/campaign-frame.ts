import { readySentence, shortReference } from '../standings/citations/reference.ts';
import type { PublicState } from '../standings/fold.ts';
import { isPublished, subjectOf } from '../standings/page-subject.ts';
import { assetUrl } from './assets.ts';
import { dataLinks } from './data-pages.ts';
import { datasetOf } from './dataset.ts';
import { type CiteBlock, type Frame, type HeldBanner, type Link, plainFrame } from './frame.ts';
import { frameWords } from './frame-words.ts';
import type { View } from './view.ts';

export interface PageName {
  /** The page's own address, as the links of its view give it. */
  path: string;
  title: string;
  description: string;
  /** What a reader chose on the page: `?liste=…`. */
  query?: string;
}

/** The frame of a campaign's page: its name, its ways in, its edition and, when it is invented, the warning. */
export function campaignFrame(view: View, { path, title, description, query = '' }: PageName): Frame {
  const { state, language, heldAt, links, say, site } = view;
  const { campaign, edition } = state;
  const words = frameWords[language];
  const nav = [
    { href: links.board, label: words.board },
    ...(state.current('race').length > 1 ? [{ href: links.sectors, label: words.sectors }] : []),
    { href: links.compare, label: words.compare },
    { href: links.letter, label: words.letter },
  ];
  const plain = plainFrame(title.includes(campaign.town) ? title : `${title} · ${campaign.town}`, {
    language,
    path,
    query,
    description,
    origin: site.origin,
  });
  return {
    ...plain,
    unlisted: heldAt !== null || campaign.fictional,
    dataset: path === links.board ? datasetOf(view) : '',
    freeze: freezeOf(view),
    trust: [...campaignTrust(view), ...plain.trust],
    fiction: campaign.fictional ? say.text(words.fiction) : '',
    files: dataLinks(path),
    campaign: { href: links.board, label: campaign.title },
    nav: nav.map((link) => ({ ...link, current: link.href === path })),
    edition: words.edition(edition.number, say.instant(edition.publishedAt, campaign.timeZone)),
    fingerprint: fingerprintOf(view),
    held: heldBanner(view),
    follow: followOf(view),
    cite: citeOf(view),
    feeds: feedsOf(view),
    picture: pictureOf(view, title),
    oembed: oembedOf(view),
  };
}

/** The picture of what the page is about, for whoever shares its address; the board's when it has none of its own, or is held. */
function pictureOf(view: View, alt: string): Frame['picture'] {
  const { site } = view;
  return site.origin === '' ? null : { href: `${site.origin}/images${addressIn(view, view.heldAt === null)}/carte.png`, alt };
}

/** Where programs ask for a frame of the page; empty when there is none. */
export function oembedOf(view: View): string {
  const { site, path } = view;
  if (site.origin === '' || !hasPicture(path)) return '';
  return `${site.origin}/oembed?url=${encodeURIComponent(site.origin + addressIn(view, true))}`;
}

function addressIn({ links, heldAt, path }: View, isPrecise: boolean): string {
  const shown = isPrecise && hasPicture(path) ? path : '';
  return heldAt === null ? links.today(shown) : links.permanent(heldAt, shown);
}

function hasPicture(path: string): boolean {
  return subjectOf(path) !== null;
}

function freezeOf({ freeze, language, say }: View): Frame['freeze'] {
  if (!freeze) return null;
  const words = frameWords[language].freeze;
  return { title: words.title, text: say.text(words.text(freeze.round, say.clock(freeze.until))) };
}

/** The pages that speak of this campaign. */
function campaignTrust({ language, links }: View): Link[] {
  const { trust } = frameWords[language];
  return [
    { href: links.editions, label: trust.editions },
    { href: links.method, label: trust.method },
    { href: links.corrections, label: trust.corrections },
    { href: links.rightOfReply, label: trust.reply },
    { href: links.simply, label: trust.simple },
    { href: links.data, label: trust.data },
    { href: links.register, label: trust.register },
    { href: links.poster, label: trust.poster },
  ];
}

/** The frame of a page about the record itself: editions, changes, citations. */
export function recordFrame(view: View, page: PageName): Frame {
  return { ...campaignFrame(view, page), styles: [assetUrl('css/record.css')] };
}

/** An edition that the desk looks at before it is one: there is nothing yet to cite, to check or to follow. */
function isPreview({ edition }: PublicState): boolean {
  return edition.hash === '';
}

/** Enough of a hash for the eye; the whole of it is one click away, and on the page that never changes. */
function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

function fingerprintOf({ state, heldAt, links }: View): Frame['fingerprint'] {
  const { number, hash } = state.edition;
  if (isPreview(state)) return null;
  const shown = heldAt === null ? `${shortHash(hash)}…` : hash;
  return { href: `${links.editions}#edition-${number}`, label: shown, whole: hash };
}

/** Says nothing of what came later, or the page would have to change. */
function heldBanner({ state, heldAt, language, links, say, path }: View): HeldBanner | null {
  if (heldAt === null) return null;
  const words = frameWords[language].held;
  const about = subjectOf(path) ? path : '';
  return {
    name: words.name,
    text: words.text(heldAt, say.instant(state.edition.publishedAt, state.campaign.timeZone)),
    changes: { href: links.changes({ since: heldAt, about }), label: words.changes },
    today: { href: links.today(path), label: words.today },
  };
}

/** By mail where this site sends some, else by the feed. */
function followOf({ heldAt, language, links, path, state, site }: View): Link | null {
  if (heldAt !== null || isPreview(state)) return null;
  const words = frameWords[language];
  const about = subjectOf(path);
  const page = about && isPublished(state, about) ? path : '';
  return site.mails ? { href: links.alerts(page), label: words.follow } : { href: links.feed(page), label: words.followFeed };
}

/** A sentence and a short reference where the page stands; the rest has a page of its own. */
function citeOf(view: View): CiteBlock | null {
  const { state, language, links, path, say, site, heldAt } = view;
  const about = subjectOf(path);
  if (!about || !isPublished(state, about) || isPreview(state)) return null;
  const words = frameWords[language];
  const page = { state, language, about, url: site.origin + links.permanent(state.edition.number, path) };
  return {
    heading: words.citeHeading,
    sentence: { id: 'citer-phrase', text: readySentence(page), code: false, ...words.cite },
    short: { id: 'citer-reference', text: shortReference(page), code: false, ...words.cite },
    more: { href: links.page(`/citer${path}`), label: say.text(words.citeMore) },
    reuse: { href: links.embed({ about: path, edition: heldAt }), label: words.citeReuse },
    script: assetUrl('js/copy.js'),
  };
}

/** The campaign's feed, and that of what the page is about. Addresses in a feed are of today: held pages name none. */
function feedsOf({ heldAt, language, links, path, state }: View): Link[] {
  if (heldAt !== null) return [];
  const words = frameWords[language].feeds;
  const all = { href: links.feed(''), label: `${state.campaign.title} · ${words.all}` };
  const about = subjectOf(path);
  const own = about && path !== '' && isPublished(state, about);
  return own ? [all, { href: links.feed(path), label: words.page }] : [all];
}

/** The way back up, from the scoreboard to the page above this one. */
export function crumbs({ language, links }: View, ...between: Link[]): Link[] {
  return [{ href: links.board, label: frameWords[language].board }, ...between];
}
