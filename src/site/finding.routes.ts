import type { FastifyInstance } from 'fastify';
import type { PublicPages } from '../web/public-pages.ts';
import type { Services } from '../web/services.ts';
import { campaignSitemap, robots, sitemapIndex, siteSitemap } from './sitemap.ts';

const hour = 'public, max-age=3600';
const type = 'application/xml; charset=utf-8';

/** How search engines find the pages: a map for each campaign, written once per edition of it, and one map of these maps. */
export function registerFinding(app: FastifyInstance, pages: PublicPages, { config, standings }: Services): void {
  const { directory } = standings;
  app.get('/robots.txt', (_request, reply) =>
    reply.header('cache-control', hour).type('text/plain; charset=utf-8').send(robots(config.publicUrl)),
  );
  pages.file({ url: '/sitemap.xml', draw: (_, { origin }) => ({ type, body: sitemapIndex(directory.list(), origin) }) });
  pages.file({ url: '/sitemap_site.xml', draw: (_, { origin }) => ({ type, body: siteSitemap(directory.list(), origin) }) });
  pages.file({
    url: '/sitemap-:campaign.xml',
    draw: (campaign, { origin }) => {
      const state = standings.find(campaign);
      return state && !state.campaign.fictional ? { type, body: campaignSitemap(state, origin) } : null;
    },
  });
}
