import { z } from 'zod';
import type { Authorized } from '../accounts/can.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import { PublicationFrozen } from '../campaigns/publishing.service.ts';
import { openRevision, type Revised } from '../campaigns/revision.service.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { presentEdition } from './edition.presenter.ts';
import { readSending, typedText } from './form-page.ts';
import { links } from './links.ts';
import { formOf } from './settings.routes.ts';

const typedEdition = z.object({ motif: typedText, exception: typedText });

const refusals: Record<Extract<Revised, { refused: unknown }>['refused'], string> = {
  changed: 'Quelque chose a changé depuis que vous avez regardé : relisez la liste ci-dessous, puis publiez.',
  incomplete: 'Il manque encore quelque chose : voyez la liste ci-dessous.',
  nothing: 'Il n’y a rien à publier : ce qui est public est à jour.',
  no_reason: 'Dites pourquoi cela change : ce motif est public.',
};

/** Publishing a campaign's own facts: the preview exactly as it will be, the reason, and the new edition. */
export function registerEdition(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock } = services;
  const opening = openOpening(database, clock);
  const revision = openRevision(database, publishing, standings, clock);
  const base = '/bureau/campagnes/:slug/reglages/edition';
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');

  desk.person('GET', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    return campaign ? showForm(visit, campaign) : visit.notFound();
  });

  desk.person('GET', `${base}/tableau`, 'campaigns:edit', async (visit) => {
    const campaign = find(visit);
    const state = campaign && revision.preview(campaign);
    if (!state) return visit.notFound();
    return visit.reply.type('text/html; charset=utf-8').send(await visit.request.server.drawBoard(state));
  });

  desk.person('POST', base, 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = typedEdition.parse(visit.body ?? {});
    try {
      const outcome = revision.publish(campaign, typed.motif, { ...readSending(visit.body), exception: typed.exception });
      if ('done' in outcome) return visit.go(`${links.campaign(campaign.thing.slug)}?fait=edition`);
      return showForm(visit, campaign, typed, refusals[outcome.refused], outcome.refused === 'no_reason' ? 422 : 409);
    } catch (error) {
      if (error instanceof PublicationFrozen) return showForm(visit, campaign, typed, error.message, 409);
      throw error;
    }
  });

  function showForm(
    visit: PersonsVisit,
    campaign: Authorized<EditedCampaign>,
    typed = { motif: '', exception: '' },
    refusal = '',
    status = 200,
  ) {
    const prepared = revision.prepare(campaign);
    const problems = new Map(refusal ? [[prepared.state ? 'motif' : 'contenu', refusal]] : []);
    const form = { ...formOf(visit, campaign, prepared.fingerprint), problems };
    return visit.show('desk/edition', presentEdition(form, prepared, typed, revision.findFreeze(campaign)), status);
  }
}
