import type { FastifyReply } from 'fastify';
import { newToken } from '../../accounts/tokens.ts';
import type { AskedCampaign, AskedMovement } from '../../outreach/asked-campaign.ts';
import { refusalFor } from '../../outreach/asked-campaign.ts';
import { usesField } from '../../outreach/letter-template.ts';
import { openOutreach } from '../../outreach/outreach.service.ts';
import { openReplyLinks } from '../../outreach/reply-links.service.ts';
import { openSending } from '../../outreach/sending.service.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import { readChosen, readKind, readPostedDay, readSent } from './asking-form.ts';
import { openAskingPage } from './asking-page.ts';
import { presentPrinting } from './printing.presenter.ts';
import { presentSending, reportWords } from './sending.presenter.ts';

const base = '/bureau/campagnes/:slug/sollicitations';

/** Letters that leave: previewed list by list, then sent by mail one by one, or printed. */
export function registerSending(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock, config } = services;
  const outreach = openOutreach(database, publishing, standings, clock);
  const sending = openSending(services);
  const replyLinks = openReplyLinks(database, clock);
  const showAsking = openAskingPage(services);
  const load = (visit: PersonsVisit) => outreach.findCampaign(visit.person, visit.params.slug ?? '');

  desk.person('GET', `${base}/envoi`, 'outreach:write', (visit) => {
    const campaign = load(visit);
    return campaign ? preview(visit, campaign.thing) : visit.notFound();
  });

  desk.person('POST', `${base}/envoi`, 'outreach:write', async (visit) => {
    const campaign = load(visit);
    if (!campaign) return visit.notFound();
    const kind = readKind(visit.query.quoi);
    const chosen = chosenOf(visit, campaign.thing);
    if (sending.findFreeze(campaign.thing) || !sending.enabled) return preview(visit, campaign.thing, chosen, 'noMail');
    if (chosen.length === 0) return preview(visit, campaign.thing, chosen, 'nobody');
    const report = await sending.send(campaign, chosen, kind, outreach.findLetter(campaign.thing.campaignId, kind));
    const after = load(visit);
    // Sending the same form again finds everyone written to already.
    return after ? showAsking(visit, after.thing, reportWords(report)) : visit.notFound();
  });

  desk.person('POST', `${base}/impression`, 'outreach:write', (visit) => {
    const campaign = load(visit);
    if (!campaign) return visit.notFound();
    const kind = readKind(visit.query.quoi);
    const today = outreach.today(campaign.thing);
    const chosen = chosenOf(visit, campaign.thing).filter((each) => !refusalFor(kind, each, campaign.thing, today));
    if (chosen.length === 0) return preview(visit, campaign.thing, chosen, 'nobody');
    const letter = outreach.findLetter(campaign.thing.campaignId, kind);
    const linked = chosen.map((movement) => ({
      movement,
      link: usesField(letter.body, 'lien') ? linkFor(visit, movement, campaign.thing) : '',
    }));
    const { person, token } = visit;
    const state = { person, token, key: newToken(), campaign: campaign.thing, letter, today, publicUrl: config.publicUrl };
    return visit.show('desk/outreach/printing', presentPrinting({ ...state, movements: linked }));
  });

  desk.person('POST', `${base}/postees`, 'outreach:write', (visit) => {
    const campaign = load(visit);
    if (!campaign) return visit.notFound();
    const today = outreach.today(campaign.thing);
    const happenedOn = readPostedDay(visit.body, today);
    if (happenedOn === null) return preview(visit, campaign.thing, chosenOf(visit, campaign.thing), 'noDay');
    const noted = { channel: 'post' as const, outcome: 'sent' as const, happenedOn, listId: null, note: '' };
    outreach.noteContact(campaign, chosenOf(visit, campaign.thing), noted, readSent(visit.body).cle);
    return visit.go(`${links.asking(campaign.thing.slug)}?fait=contact-note`);
  });

  function linkFor({ person }: PersonsVisit, movement: AskedMovement, { campaignId }: AskedCampaign): string {
    const given = { campaignId, movementId: movement.id, channel: 'post' as const, createdBy: person.id };
    return `${config.publicUrl}${replyLinks.create(given).path}`;
  }

  function preview(
    visit: PersonsVisit,
    campaign: AskedCampaign,
    chosen: readonly AskedMovement[] | null = null,
    problem: keyof typeof problems | null = null,
  ): Promise<FastifyReply> {
    const { person, token } = visit;
    const kind = readKind(visit.query.quoi);
    const state = {
      person,
      token,
      key: newToken(),
      campaign,
      kind,
      letter: outreach.findLetter(campaign.campaignId, kind),
      today: outreach.today(campaign),
      publicUrl: config.publicUrl,
      freeze: sending.findFreeze(campaign),
      mailEnabled: sending.enabled,
      problem: problem ? problems[problem] : '',
      chosen: chosen?.map(({ slug }) => slug) ?? null,
    };
    return visit.show('desk/outreach/sending', presentSending(state), problem ? statuses[problem] : 200);
  }
}

const problems = {
  nobody: 'Cochez au moins une liste.',
  noMail: 'Rien n’est parti : voyez pourquoi ci-dessous.',
  noDay: 'Ce jour n’existe pas ou n’est pas encore passé. Revenez à la page précédente et corrigez-le.',
};
const statuses = { nobody: 422, noMail: 409, noDay: 422 };

function chosenOf(visit: PersonsVisit, { movements }: AskedCampaign): AskedMovement[] {
  const chosen = readChosen(visit.body);
  return movements.filter(({ slug }) => chosen.includes(slug));
}
