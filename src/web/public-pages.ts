import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { freezeAt } from '../campaigns/freeze.ts';
import type { Clock } from '../lib/clock.ts';
import { inLanguage, type Language, languages } from '../lib/language.ts';
import type { PublicState } from '../standings/fold.ts';
import { pathOfPage } from '../standings/page-subject.ts';
import { sendAbsent } from './absent.ts';
import { oembedOf } from './campaign-frame.ts';
import { dataLinks } from './data-pages.ts';
import { sendErrorPage } from './errors.ts';
import type { Freshness } from './freshness.ts';
import { mementoHeaders } from './memento.ts';
import { createPageCache, type Draw, type Drawn, type Moved } from './page-cache.ts';
import { securityHeaders } from './security.ts';
import type { Services } from './services.ts';
import { type SiteAddress, siteAddress, type View, viewOf } from './view.ts';

type Params = Record<string, string>;
interface PageRequest {
  Params: Params;
  Querystring: Record<string, unknown>;
}

/** What a campaign's page is drawn from; `choice` is what the reader of its query made of the address. */
export interface Asked<C> {
  view: View;
  params: Params;
  choice: C;
}

interface Page {
  url: string;
  /** What the page depends on; null when there is no such page. */
  version(params: Params): { value: string; freshness: Freshness } | null;
  /** What the address chose, in one spelling: no other spelling makes a second copy. */
  choice(query: unknown, params: Params): { name: string; kept: boolean };
  draw(request: FastifyRequest<PageRequest>): ReturnType<Draw>;
  /** Answers when there was nothing to draw. */
  absent(request: FastifyRequest<PageRequest>, reply: FastifyReply): Promise<FastifyReply>;
}

export type PublicPages = ReturnType<typeof openPublicPages>;

/** Declares public pages: read from the cache while their edition is the newest, drawn again when it no longer is. */
export function openPublicPages(app: FastifyInstance, services: Services) {
  const { config, standings, ledger, clock, keeps } = services;
  const site = siteAddress(config);
  const cache = createPageCache(securityHeaders(config), keeps ? undefined : 0);
  const freezes = rememberBriefly((slug: string) => {
    const campaign = standings.find(slug)?.campaign;
    return campaign ? freezeAt(campaign.election, campaign.timeZone, clock.now()) : null;
  }, clock);

  function declare({ url, version, choice, draw, absent }: Page): void {
    app.get<PageRequest>(url, (request, reply) => {
      const current = version(request.params);
      if (current === null) return void sendErrorPage(app, reply, 404);
      const { name, kept } = choice(request.query, request.params);
      const page = { key: keyOf(url, request.params, name), kept, version: current.value, freshness: current.freshness };
      if (cache.answer(request, reply, page)) return;
      cache
        .answerWith(request, reply, page, () => draw(request))
        .then((found) => {
          if (found === null) return absent(request, reply);
          if (found !== 'done') return sendOn(reply, found);
        })
        .catch((error: unknown) => reply.send(error));
    });
    refuseWriting(app, url);
  }

  /** A page of a campaign, in one language, as of its newest edition or (`held`) of the one its address names. */
  function declareCampaignPage<C>(language: Language, held: boolean, page: CampaignPage<C>): void {
    const { path: pattern, draw, choice, living = false, kept = () => true } = page;
    const editionOf = (params: Params) => (held ? readEdition(params.edition) : standings.newestNumber(params.campaign ?? ''));
    const stateOf = (params: Params) => standings.find(params.campaign ?? '', editionOf(params));
    const seen = (state: PublicState, params: Params, path = pathOfPage(pattern, params)) => {
      const now = { heldAt: null, freeze: freezes(params.campaign ?? '') };
      // A page held at an edition never changes: it knows no freeze.
      const time = held ? { heldAt: state.edition.number, freeze: null } : now;
      return viewOf(state, { ...time, language, path, site });
    };
    declare({
      url: inLanguage(`/:campaign${held ? '/editions/:edition' : ''}${pattern}`, language),
      version: (params) => {
        const newest = standings.newestNumber(params.campaign ?? '');
        const edition = editionOf(params);
        if (edition < 1 || edition > newest) return null;
        if (held) return { value: `${edition} seen from ${newest}`, freshness: 'held' };
        return { value: `${newest}${freezes(params.campaign ?? '') ? ' frozen' : ''}`, freshness: 'living' };
      },
      choice: (query, params) => {
        const chosen = choice(query, () => stateOf(params));
        return { name: JSON.stringify(chosen), kept: kept(chosen) };
      },
      draw: async ({ params, query }) => {
        const state = stateOf(params);
        if (!state) return null;
        const view = seen(state, params);
        const drawn = await draw({ view, params, choice: choice(query, () => state) });
        return living ? drawn : inTime(view, drawn);
      },
      absent: async ({ params }, reply) => {
        const state = stateOf(params);
        if (!state) return sendErrorPage(app, reply, 404);
        const [, prefix = '', path = ''] = /^(\/citer)?(.*)$/.exec(pathOfPage(pattern, params)) ?? [];
        const view = seen(state, params, path);
        return sendAbsent(app, reply, services, view, (now) => view.links.page(prefix + now));
      },
    });
  }

  return {
    /** A page that depends on every campaign's newest edition, in each language. */
    common: (path: string, draw: (asked: CommonAsked) => Promise<string | null>): void => {
      const everything = () =>
        ledger
          .listCampaigns()
          .map((slug) => `${slug}@${standings.newestNumber(slug)}`)
          .join(' ');
      for (const language of languages) {
        declare({
          url: inLanguage(path, language),
          version: () => ({ value: everything(), freshness: 'living' }),
          choice: () => ({ name: '', kept: true }),
          draw: ({ params }) => draw({ language, params, site }),
          absent: (_request, reply) => sendErrorPage(app, reply, 404),
        });
      }
    },
    /** A page under `/:campaign`, in each language, as it is today and as each edition left it. */
    campaign: <C>(page: CampaignPage<C>): void => {
      const times = page.living ? [false] : [false, true];
      for (const language of languages) for (const held of times) declareCampaignPage(language, held, page);
    },
  };
}

