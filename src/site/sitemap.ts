import { escapeHtml } from '../lib/html.ts';
import { inLanguage, languages } from '../lib/language.ts';
import type { PublicState } from '../standings/fold.ts';
import { demandsOf, racesOf } from '../standings/scoreboard.ts';
import { linksFor } from '../web/public-links.ts';

interface Listed {
  path: string;
  /** When it last changed; empty for what no edition dates. */
  changedAt: string;
}

/** Every public page as it is today, in each language, for search engines. What is fictional is not for them. */
export function sitemap(states: readonly PublicState[], origin: string): string {
  const campaigns = states.filter(({ campaign }) => !campaign.fictional);
  const common = ['/', '/accessibilite', '/confidentialite', '/mentions-legales'].map((path) => ({ path, changedAt: '' }));
  const pages: Listed[] = [...common, ...campaigns.flatMap(pagesOf)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.flatMap((page) => entriesOf(page, origin)),
    '</urlset>\n',
  ].join('\n');
}

function pagesOf(state: PublicState): Listed[] {
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

function entriesOf({ path, changedAt }: Listed, origin: string): string[] {
  const whole = (language: (typeof languages)[number]) => escapeHtml(origin + inLanguage(path, language));
  const alternates = languages.map(
    (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${whole(language)}"/>`,
  );
  const changed = changedAt === '' ? '' : `<lastmod>${changedAt}</lastmod>`;
  return languages.map((language) => `<url><loc>${whole(language)}</loc>${changed}${alternates.join('')}</url>`);
}

/** What robots may read: everything public. The desk and the personal links ask for themselves not to be listed. */
export function robots(origin: string): string {
  return `User-agent: *\nDisallow: /bureau\nDisallow: /repondre\nDisallow: /en/repondre\n\nSitemap: ${origin}/sitemap.xml\n`;
}
