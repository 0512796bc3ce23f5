import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edition } from '../ledger/payloads.ts';
import { inLanguage, type Language, languages } from '../lib/language.ts';
import type { PublicState } from '../standings/fold.ts';
import { editionAt, type Moment, readMoment } from '../standings/moments.ts';
import { isPublished, subjectOf } from '../standings/page-subject.ts';
import { sendErrorPage } from '../web/errors.ts';
import { httpDate, linkFormat, mementoLink, timelineOf, timeMap } from '../web/memento.ts';
import type { Services } from '../web/services.ts';
import { siteAddress, type View, viewOf } from '../web/view.ts';
import { render } from '../web/views.ts';
import { presentNoEdition } from './no-edition.presenter.ts';

interface DatedRequest {
  Params: { campaign: string; moment: string; '*': string };
  Querystring: Record<string, unknown>;
}
type Request = FastifyRequest<DatedRequest>;
type Answer = (view: View, request: Request, reply: FastifyReply) => unknown;

const typed = z.object({ date: z.string().catch(''), heure: z.string().catch('') });
const minute = 'public, max-age=60';

/** Each page as of an instant: by an address that a person can write, and by the protocol of web archives (RFC 7089). */
export function registerDated(app: FastifyInstance, { standings, config }: Services): void {
  function answer(language: Language, then: Answer) {
    return (request: Request, reply: FastifyReply) => {
      const state = standings.find(request.params.campaign);
      const rest = request.params['*'] ?? '';
      const path = rest === '' ? '' : `/${rest.split('/').map(encodeURIComponent).join('/')}`;
      if (!state) return sendErrorPage(app, reply, 404);
      return then(viewOf(state, { language, path, site: siteAddress(config) }), request, reply);
    };
  }

  /** Whether an edition had the page. Those that are about nothing in particular are taken to have been there. */
  function had(path: string, campaign: string): (edition: Edition) => boolean {
    const subject = subjectOf(path);
    const inState = (state: PublicState | null) => state !== null && subject !== null && isPublished(state, subject);
    return ({ number }) => subject === null || inState(standings.find(campaign, number));
  }

  const asOf: Answer = async (view, { params }, reply) => {
    const moment = readMoment(params.moment);
    if (!moment) return sendErrorPage(app, reply, 404);
    const { editions, campaign } = view.state;
    const edition = editionAt(editions, moment, campaign.timeZone);
    if (edition && had(view.path, campaign.slug)(edition)) {
      return reply.header('cache-control', minute).redirect(view.links.permanent(edition.number, view.path), 302);
    }
    const page = presentNoEdition(view, { moment, edition });
    const html = await render(app, 'site/no-edition', page);
    return reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
  };

  const typedIn: Answer = (view, { query }, reply) => {
    const { date, heure } = typed.parse(query);
    if (date === '') return reply.redirect(view.links.editions, 302);
    const moment = heure === '' ? date : `${date}T${heure}`;
    return reply.header('cache-control', minute).redirect(view.links.today(`/au/${encodeURIComponent(moment)}`), 302);
  };

  const timeGate: Answer = (view, request, reply) => {
    const { state, path } = view;
    const editions = state.editions.filter(had(path, state.campaign.slug));
    const asked = request.headers['accept-datetime'];
    const moment = asked === undefined ? null : readHttpDate(String(asked));
    if (asked !== undefined && !moment) return sendErrorPage(app, reply, 400);
    const chosen = moment ? (editionAt(editions, moment, state.campaign.timeZone) ?? editions[0]) : editions.at(-1);
    if (!chosen) return sendErrorPage(app, reply, 404);
    const timeline = timelineOf(view, path);
    const original = `<${timeline.original}>; rel="original"`;
    const map = `<${timeline.timeMap}>; rel="timemap"; type="${linkFormat}"`;
    const links = [original, map, mementoLink(timeline, chosen, 'memento')].join(', ');
    reply.headers({ 'cache-control': minute, vary: 'accept-datetime', link: links });
    return reply.redirect(timeline.memento(chosen.number), 302);
  };

  const listed: Answer = (view, _request, reply) => {
    const editions = view.state.editions.filter(had(view.path, view.state.campaign.slug));
    if (editions.length === 0) return sendErrorPage(app, reply, 404);
    return reply
      .header('cache-control', minute)
      .type(linkFormat)
      .send(timeMap(view, view.path, editions));
  };

  for (const language of languages) {
    const get = (path: string, then: Answer) => app.get<DatedRequest>(inLanguage(path, language), answer(language, then));
    get('/:campaign/au', typedIn);
    for (const [path, then] of [
      ['/:campaign/au/:moment', asOf],
      ['/:campaign/timegate', timeGate],
      ['/:campaign/timemap', listed],
    ] as const) {
      get(path, then);
      get(`${path}/*`, then);
    }
  }
}

/** Accept-Datetime holds an HTTP date (RFC 9110 §5.6.7). */
function readHttpDate(text: string): Moment | null {
  const instant = Date.parse(text);
  return Number.isNaN(instant) || httpDate(new Date(instant).toISOString()) !== text.trim() ? null : { instant };
}
