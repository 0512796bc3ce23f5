import { openAccountCare } from '../../accounts/account.service.ts';
import { type Authorized, authorizeInstallation } from '../../accounts/can.ts';
import { linkHours } from '../../accounts/password-links.service.ts';
import { type Someone, teamRepository } from '../../accounts/team.repository.ts';
import { campaignsRepository } from '../../campaigns/campaigns.repository.ts';
import type { Problems } from '../../web/form.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { closingWords } from './account.routes.ts';
import { presentEveryone, presentSomeone } from './everyone.presenter.ts';
import { presentLinkOnce } from './link-once.presenter.ts';
import { peopleLinks } from './links.ts';
import { presentShownOnce } from './shown-once.presenter.ts';

/** Every account, for the administrators of the installation: lost passwords, lost telephones, closing and opening again. */
export function registerEveryone(desk: Awaited<ReturnType<typeof openDeskRoutes>>, { config, database, clock }: Services): void {
  const team = teamRepository(database);
  const care = openAccountCare(database, clock);
  const campaigns = campaignsRepository(database);

  desk.person('GET', '/bureau/personnes', 'people:manage', (visit) => {
    const { person, token, query } = visit;
    return visit.show('desk/people/everyone', presentEveryone({ person, token, done: query.fait }, team.listEveryone()));
  });

  desk.person('GET', '/bureau/personnes/:id', 'people:manage', (visit) => {
    const found = load(visit);
    return found ? show(visit, found) : visit.notFound();
  });

  desk.person('POST', '/bureau/personnes/:id/lien', 'people:manage', (visit) => {
    const found = load(visit);
    if (!found || found.thing.closedAt) return visit.notFound();
    const { id, name } = found.thing;
    const page = presentLinkOnce({
      person: visit.person,
      token: visit.token,
      heading: `Un nouveau mot de passe pour ${name}`,
      lead: `Ce lien marche une fois, pendant ${linkHours} heures. Transmettez-le de vive voix ou par un moyen sûr : qui l’ouvre choisit le mot de passe.`,
      link: `${config.publicUrl}${care.makePasswordLink(found)}`,
      back: { href: peopleLinks.one(id), label: `Retour à ${name}` },
    });
    return visit.show('desk/people/link-once', page);
  });

  desk.person('GET', '/bureau/personnes/:id/lien', 'people:manage', (visit) => {
    const someone = load(visit)?.thing;
    if (!someone) return visit.notFound();
    const back = { href: peopleLinks.one(someone.id), label: `Retour à ${someone.name}` };
    return visit.show('desk/people/shown-once', presentShownOnce({ ...visit, secret: 'password', back }), 410);
  });

  desk.person('POST', '/bureau/personnes/:id/second-facteur', 'people:manage', (visit) => {
    const found = load(visit);
    if (!found || found.thing.closedAt) return visit.notFound();
    care.removeSecondFactors(found);
    return visit.go(`${peopleLinks.one(found.thing.id)}?fait=facteurs-retires`);
  });

  desk.person('POST', '/bureau/personnes/:id/fermeture', 'people:manage', (visit) => {
    const found = load(visit);
    if (!found || found.thing.closedAt) return visit.notFound();
    const outcome = care.close(found);
    if (outcome !== 'closed') return show(visit, found, new Map([['gestes', closingWords[outcome]]]));
    return visit.go(`${peopleLinks.one(found.thing.id)}?fait=compte-clos`);
  });

  desk.person('POST', '/bureau/personnes/:id/reouverture', 'people:manage', (visit) => {
    const found = load(visit);
    if (!found?.thing.closedAt) return visit.notFound();
    care.reopen(found);
    return visit.go(`${peopleLinks.one(found.thing.id)}?fait=compte-rouvert`);
  });

  function load({ person, params }: PersonsVisit): Authorized<Someone> | null {
    const id = /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
    return authorizeInstallation(person, team.findSomeone(id));
  }

  function show(visit: PersonsVisit, { thing }: Authorized<Someone>, problems: Problems = new Map()) {
    const titles = new Map(campaigns.listCampaigns().map(({ id, title }) => [id, title]));
    const roles = team.listRoles(thing.id).map(({ campaignId, role }) => ({ campaign: titles.get(campaignId) ?? '', role }));
    const { person, token, query } = visit;
    const page = presentSomeone({ person, token, done: query.fait }, thing, roles, problems);
    return visit.show('desk/people/someone', page, problems.size > 0 ? 422 : 200);
  }
}
