import { z } from 'zod';
import type { Authorized } from '../accounts/can.ts';
import { openBallots } from '../campaigns/ballots.service.ts';
import { fingerprintOf } from '../campaigns/fingerprint.ts';
import { type Grouped, openMovements } from '../campaigns/movements.service.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending, typedIds, typedLine } from './form-page.ts';
import { links } from './links.ts';
import { presentMovement, presentMovements } from './movements.presenter.ts';
import { changedNotice, formOf } from './settings.routes.ts';

const proposal = z.object({
  mouvement: z.coerce.number().int().positive().nullable().catch(null),
  nom: typedLine,
  tete: typedLine,
  listes: typedIds,
});
type Typed = z.infer<typeof proposal>;

const refusals: Record<Extract<Grouped, { refused: unknown }>['refused'], string> = {
  changed: 'Quelqu’un a changé ce mouvement entre-temps.',
  gone: 'Ce mouvement n’est plus là.',
  in_use: 'Des positions ou des sollicitations portent sur ce mouvement : il ne se retire plus. Vous pouvez le renommer.',
  no_list: 'Cochez au moins une liste qui attend un mouvement.',
};

/** Movements: proposed from the labels of the lists, confirmed by a person, and mended later. */
export function registerMovements(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, standings, clock } = services;
  const opening = openOpening(database, clock);
  const ballots = openBallots(database, standings, clock);
  const movements = openMovements(database, standings, clock);
  const base = '/bureau/campagnes/:slug/reglages/mouvements';
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');
  const idOf = ({ params }: PersonsVisit) => (/^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0);

  desk.person('GET', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showAll(visit, campaign) : visit.notFound();
  });

  desk.person('POST', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const { mouvement, nom, tete, listes } = proposal.parse(visit.body ?? {});
    if (mouvement === null && nom === '') return showAll(visit, campaign, 'Donnez un nom à ce mouvement.');
    const words = { name: nom, leader: tete || null, listIds: listes };
    return answer(visit, campaign, movements.confirm(campaign, mouvement, words, readSending(visit.body).key));
  });

  desk.person('POST', `${base}/tous`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? answer(visit, campaign, movements.confirmAll(campaign, readSending(visit.body).key)) : visit.notFound();
  });

  desk.person('GET', `${base}/:id`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    const movement = campaign && movements.findMovement(campaign, idOf(visit));
    if (!campaign || !movement) return visit.notFound();
    const own = ballots.read(campaign).lists.filter(({ movementId }) => movementId === movement.id);
    const typed = { nom: movement.name, tete: movement.leader ?? '', listes: own.map(({ id }) => id) };
    return showOne(visit, campaign, typed);
  });

  desk.person('POST', `${base}/:id`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = proposal.parse(visit.body ?? {});
    if (typed.nom === '') return showOne(visit, campaign, typed, 'Donnez un nom à ce mouvement.', 422);
    const words = { name: typed.nom, leader: typed.tete || null, listIds: typed.listes };
    const outcome = movements.recordMovement(campaign, idOf(visit), words, readSending(visit.body));
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'mouvements')}?fait=enregistree`);
    return showOne(visit, campaign, typed, refusals[outcome.refused], 409);
  });

  desk.person('POST', `${base}/:id/retrait`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    return answer(visit, campaign, movements.removeMovement(campaign, idOf(visit), readSending(visit.body).key));
  });

  function answer(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, outcome: Grouped) {
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'mouvements')}?fait=enregistree`);
    return showAll(visit, campaign, refusals[outcome.refused]);
  }

  function showAll(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, refusal = '') {
    const form = { ...formOf(visit, campaign), problems: new Map(refusal ? [['contenu', refusal]] : []) };
    const { lists } = ballots.read(campaign);
    const page = presentMovements(form, movements.listMovements(campaign), lists, movements.proposals(campaign));
    return visit.show('desk/movements', page, refusal ? 422 : 200);
  }

  function showOne(
    visit: PersonsVisit,
    campaign: Authorized<EditedCampaign>,
    typed: Omit<Typed, 'mouvement'>,
    refusal = '',
    status = 200,
  ) {
    const movement = movements.findMovement(campaign, idOf(visit));
    if (!movement) return visit.notFound();
    const fresh = formOf(visit, campaign, fingerprintOf(movements.stateOf(campaign, movement.id)));
    const notices = status === 409 ? [changedNotice([{ term: 'Nom', text: movement.name }])] : [];
    const form = { ...fresh, notices, problems: new Map(refusal ? [['nom', refusal]] : []) };
    return visit.show('desk/movement', presentMovement(form, movement, ballots.read(campaign).lists, typed), status);
  }
}