interface CommonAsked {
  language: Language;
  params: Params;
  site: SiteAddress;
}

interface CampaignPage<C> {
  /** Below the campaign: `/lettre`; empty for its board. */
  path: '' | `/${string}`;
  /**
   * Reads the query of the address; must give one same answer for all that means the same, and keep only what exists in the state:
   * it is a part of the page's name in the cache. The state is found when it is asked for, not at each request.
   */
  choice: (query: unknown, state: () => PublicState | null) => C;
  /** Whether the page of a choice is worth keeping: not when anything may be typed. Without it, every one is. */
  kept?: (choice: C) => boolean;
  draw: (asked: Asked<C>) => Promise<string | Moved | null>;
  /** True for what is about the editions themselves, and has no past of its own. */
  living?: boolean;
}

/** For a page whose address has no query. */
export const noChoice = (): null => null;

/** The page with what it says of itself in time. */
function inTime(view: View, drawn: string | Moved | null): Drawn | Moved | null {
  if (typeof drawn !== 'string') return drawn;
  const { link, ...headers } = mementoHeaders(view);
  return { body: drawn, headers: { ...headers, link: [link, ...fileLinks(view), ...oembedLinks(view)].join(', ') } };
}

/** The data of the page as files. */
function fileLinks({ links, path }: View): string[] {
  return dataLinks(links.page(path)).map(({ href, type }) => `<${href}>; rel="alternate"; type="${type}"`);
}

/** Where programs ask for a frame of the page, in both forms. */
function oembedLinks(view: View): string[] {
  const href = oembedOf(view);
  if (href === '') return [];
  return ['json', 'xml'].map((format) => {
    const type = format === 'json' ? 'application/json+oembed' : 'text/xml+oembed';
    return `<${href}&format=${format}>; rel="alternate"; type="${type}"`;
  });
}

/** A minute at most: where a moment leads to changes with the next edition. */
function sendOn(reply: FastifyReply, { location, permanently }: Moved): FastifyReply {
  return reply.header('cache-control', 'public, max-age=60').redirect(location, permanently ? 301 : 302);
}

function readEdition(typed = ''): number {
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0;
}

/** Made of the route, its decoded parameters and what was chosen: no spelling of an address makes a second copy. */
function keyOf(url: string, params: Params, choice: string): string {
  let key = `${choice} ${url}`;
  for (const name in params) key += ` ${params[name]}`;
  return key;
}

/** Asks again once a second, not at each of thousands of requests. */
function rememberBriefly<T>(find: (key: string) => T, clock: Clock): (key: string) => T {
  const known = new Map<string, { second: number; value: T }>();
  return (key) => {
    const second = Math.floor(clock.now().getTime() / 1000);
    const last = known.get(key);
    if (last?.second === second) return last.value;
    const value = find(key);
    known.set(key, { second, value });
    return value;
  };
}

/** A public page is only read. Answered before any body is parsed. */
function refuseWriting(app: FastifyInstance, url: string): void {
  const refuse = (_request: FastifyRequest, reply: FastifyReply) => sendErrorPage(app, reply.header('allow', 'GET, HEAD'), 405);
  app.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE'], url, onRequest: refuse, handler: refuse });
}
