import type { Authorized } from '../accounts/can.ts';
import { openBallots } from '../campaigns/ballots.service.ts';
import { openMovements } from '../campaigns/movements.service.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import type { Services } from '../web/services.ts';
import { presentBallots } from './ballots.presenter.ts';
import { checkList, readList, type TypedList } from './ballots-form.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending } from './form-page.ts';
import { links } from './links.ts';
import { formOf } from './settings.routes.ts';

/** The lists of a campaign's ballots: seen, and typed one by one. Whole files come by the imports. */
export function registerBallots(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, standings, clock } = services;
  const opening = openOpening(database, clock);
  const ballots = openBallots(database, standings, clock);
  const movements = openMovements(database, standings, clock);
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');

  desk.person('GET', '/bureau/campagnes/:slug/reglages/listes', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showForm(visit, campaign, readList({})) : visit.notFound();
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/listes', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = readList(visit.body);
    const { key } = readSending(visit.body);
    const checked = checkList(typed, ballots.read(campaign).races);
    if ('problems' in checked) return showForm(visit, campaign, typed, checked.problems);
    const outcome = ballots.insertList(campaign, checked.list, key);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'listes')}?fait=enregistree`);
    return showForm(visit, campaign, typed, new Map([['panneau', 'Une liste a déjà ce numéro dans ce scrutin, à ce tour.']]));
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/listes/:id/retrait', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const id = /^\d{1,12}$/.test(visit.params.id ?? '') ? Number(visit.params.id) : 0;
    const outcome = ballots.removeList(campaign, id, readSending(visit.body).key);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'listes')}?fait=liste-retiree`);
    return showForm(visit, campaign, readList({}), new Map([['saisies', refusedRemovals[outcome.refused]]]));
  });

  function showForm(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, typed: TypedList, problems = new Map()) {
    const form = { ...formOf(visit, campaign), problems };
    const page = presentBallots(
      form,
      { ...ballots.read(campaign), removable: ballots.listRemovable(campaign) },
      movements.listMovements(campaign),
      typed,
    );
    return visit.show('desk/ballots', page, problems.size > 0 ? 422 : 200);
  }
}

const refusedRemovals = {
  used: 'Cette liste ne peut pas être retirée : elle est regroupée, publiée, citée ailleurs, ou elle vient d’un fichier.',
  unknown: 'Cette liste n’est plus là.',
};
