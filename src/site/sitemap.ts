import { escapeHtml } from '../lib/html.ts';
import { inLanguage, languages } from '../lib/language.ts';
import type { Listed } from '../standings/directory.ts';
import type { PublicState } from '../standings/fold.ts';
import { demandsOf, racesOf } from '../standings/scoreboard.ts';
import { linksFor } from '../web/public-links.ts';

interface Listable {
  path: string;
  /** When it last changed; empty for what no edition dates. */
  changedAt: string;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * The map of maps (sitemaps.org: at most 50,000 addresses in one file): that of what belongs to no campaign, and one for each campaign.
 * What is fictional is not for search engines. All stand at the root: a map may only name what is under its own address.
 */
export function sitemapIndex(listed: readonly Listed[], origin: string): string {
  const campaigns = listed.filter(({ campaign }) => !campaign.fictional);
  const maps = [
    { name: 'sitemap_site.xml', changedAt: newestOf(listed) },
    ...campaigns.map(({ campaign, edition }) => ({ name: `sitemap-${campaign.slug}.xml`, changedAt: edition.publishedAt })),
  ];
  const entries = maps.map(
    ({ name, changedAt }) => `<sitemap><loc>${escapeHtml(`${origin}/${name}`)}</loc>${lastChange(changedAt)}</sitemap>`,
  );
  return [head, `<sitemapindex ${schema}>`, ...entries, '</sitemapindex>\n'].join('\n');
}

/** The pages that belong to no campaign. */
export function siteSitemap(listed: readonly Listed[], origin: string): string {
  const texts = ['/accessibilite', '/confidentialite', '/mentions-legales'].map((path) => ({ path, changedAt: '' }));
  return urlset([{ path: '/', changedAt: newestOf(listed) }, ...texts], origin);
}

/** Every public page of a campaign as it is today, in each language. */
export function campaignSitemap(state: PublicState, origin: string): string {
  return urlset(pagesOf(state), origin);
}

function newestOf(listed: readonly Listed[]): string {
  return listed.reduce((newest, { edition }) => (edition.publishedAt > newest ? edition.publishedAt : newest), '');
}

function urlset(pages: readonly Listable[], origin: string): string {
  const open = `<urlset ${schema} xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
  return [head, open, ...pages.flatMap((page) => entriesOf(page, origin)), '</urlset>\n'].join('\n');
}

function lastChange(changedAt: string): string {
  return changedAt === '' ? '' : `<lastmod>${changedAt}</lastmod>`;
}

function pagesOf(state: PublicState): Listable[] {
  const links = linksFor({ language: 'fr', campaign: state.campaign.slug, edition: null });
  const movements = state.current('movement').map(({ slug }) => slug);
  const demands = demandsOf(state).map(({ slug }) => slug);
  const paths = [
    links.board,
    links.letter,
    links.sectors,
    links.compare,
    links.priorities,
    links.rounds,
    links.method,
    links.corrections,
    links.rightOfReply,
    links.simply,
    links.editions,
    links.data,
    links.register,
    ...demands.map(links.demand),
    ...racesOf(state).flatMap(({ sectorNumber }) => (sectorNumber === null ? [] : [links.sector(sectorNumber)])),
    ...movements.map(links.movement),
    ...movements.flatMap((movement) => demands.map((demand) => links.cell(movement, demand))),
    ...state.current('list').map(({ key }) => links.list(key)),
  ];
  return paths.map((path) => ({ path, changedAt: state.edition.publishedAt }));
}

function entriesOf({ path, changedAt }: Listable, origin: string): string[] {
  const whole = (language: (typeof languages)[number]) => escapeHtml(origin + inLanguage(path, language));
  const alternates = languages.map(
    (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${whole(language)}"/>`,
  );
  return languages.map((language) => `<url><loc>${whole(language)}</loc>${lastChange(changedAt)}${alternates.join('')}</url>`);
}

/** What robots may read: everything public. The desk and the personal links ask for themselves not to be listed. */
export function robots(origin: string): string {
  return `User-agent: *\nDisallow: /bureau\nDisallow: /repondre\nDisallow: /en/repondre\n\nSitemap: ${origin}/sitemap.xml\n`;
}
