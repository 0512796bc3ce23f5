import { z } from 'zod';
import { type Authorized, roles } from '../../accounts/can.ts';
import { openInvitations } from '../../accounts/invitations.service.ts';
import { openTeam, type TeamCampaign, type TeamOutcome } from '../../accounts/team.service.ts';
import { invitationDays } from '../../accounts/team.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { Problems } from '../../web/form.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { presentLinkOnce } from './link-once.presenter.ts';
import { peopleLinks } from './links.ts';
import { presentShownOnce } from './shown-once.presenter.ts';
import { invitationMail, presentTeam, type TypedInvitation } from './team.presenter.ts';

const text = z.string().max(300).catch('');
const role = z.enum(roles);
const sent = z.object({
  nom: text,
  courriel: text,
  role: role.nullable().catch(null),
  cle: z.string().min(10).max(100).catch(newToken),
});
const nothing: TypedInvitation = { name: '', email: '', role: null };

/** A campaign's team: everyone in it sees who it is; its administrators invite, change roles and remove. */
export function registerTeam(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { config, database, clock, mailer } = services;
  const team = openTeam(database, clock);
  const invitations = openInvitations(database, clock);
  const managed = ({ person, params }: PersonsVisit) => team.findCampaign(person, params.slug ?? '', 'team:manage');

  desk.person('GET', '/bureau/campagnes/:slug/equipe', 'positions:write', (visit) => {
    const campaign = team.findCampaign(visit.person, visit.params.slug ?? '', 'positions:write');
    return campaign ? show(visit, campaign) : visit.notFound();
  });

  desk.person('POST', '/bureau/campagnes/:slug/equipe/invitations', 'team:manage', async (visit) => {
    const campaign = managed(visit);
    if (!campaign) return visit.notFound();
    const form = sent.parse(visit.body ?? {});
    const typed = { name: form.nom.trim(), email: form.courriel.trim(), role: form.role };
    const problems = problemsOf(typed);
    if (problems.size > 0 || !typed.role) return show(visit, campaign, { typed, problems, key: form.cle });
    const token = invitations.invite(campaign, { ...typed, role: typed.role }, form.cle);
    if (token === null) return visit.go(`${peopleLinks.team(campaign.thing.slug)}?fait=deja-invite`);
    return showLink(visit, campaign, { ...typed, role: typed.role }, token);
  });

  desk.person('GET', '/bureau/campagnes/:slug/equipe/invitations', 'team:manage', (visit) => {
    const campaign = managed(visit)?.thing;
    if (!campaign) return visit.notFound();
    const back = { href: peopleLinks.team(campaign.slug), label: 'Aller à l’équipe' };
    const page = presentShownOnce({ ...visit, secret: 'invitation', back, here: { campaign, path: back.href } });
    return visit.show('desk/people/shown-once', page, 410);
  });

  desk.person('POST', '/bureau/campagnes/:slug/equipe/invitations/:id/revocation', 'team:manage', (visit) => {
    const campaign = managed(visit);
    if (!campaign || !invitations.revoke(campaign, idOf(visit.params.id))) return visit.notFound();
    return visit.go(`${peopleLinks.team(campaign.thing.slug)}?fait=invitation-annulee`);
  });

  desk.person('POST', '/bureau/campagnes/:slug/equipe/:person/role', 'team:manage', (visit) => {
    const campaign = managed(visit);
    const given = sent.parse(visit.body ?? {}).role;
    if (!campaign || !given) return visit.notFound();
    return answer(visit, campaign, team.changeRole(campaign, idOf(visit.params.person), given), 'role');
  });

  desk.person('POST', '/bureau/campagnes/:slug/equipe/:person/retrait', 'team:manage', (visit) => {
    const campaign = managed(visit);
    if (!campaign) return visit.notFound();
    const member = idOf(visit.params.person);
    const outcome = team.remove(campaign, member);
    const left = outcome === 'done' && member === visit.person.id && !visit.person.administrator;
    return left ? visit.go('/bureau?fait=equipe-quittee') : answer(visit, campaign, outcome, 'retrait');
  });

  function answer(visit: PersonsVisit, campaign: Authorized<TeamCampaign>, outcome: TeamOutcome, done: string) {
    if (outcome === 'not_there') return visit.notFound();
    if (outcome === 'done') return visit.go(`${peopleLinks.team(campaign.thing.slug)}?fait=equipe-${done}`);
    const alone = 'C’est la seule personne qui administre cette campagne : donnez d’abord ce rôle à quelqu’un d’autre.';
    return show(visit, campaign, { problems: new Map([[`personne-${idOf(visit.params.person)}`, alone]]) });
  }

  async function showLink(
    visit: PersonsVisit,
    campaign: Authorized<TeamCampaign>,
    invited: TypedInvitation & { role: (typeof roles)[number] },
    token: string,
  ) {
    const { slug, title } = campaign.thing;
    const link = `${config.publicUrl}${peopleLinks.invitation(token)}`;
    const mail = await sendMail();
    const page = presentLinkOnce({
      person: visit.person,
      token: visit.token,
      heading: `Une place pour ${invited.name}`,
      lead: `Ce lien marche une fois, pendant ${invitationDays} jours. Vous pouvez l’annuler depuis la page de l’équipe.`,
      link,
      mail,
      back: { href: peopleLinks.team(slug), label: 'Retour à l’équipe' },
      here: { campaign: campaign.thing, path: peopleLinks.team(slug) },
    });
    return visit.show('desk/people/link-once', page);

    async function sendMail(): Promise<string> {
      if (!mailer.enabled || invited.email === '') return '';
      const outcome = await mailer.send(invitationMail(invited, { campaign: title, invitedBy: visit.person.name, url: link }));
      return 'sent' in outcome
        ? `Il vient d’être envoyé à ${invited.email}.`
        : `Le message n’est pas parti : ${outcome.failed} Transmettez le lien vous-même.`;
    }
  }

  function show(
    visit: PersonsVisit,
    campaign: Authorized<TeamCampaign>,
    {
      typed = nothing,
      problems = new Map(),
      key = newToken(),
    }: { typed?: TypedInvitation; problems?: Problems; key?: string } = {},
  ) {
    const { person, token, query } = visit;
    const mayManage = team.mayManage(campaign);
    const people = { members: team.listMembers(campaign), invitations: mayManage ? team.listInvitations(campaign) : [] };
    const state = {
      person,
      token,
      done: query.fait,
      campaign: campaign.thing,
      mayManage,
      mails: mailer.enabled,
      key,
      typed,
      problems,
    };
    return visit.show('desk/people/team', presentTeam({ ...state, ...people }), problems.size > 0 ? 422 : 200);
  }
}

function problemsOf({ name, email, role: given }: TypedInvitation): Map<string, string> {
  const problems = new Map<string, string>();
  if (name === '' || name.length > 100) problems.set('nom', 'Dites qui vous invitez, en 100 caractères au plus.');
  if (email !== '' && !z.email().max(200).safeParse(email).success)
    problems.set('courriel', 'Cette adresse n’est pas complète. Corrigez-la, ou laissez ce champ vide.');
  if (!given) problems.set('role', 'Choisissez ce que cette personne pourra faire.');
  return problems;
}

function idOf(text = ''): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : 0;
}
