import { z } from 'zod';
import { type Accepted, openInvitations } from '../../accounts/invitations.service.ts';
import { openSessions } from '../../accounts/sessions.service.ts';
import type { Problems } from '../../web/form.ts';
import type { Services } from '../../web/services.ts';
import { giveSession } from '../../web/session.ts';
import type { openDeskRoutes, Visit } from '../desk-routes.ts';
import { links } from '../links.ts';
import { presentInvitation } from './invitation.presenter.ts';
import { peopleLinks } from './links.ts';
import { newAccountProblems } from './new-account.ts';

const text = z.string().max(1000).catch('');
const sent = z.object({ nom: text, courriel: text, 'mot-de-passe': text });

/** Accepting an invitation, with the account one has or a new one. */
export function registerInvitations(
  desk: Awaited<ReturnType<typeof openDeskRoutes>>,
  { config, database, clock }: Services,
): void {
  const invitations = openInvitations(database, clock);
  const sessions = openSessions(database, clock);

  desk.stranger('GET', '/bureau/invitations/:link', (visit) => show(visit));

  desk.stranger('POST', '/bureau/invitations/:link', async (visit) => {
    const person = visit.request.visitor?.person;
    if (person) return acceptAs(visit, person.id);
    const link = visit.params.link ?? '';
    const form = sent.parse(visit.body ?? {});
    const typed = { name: form.nom.trim(), email: form.courriel.trim() };
    if (!invitations.find(link)) return visit.notFound();
    const problems = newAccountProblems(typed, form['mot-de-passe']);
    if (problems.size > 0) return show(visit, typed, problems);
    const outcome = await invitations.acceptAsNew(link, { ...typed, password: form['mot-de-passe'] });
    if (outcome === 'gone') return visit.notFound();
    const taken = 'Cette adresse a déjà un compte : choisissez « J’ai déjà un compte ».';
    if (outcome === 'taken') return show(visit, typed, new Map([['courriel', taken]]));
    giveSession(config, visit.reply, sessions.open(outcome.personId, visit.request.headers['user-agent'] ?? ''));
    return welcome(visit, outcome, outcome.joined.invitation.role !== 'editor');
  });

  function acceptAs(visit: Visit, personId: number) {
    const outcome = invitations.accept(visit.params.link ?? '', personId);
    if (outcome === 'gone') return visit.notFound();
    const already = 'Vous faites déjà partie de cette équipe. Ce lien est pour quelqu’un d’autre.';
    if (outcome === 'already') return show(visit, undefined, new Map([['accepter', already]]));
    const protect = outcome.joined.invitation.role !== 'editor' && !visit.request.visitor?.person.secondFactor;
    return welcome(visit, outcome, protect);
  }

  /** Whoever may publish adds a second factor first: it is the next page. */
  function welcome(visit: Visit, { joined }: Accepted, protect: boolean) {
    return visit.go(`${protect ? peopleLinks.secondFactor : links.campaign(joined.campaign.slug)}?fait=bienvenue`);
  }

  function show(visit: Visit, typed: { name: string; email: string } | null = null, problems: Problems = new Map()) {
    const link = visit.params.link ?? '';
    const opened = invitations.find(link);
    if (!opened) return visit.notFound();
    const { name, email } = typed ?? opened.invitation;
    const person = visit.request.visitor?.person ?? null;
    visit.reply.header('referrer-policy', 'no-referrer');
    const page = presentInvitation({ link, opened, person, token: visit.token, typed: { name, email }, problems });
    return visit.show('desk/people/invitation', page, problems.size > 0 ? 422 : 200);
  }
}
