import type { FastifyInstance } from 'fastify';
import type { Services } from '../web/services.ts';
import { robots, sitemap } from './sitemap.ts';

const hour = 'public, max-age=3600';

/** How search engines find the pages. The sitemap is written once per edition of anything. */
export function registerFinding(app: FastifyInstance, { config, ledger, standings }: Services): void {
  let written = { version: '', xml: '' };

  app.get('/robots.txt', (_request, reply) =>
    reply.header('cache-control', hour).type('text/plain; charset=utf-8').send(robots(config.publicUrl)),
  );
  app.get('/sitemap.xml', (_request, reply) => {
    const version = ledger
      .listCampaigns()
      .map((slug) => `${slug}@${standings.newestNumber(slug)}`)
      .join(' ');
    if (written.version !== version || written.xml === '') {
      written = { version, xml: sitemap(standings.list(), config.publicUrl) };
    }
    return reply.header('cache-control', hour).type('application/xml; charset=utf-8').send(written.xml);
  });
}
