import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openAlerts } from '../alerts/alerts.service.ts';
import { inLanguage, type Language, languages } from '../lib/language.ts';
import { isPublished, pathOfSubject, subjectOf } from '../standings/page-subject.ts';
import { sendErrorPage } from '../web/errors.ts';
import type { Services } from '../web/services.ts';
import { siteAddress, type View, viewOf } from '../web/view.ts';
import { render, type Views } from '../web/views.ts';
import { type AlertFormState, presentAlertForm, presentSaid, presentSaidNowhere, type Said } from './follow.presenter.ts';

interface FollowRequest {
  Params: { campaign: string; token: string };
}
type Request = FastifyRequest<FollowRequest>;

const form = z.object({
  sur: z.string().max(300).catch(''),
  courriel: z.string().trim().max(300).catch(''),
  'site-web': z.string().catch(''),
});
const address = z.email().max(254);
/** A link is a key: nobody tries thousands. A page that only shows a form is not counted. */
const reading = { rateLimit: { max: 120, timeWindow: 60_000 } };
const asking = { rateLimit: { max: 8, timeWindow: 3_600_000 } };

/** Alerts by e-mail: asked on a page, confirmed and ended by links. No cookie is ever set. */
export async function registerFollow(app: FastifyInstance, services: Services): Promise<void> {
  const { config, standings, database, mailer, clock } = services;
  const alerts = openAlerts({ database, mailer, clock, publicUrl: config.publicUrl });
  // Forms alone: a body that is no form is refused before anything reads it.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  await app.register(formbody, { bodyLimit: 16 * 1024 });
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  });

  const show = async <V extends keyof Views>(reply: FastifyReply, view: V, data: Views[V] & object, status = 200) =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(await render(app, view, data));

  function viewIn(language: Language, campaign: string): View | null {
    const state = standings.find(campaign);
    return state && viewOf(state, { language, path: '/alertes', site: siteAddress(config) });
  }

  /** The path of the page that a form or an address names; empty, for everything, when it names none. */
  function pageIn(view: View, typed: string): string {
    const about = subjectOf(typed === '' ? '' : `/${typed}`);
    return about && isPublished(view.state, about) ? pathOfSubject(about) : '';
  }

  const showForm = (reply: FastifyReply, view: View, state: Omit<AlertFormState, 'enabled'>, status = 200) =>
    show(reply, 'follow/alert-form', presentAlertForm(view, { ...state, enabled: alerts.enabled }), status);

  const say = (reply: FastifyReply, language: Language, campaign: string | null, said: Said, action = '') => {
    const view = campaign === null ? null : viewIn(language, campaign);
    return show(reply, 'follow/alert-said', view ? presentSaid(view, said, action) : presentSaidNowhere(language, said));
  };

  async function ask(language: Language, request: Request, reply: FastifyReply) {
    const view = viewIn(language, request.params.campaign);
    if (!view || !alerts.enabled) return sendErrorPage(app, reply, 404);
    // A browser that says another site sent the form is refused; a mail program never comes here.
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return sendErrorPage(app, reply, 403);
    const { sur, courriel: typed, 'site-web': trap } = form.parse(request.body ?? {});
    const page = pageIn(view, sur);
    const email = address.safeParse(typed.toLowerCase());
    if (!email.success) return showForm(reply, view, { page, typed, problem: 'email' }, 422);
    const outcome = trap === '' ? await alerts.ask({ state: view.state, page, language, email: email.data }) : 'sent';
    if (outcome !== 'sent') return showForm(reply, view, { page, typed, problem: outcome }, outcome === 'later' ? 503 : 422);
    return reply.redirect(`${view.links.alerts()}/envoye`, 303);
  }

  for (const language of languages) {
    const at = (path: string) => inLanguage(`/alertes${path}`, language);
    app.get<FollowRequest & { Querystring: unknown }>(at('/:campaign'), (request, reply) => {
      const view = viewIn(language, request.params.campaign);
      if (!view) return sendErrorPage(app, reply, 404);
      const { sur } = form.parse(request.query);
      return showForm(reply, view, { page: pageIn(view, sur), typed: '', problem: null });
    });
    app.post<FollowRequest>(at('/:campaign'), { config: asking }, (request, reply) => ask(language, request, reply));
    app.get<FollowRequest>(at('/:campaign/envoye'), ({ params }, reply) =>
      standings.find(params.campaign) ? say(reply, language, params.campaign, 'sent') : sendErrorPage(app, reply, 404),
    );

    app.get<FollowRequest>(at('/confirmer/:token'), { config: reading }, ({ params: { token } }, reply) => {
      const alert = alerts.findToConfirm(token);
      return say(reply, language, alert?.campaign ?? null, alert ? 'confirm' : 'stale', at(`/confirmer/${token}`));
    });
    app.post<FollowRequest>(at('/confirmer/:token'), { config: reading }, ({ params: { token } }, reply) => {
      const alert = alerts.findToConfirm(token);
      if (alert) alerts.confirm(alert, standings.newestNumber(alert.campaign));
      return say(reply, language, alert?.campaign ?? null, alert ? 'confirmed' : 'stale');
    });
    app.get<FollowRequest>(at('/fin/:token'), { config: reading }, ({ params: { token } }, reply) => {
      const alert = alerts.findToEnd(token);
      return say(reply, language, alert?.campaign ?? null, alert ? 'end' : 'ended', at(`/fin/${token}`));
    });
    // Also where a mail program posts by itself (RFC 8058): without cookie, from anywhere; the link is the key.
    app.post<FollowRequest>(at('/fin/:token'), { config: reading }, ({ params: { token } }, reply) => {
      const alert = alerts.findToEnd(token);
      if (alert) alerts.end(alert);
      return say(reply, language, alert?.campaign ?? null, 'ended');
    });
  }
}
