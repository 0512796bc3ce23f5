import type { Authorized } from '../accounts/can.ts';
import { openBallots, wordsOfList } from '../campaigns/ballots.service.ts';
import { fingerprintOf } from '../campaigns/fingerprint.ts';
import { openMovements } from '../campaigns/movements.service.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import type { Services } from '../web/services.ts';
import { presentBallots, presentListForm } from './ballots.presenter.ts';
import { checkList, checkWords, readList, type TypedList, typedFromWords } from './ballots-form.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending } from './form-page.ts';
import { links } from './links.ts';
import { changedNotice, formOf } from './settings.routes.ts';

/** The lists of a campaign's ballots: seen, and typed and corrected one by one. Whole files come by the imports. */
export function registerBallots(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, standings, clock } = services;
  const opening = openOpening(database, clock);
  const ballots = openBallots(database, standings, clock);
  const movements = openMovements(database, standings, clock);
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');
  const idOf = ({ params }: PersonsVisit) => (/^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0);

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

  desk.person('GET', '/bureau/campagnes/:slug/reglages/listes/:id', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    const list = campaign && ballots.findTyped(campaign, idOf(visit));
    if (!campaign || !list) return visit.notFound();
    const words = wordsOfList(list);
    return visit.show('desk/form', presentListForm(formOf(visit, campaign, fingerprintOf(words)), list, typedFromWords(words)));
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/listes/:id', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    const list = campaign && ballots.findTyped(campaign, idOf(visit));
    if (!campaign || !list) return visit.notFound();
    const typed = readList(visit.body);
    const sending = readSending(visit.body);
    const checked = checkWords(typed);
    if ('problems' in checked) {
      const form = { ...formOf(visit, campaign), ...sending, problems: checked.problems };
      return visit.show('desk/form', presentListForm(form, list, typed), 422);
    }
    const outcome = ballots.recordWords(campaign, list.id, checked.words, sending);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'listes')}?fait=enregistree`);
    const now = wordsOfList(list);
    const lines = [
      { term: 'Nom de la liste', text: now.label },
      { term: 'Nuance', text: now.nuance ?? '(vide)' },
      { term: 'Tête de liste', text: list.head || '(vide)' },
    ];
    const form = { ...formOf(visit, campaign, fingerprintOf(now)), notices: [changedNotice(lines)] };
    return visit.show('desk/form', presentListForm(form, list, typed), 409);
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/listes/:id/retrait', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const outcome = ballots.removeList(campaign, idOf(visit), readSending(visit.body).key);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'listes')}?fait=liste-retiree`);
    return showForm(visit, campaign, readList({}), new Map([['saisies', refusedRemovals[outcome.refused]]]));
  });

  function showForm(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, typed: TypedList, problems = new Map()) {
    const form = { ...formOf(visit, campaign), problems };
    const page = presentBallots(
      form,
      { ...ballots.read(campaign), ...ballots.listTyped(campaign) },
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
