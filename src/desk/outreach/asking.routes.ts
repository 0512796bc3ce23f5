import type { FastifyReply } from 'fastify';
import { newToken } from '../../accounts/tokens.ts';
import type { AskedCampaign } from '../../outreach/asked-campaign.ts';
import { openOutreach } from '../../outreach/outreach.service.ts';
import type { Problems } from '../../web/form.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import { kindNames, readKind, readLetter, readSent, readSettings, type TypedLetter, type TypedSettings } from './asking-form.ts';
import { presentAskingLetter } from './asking-letter.presenter.ts';
import { openAskingPage } from './asking-page.ts';

const base = '/bureau/campagnes/:slug/sollicitations';

/** How far the asking is, the text of the letters, and what of it becomes public. */
export function registerAsking(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock } = services;
  const outreach = openOutreach(database, publishing, standings, clock);
  const show = openAskingPage(services);
  const load = (visit: PersonsVisit) => outreach.findCampaign(visit.person, visit.params.slug ?? '');

  desk.person('GET', base, 'outreach:write', (visit) => {
    const campaign = load(visit);
    return campaign ? show(visit, campaign.thing) : visit.notFound();
  });

  desk.person('POST', `${base}/publication`, 'outreach:publish', (visit) => {
    const campaign = outreach.findPublishable(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    outreach.publishContacts(campaign, outreach.listPending(campaign.thing), readSent(visit.body).note);
    return visit.go(`${links.asking(campaign.thing.slug)}?fait=contacts-publies`);
  });

  desk.person('GET', `${base}/lettre`, 'outreach:write', (visit) => {
    const campaign = load(visit);
    return campaign ? showLetter(visit, campaign.thing) : visit.notFound();
  });

  desk.person('POST', `${base}/lettre`, 'outreach:write', (visit) => {
    const campaign = load(visit);
    if (!campaign) return visit.notFound();
    const kind = readKind(visit.query.quoi);
    const { typed, problems } = readLetter(visit.body);
    if (problems.size > 0) return showLetter(visit, campaign.thing, { typed, problems, status: 422 });
    const outcome = outreach.writeLetter(campaign, kind, typed);
    if ('conflict' in outcome) return showLetter(visit, campaign.thing, { typed, other: outcome.conflict, status: 409 });
    return visit.go(links.askingPart(campaign.thing.slug, `lettre?quoi=${kindNames[kind]}&fait=lettre`));
  });

  desk.person('POST', `${base}/reglages`, 'outreach:write', (visit) => {
    const campaign = load(visit);
    if (!campaign) return visit.notFound();
    const { typed, problems } = readSettings(visit.body);
    if (problems.size > 0) return showLetter(visit, campaign.thing, { settings: typed, problems, status: 422 });
    outreach.choose(campaign, { reminderDays: Number(typed.reminderDays), replyTo: typed.replyTo });
    const kind = kindNames[readKind(visit.query.quoi)];
    return visit.go(links.askingPart(campaign.thing.slug, `lettre?quoi=${kind}&fait=reglages`));
  });

  function showLetter(visit: PersonsVisit, campaign: AskedCampaign, again: LetterAgain = {}): Promise<FastifyReply> {
    const { person, token, query } = visit;
    const kind = readKind(query.quoi);
    const { typed = outreach.findLetter(campaign.campaignId, kind), problems = new Map(), other = null, status = 200 } = again;
    const settings = again.settings ?? { reminderDays: String(campaign.reminderDays), replyTo: campaign.replyTo };
    const state = { person, token, key: newToken(), campaign, kind, typed, settings, other, problems, done: query.fait };
    return visit.show('desk/outreach/asking-letter', presentAskingLetter(state), status);
  }
}

interface LetterAgain {
  typed?: TypedLetter;
  settings?: TypedSettings;
  other?: TypedLetter | null;
  problems?: Problems;
  status?: number;
}
