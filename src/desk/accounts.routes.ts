import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { mustIntroduceThemselves, openPasswordLinks } from '../accounts/password-links.service.ts';
import { passwordFault } from '../accounts/password-rule.ts';
import { openSessions } from '../accounts/sessions.service.ts';
import { openSignIn } from '../accounts/sign-in.service.ts';
import type { Services } from '../web/services.ts';
import { forgetSession, giveSession } from '../web/session.ts';
import { passwordFaults, presentChoosePassword } from './choose-password.presenter.ts';
import type { openDeskRoutes, Visit } from './desk-routes.ts';
import { newAccountProblems } from './people/new-account.ts';
import { withinDesk } from './people/way-back.ts';
import { presentSignIn } from './sign-in.presenter.ts';

const text = z.string().catch('');
const credentials = z.object({ courriel: text, 'mot-de-passe': text, suite: text });
const choice = z.object({ nom: text, courriel: text, 'mot-de-passe': text });

/** Signing in and out, and choosing a password by a one-time link. */
export function registerAccounts(desk: Awaited<ReturnType<typeof openDeskRoutes>>, { config, database, clock }: Services): void {
  const signIn = openSignIn(database, clock);
  const sessions = openSessions(database, clock);
  const links = openPasswordLinks(database, clock);

  desk.stranger('GET', '/bureau/connexion', ({ show, go, query, token, request }) => {
    const { suite, fait } = z.object({ suite: text, fait: text }).parse(query);
    if (request.visitor) return go(withinDesk(suite));
    return show('desk/sign-in', presentSignIn({ email: '', next: withinDesk(suite), done: fait }, token));
  });

  desk.stranger('POST', '/bureau/connexion', async ({ request, reply, body, token, show, go }) => {
    const { courriel: email, 'mot-de-passe': password, suite } = credentials.parse(body ?? {});
    const userAgent = request.headers['user-agent'] ?? '';
    const outcome = await signIn.signIn({ email, password, address: request.ip, userAgent });
    if ('refused' in outcome) {
      const status = outcome.refused === 'wait' ? 429 : 422;
      return show('desk/sign-in', presentSignIn({ email, next: withinDesk(suite) }, token, outcome), status);
    }
    if (request.visitor) sessions.end(request.visitor);
    giveSession(config, reply, outcome.session);
    const next = withinDesk(suite);
    return go(outcome.awaits ? `/bureau/connexion/verification?suite=${encodeURIComponent(next)}` : next);
  });

  desk.person('POST', '/bureau/deconnexion', 'desk:enter', ({ request, reply, go }) => {
    if (request.visitor) sessions.end(request.visitor);
    forgetSession(config, reply);
    return go('/bureau/connexion?fait=sortie');
  });

  desk.stranger('GET', '/bureau/premier-acces/:link', (visit) => {
    const owner = links.findOwner(visit.params.link ?? '');
    return owner ? showChoice(visit, owner, { email: '', name: '' }, new Map()) : visit.notFound();
  });

  desk.stranger('POST', '/bureau/premier-acces/:link', async (visit) => {
    const link = visit.params.link ?? '';
    const owner = links.findOwner(link);
    if (!owner) return visit.notFound();
    const form = choice.parse(visit.body ?? {});
    const typed = { email: form.courriel.trim(), name: form.nom.trim() };
    const problems = problemsOf(owner, typed, form['mot-de-passe']);
    if (problems.size > 0) return showChoice(visit, owner, typed, problems);
    const outcome = await links.choosePassword(link, form['mot-de-passe'], typed);
    if (outcome === 'gone') return visit.notFound();
    if (outcome === 'taken') return showChoice(visit, owner, typed, new Map([['courriel', 'Cette adresse a déjà un compte.']]));
    return visit.go('/bureau/connexion?fait=mot-de-passe');
  });
}

interface Named {
  email: string;
  name: string;
}

function problemsOf(owner: Named, typed: Named, password: string): Map<string, string> {
  if (mustIntroduceThemselves(owner)) return newAccountProblems(typed, password);
  const fault = passwordFault(password, owner);
  return new Map(fault ? [['mot-de-passe', passwordFaults[fault]]] : []);
}

function showChoice(visit: Visit, owner: Named, typed: Named, problems: Map<string, string>): Promise<FastifyReply> {
  const known = mustIntroduceThemselves(owner) ? null : owner;
  const action = `/bureau/premier-acces/${encodeURIComponent(visit.params.link ?? '')}`;
  const page = presentChoosePassword({ action, owner: known, typed, problems }, visit.token);
  visit.reply.header('referrer-policy', 'no-referrer');
  return visit.show('desk/choose-password', page, problems.size > 0 ? 422 : 200);
}
