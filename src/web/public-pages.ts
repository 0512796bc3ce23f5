import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { freezeAt } from '../campaigns/freeze.ts';
import { inLanguage, type Language, languages } from '../lib/language.ts';
import type { PublicState } from '../standings/fold.ts';
import { pathOfPage } from '../standings/page-subject.ts';
import { sendAbsent } from './absent.ts';
import { sendErrorPage } from './errors.ts';
import type { Freshness } from './freshness.ts';
import { createPageCache, type Draw, type Drawn, type Moved } from './page-cache.ts';
import { inTime } from './page-headers.ts';
import { rememberBriefly } from './remember-briefly.ts';
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
  const { config, standings, clock, keeps } = services;
  const { directory } = standings;
  const site = siteAddress(config);
  const cache = createPageCache(securityHeaders(config), keeps ? undefined : 0);
  const freezes = rememberBriefly((slug: string) => {
    const campaign = directory.find(slug)?.campaign;
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

  const everything = () => String(directory.place());

  return {
    /** A page that depends on every campaign's newest edition, in each language. */
    common: <C>({ path, choice, draw, kept = () => true }: CommonPage<C>): void => {
      for (const language of languages) {
        declare({
          url: inLanguage(path, language),
          version: () => ({ value: everything(), freshness: 'living' }),
          choice: (query) => {
            const chosen = choice(query);
            return { name: JSON.stringify(chosen), kept: kept(chosen) };
          },
          draw: ({ params, query }) => draw({ language, params, site, choice: choice(query) }),
          absent: (_request, reply) => sendErrorPage(app, reply, 404),
        });
      }
    },
    /** A file of no language, kept as pages are: about one campaign when its address names one, else about all of them. */
    file: ({ url, draw }: PublicFile): void =>
      declare({
        url,
        version: ({ campaign }) => {
          const newest = campaign === undefined ? everything() : standings.newestNumber(campaign);
          return newest === 0 ? null : { value: String(newest), freshness: 'living' };
        },
        choice: () => ({ name: '', kept: true }),
        draw: async ({ params }) => draw(params.campaign ?? '', site),
        absent: (_request, reply) => sendErrorPage(app, reply, 404),
      }),
    /** A page under `/:campaign`, in each language, as it is today and as each edition left it. */
    campaign: <C>(page: CampaignPage<C>): void => {
      const times = page.living ? [false] : [false, true];
      for (const language of languages) for (const held of times) declareCampaignPage(language, held, page);
    },
  };
}

interface CommonAsked<C> {
  language: Language;
  params: Params;
  site: SiteAddress;
  choice: C;
}

interface CommonPage<C> {
  path: string;
  /** As of a campaign's page. */
  choice: (query: unknown) => C;
  kept?: (choice: C) => boolean;
  draw: (asked: CommonAsked<C>) => Promise<string | Moved | null>;
}

interface PublicFile {
  url: `/${string}`;
  /** `campaign` is empty when the address names none. Null when there is no such file. */
  draw: (campaign: string, site: SiteAddress) => Drawn | null;
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

/** A public page is only read. Answered before any body is parsed. */
function refuseWriting(app: FastifyInstance, url: string): void {
  const refuse = (_request: FastifyRequest, reply: FastifyReply) => sendErrorPage(app, reply.header('allow', 'GET, HEAD'), 405);
  app.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE'], url, onRequest: refuse, handler: refuse });
}
