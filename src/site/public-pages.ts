import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PublicState } from '../standings/fold.ts';
import type { Order } from '../standings/scoreboard.ts';
import { sendErrorPage } from '../web/errors.ts';
import { defaultLanguage } from '../web/language.ts';
import { createPageCache } from '../web/page-cache.ts';
import { securityHeaders } from '../web/security.ts';
import type { Services } from '../web/services.ts';

interface PageRequest {
  Params: Record<string, string>;
  Querystring: { ordre?: unknown };
}

/** What a campaign's page is drawn from. */
export interface Asked {
  state: PublicState;
  params: Record<string, string>;
  order: Order;
}

/** Declares public pages: read from the cache while their edition is the newest, drawn again when it no longer is. */
export function openPublicPages(app: FastifyInstance, { config, standings, ledger }: Services) {
  const cache = createPageCache(securityHeaders(config));

  function page(url: string, version: (params: Record<string, string>) => string | null, draw: Draw): void {
    app.get<PageRequest>(url, (request, reply) => {
      const current = version(request.params);
      if (current === null) return void sendErrorPage(app, reply, 404);
      const key = keyOf(url, request.params, orderOf(request.query));
      if (!cache.answer(request, reply, key, current)) drawn(request, reply, key, current, draw);
    });
    refuseWriting(app, url);
  }

  function drawn(request: FastifyRequest<PageRequest>, reply: FastifyReply, key: string, version: string, draw: Draw): void {
    cache
      .answerWith(request, reply, key, version, () => draw(request))
      .then((found) => (found ? undefined : sendErrorPage(app, reply, 404)))
      .catch((error: unknown) => reply.send(error));
  }

  return {
    /** The home page depends on every campaign's newest edition. */
    home: (draw: () => Promise<string | null>): void =>
      page(
        '/',
        () =>
          ledger
            .listCampaigns()
            .map((slug) => `${slug}@${standings.newestNumber(slug)}`)
            .join(' '),
        draw,
      ),
    campaign: (url: `/:campaign${string}`, draw: (asked: Asked) => Promise<string | null>): void =>
      page(
        url,
        ({ campaign = '' }) => String(standings.newestNumber(campaign) || '') || null,
        async ({ params, query }) => {
          const state = standings.find(params.campaign ?? '');
          return state && draw({ state, params, order: orderOf(query) });
        },
      ),
  };
}

type Draw = (request: FastifyRequest<PageRequest>) => Promise<string | null>;

function orderOf({ ordre }: PageRequest['Querystring']): Order {
  return ordre === 'panneau' ? 'panneau' : 'engagements';
}

/** Made of the route, its decoded parameters and the one query parameter we know: no spelling of an address makes a second copy. */
function keyOf(url: string, params: Record<string, string>, order: Order): string {
  let key = `${defaultLanguage} ${order} ${url}`;
  for (const name in params) key += ` ${params[name]}`;
  return key;
}

/** A public page is only read. Answered before any body is parsed. */
function refuseWriting(app: FastifyInstance, url: string): void {
  const refuse = (_request: FastifyRequest, reply: FastifyReply) => sendErrorPage(app, reply.header('allow', 'GET, HEAD'), 405);
  app.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE'], url, onRequest: refuse, handler: refuse });
}
