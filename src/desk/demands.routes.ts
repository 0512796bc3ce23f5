import type { Authorized } from '../accounts/can.ts';
import { type Drafted, openDrafting } from '../campaigns/drafting.service.ts';
import { fingerprintOf } from '../campaigns/fingerprint.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import type { Services } from '../web/services.ts';
import { checkDemand, readDemand, typedFromDemand } from './demand-form.ts';
import { presentDemandForm, presentDemands } from './demands.presenter.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { readSending } from './form-page.ts';
import { links } from './links.ts';
import { changedNotice, formOf } from './settings.routes.ts';

const refusals: Record<Extract<Drafted, { refused: unknown }>['refused'], string> = {
  changed: 'Quelqu’un a changé les demandes entre-temps : les voici telles qu’elles sont. Recommencez si c’est toujours utile.',
  in_use: 'Des positions portent sur cette demande : elle ne se retire plus. Vous pouvez en changer les mots.',
  gone: 'Cette demande n’est plus là, ou ne peut pas aller plus loin.',
};

/** The demands of the letter, with their coding rules: written, put in order, taken away. */
export function registerDemands(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, standings, clock } = services;
  const opening = openOpening(database, clock);
  const drafting = openDrafting(database, standings, clock);
  const base = '/bureau/campagnes/:slug/reglages/demandes';
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');
  const idOf = ({ params }: PersonsVisit) => (/^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0);

  desk.person('GET', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showAll(visit, campaign) : visit.notFound();
  });

  desk.person('GET', `${base}/nouvelle`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    return visit.show('desk/form', presentDemandForm(formOf(visit, campaign, fingerprintOf(null)), null, typedFromDemand(null)));
  });

  desk.person('GET', `${base}/:id`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    const demand = campaign && drafting.findDemand(campaign, idOf(visit));
    if (!campaign || !demand) return visit.notFound();
    const form = formOf(visit, campaign, fingerprintOf(demand));
    return visit.show('desk/form', presentDemandForm(form, demand.id, typedFromDemand(demand)));
  });

  desk.person('POST', `${base}/nouvelle`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? save(visit, campaign, null) : visit.notFound();
  });

  desk.person('POST', `${base}/:id`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    const demand = campaign && drafting.findDemand(campaign, idOf(visit));
    return campaign && demand ? save(visit, campaign, demand.id) : visit.notFound();
  });

  for (const [word, step] of [['avant', -1] as const, ['apres', 1] as const]) {
    desk.person('POST', `${base}/:id/${word}`, 'campaigns:edit', (visit) => {
      const campaign = find(visit);
      if (!campaign) return visit.notFound();
      return answer(visit, campaign, drafting.moveDemand(campaign, idOf(visit), step, readSending(visit.body)));
    });
  }

  desk.person('POST', `${base}/:id/retrait`, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    return answer(visit, campaign, drafting.removeDemand(campaign, idOf(visit), readSending(visit.body)));
  });

  function save(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, id: number | null) {
    const typed = readDemand(visit.body);
    const sending = readSending(visit.body);
    const checked = checkDemand(typed);
    if ('problems' in checked) {
      const form = { ...formOf(visit, campaign), ...sending, problems: checked.problems };
      return visit.show('desk/form', presentDemandForm(form, id, typed), 422);
    }
    const outcome = drafting.recordDemand(campaign, id, checked.words, sending);
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'demandes')}?fait=enregistree`);
    const now = id === null ? null : drafting.findDemand(campaign, id);
    const { titre, oui, 'en-partie': part, non } = typedFromDemand(now);
    const lines = [
      { term: 'Ce qui est demandé', text: titre || '(vide)' },
      { term: 'S’engage', text: oui || '(vide)' },
      { term: 'En partie', text: part || '(vide)' },
      { term: 'Ne s’engage pas', text: non || '(vide)' },
    ];
    const form = { ...formOf(visit, campaign, fingerprintOf(now)), notices: [changedNotice(lines)] };
    return visit.show('desk/form', presentDemandForm(form, id, typed), 409);
  }

  function answer(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, outcome: Drafted) {
    if ('done' in outcome) return visit.go(`${links.settings(campaign.thing.slug, 'demandes')}?fait=enregistree`);
    return showAll(visit, campaign, refusals[outcome.refused]);
  }

  function showAll(visit: PersonsVisit, campaign: Authorized<EditedCampaign>, refusal = '') {
    const demands = drafting.listDemands(campaign);
    const problems = new Map(refusal ? [['contenu', refusal]] : []);
    const form = { ...formOf(visit, campaign, fingerprintOf(demands)), problems };
    return visit.show('desk/demands', presentDemands(form, demands), refusal ? 409 : 200);
  }
}
