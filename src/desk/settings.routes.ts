import { z } from 'zod';
import type { Authorized } from '../accounts/can.ts';
import { newToken } from '../accounts/tokens.ts';
import { openBallots } from '../campaigns/ballots.service.ts';
import { openDrafting, settingsOf } from '../campaigns/drafting.service.ts';
import { fingerprintOf } from '../campaigns/fingerprint.ts';
import { type EditedCampaign, openOpening } from '../campaigns/opening.service.ts';
import { openRevision } from '../campaigns/revision.service.ts';
import { orderOf, readSignatories, signatoryOrders } from '../campaigns/signatories.ts';
import { frenchTimeZones } from '../elections/time-zone.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { type FormPage, readSending, typedLine, typedText } from './form-page.ts';
import { links } from './links.ts';
import { presentSettings } from './settings.presenter.ts';
import { presentGeneral, presentSignatories, type SettingsForm } from './settings-forms.presenter.ts';

const general = z.object({ titre: typedLine, fuseau: typedLine });
const signatories = z.object({ noms: typedText, ordre: z.enum(signatoryOrders).catch('alphabet') });

/** A campaign's settings: what it lacks, its title, its signatories. The letter, the demands and the lists have routes of their own. */
export function registerSettings(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock } = services;
  const opening = openOpening(database, clock);
  const drafting = openDrafting(database, standings, clock);
  const revision = openRevision(database, publishing, standings, clock);
  const ballots = openBallots(database, standings, clock);
  const find = ({ person, params }: PersonsVisit) => opening.findEdited(person, params.slug ?? '');
  const back = (campaign: Authorized<EditedCampaign>) => `${links.settings(campaign.thing.slug)}?fait=enregistree`;

  desk.person('GET', '/bureau/campagnes/:slug/reglages', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const { person, token, query } = visit;
    const parts = { revision: revision.prepare(campaign), ballots: ballots.read(campaign) };
    return visit.show('desk/settings', presentSettings({ person, token, done: query.fait, campaign: campaign.thing, ...parts }));
  });

  desk.person('GET', '/bureau/campagnes/:slug/reglages/general', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const { title: titre, timeZone: fuseau } = campaign.thing;
    const form = formOf(visit, campaign, fingerprintOf(settingsOf(campaign.thing)));
    return visit.show('desk/form', presentGeneral(form, { titre, fuseau }));
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/general', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = general.parse(visit.body ?? {});
    const problems = new Map<string, string>();
    if (typed.titre === '') problems.set('titre', 'Donnez un titre à la campagne.');
    if (!frenchTimeZones.includes(typed.fuseau)) problems.set('fuseau', 'Choisissez le fuseau horaire de la commune.');
    const sending = readSending(visit.body);
    const again = { problems, read: sending.read, key: sending.key };
    if (problems.size > 0) return visit.show('desk/form', presentGeneral({ ...formOf(visit, campaign), ...again }, typed), 422);
    const outcome = drafting.recordSettings(campaign, { title: typed.titre, timeZone: typed.fuseau }, sending);
    if ('done' in outcome) return visit.go(back(campaign));
    const now = settingsOf(campaign.thing);
    const notices = [changedNotice([{ term: 'Titre', text: campaign.thing.title }])];
    const form = { ...formOf(visit, campaign, fingerprintOf(now)), notices };
    return visit.show('desk/form', presentGeneral(form, typed), 409);
  });

  desk.person('GET', '/bureau/campagnes/:slug/reglages/signataires', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const names = drafting.listSignatories(campaign);
    const form = formOf(visit, campaign, fingerprintOf(names));
    return visit.show('desk/form', presentSignatories(form, { noms: names.join('\n'), ordre: orderOf(names) }));
  });

  desk.person('POST', '/bureau/campagnes/:slug/reglages/signataires', 'campaigns:edit', (visit) => {
    const campaign = find(visit);
    if (!campaign) return visit.notFound();
    const typed = signatories.parse(visit.body ?? {});
    const outcome = drafting.recordSignatories(campaign, readSignatories(typed.noms, typed.ordre), readSending(visit.body));
    if ('done' in outcome) return visit.go(back(campaign));
    const names = drafting.listSignatories(campaign);
    const notices = [changedNotice([{ term: 'Signataires', text: names.join(' · ') }])];
    const form = { ...formOf(visit, campaign, fingerprintOf(names)), notices };
    return visit.show('desk/form', presentSignatories(form, typed), 409);
  });
}

/** A form of the settings as it is first drawn. */
export function formOf({ person, token, query }: PersonsVisit, campaign: Authorized<EditedCampaign>, read = ''): SettingsForm {
  const { fait: done } = query;
  return { person, token, key: newToken(), read, campaign: campaign.thing, problems: new Map(), notices: [], done };
}

/** Someone saved first: what they saved is shown, and what was typed stays in the form. */
export function changedNotice(lines: FormPage['notices'][number]['lines']): FormPage['notices'][number] {
  const heading = 'Quelqu’un a enregistré avant vous';
  const told = {
    term: 'À faire',
    text: 'Ce que vous avez écrit est toujours ci-dessous. Comparez, puis enregistrez de nouveau.',
  };
  return { heading, lines: [...lines, told] };
}
