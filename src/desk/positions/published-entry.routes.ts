import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Authorized, can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import { readSent } from './position-form.ts';
import { refusalOf } from './publications.routes.ts';
import { presentPublishedEntry } from './published-entry.presenter.ts';
import type { DeskRefusal } from './refusals.ts';

const words = z.string().max(5_000).catch('');
const form = z.object({ sujet: z.string().max(400).catch(''), motif: words, exception: words });

/** What is published changes in the open: proposed and decided withdrawals, and redaction by law. Correcting is a new position. */
export function registerPublishedEntries(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions } = desk;

  routes.person('GET', '/bureau/campagnes/:slug/publications/entree', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? show(visit, campaign, form.parse(visit.query).sujet) : visit.notFound();
  });

  routes.person('POST', '/bureau/campagnes/:slug/retraits', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    const { sujet, motif } = form.parse(visit.body ?? {});
    const outcome = positions.proposeWithdrawal(campaign, sujet, motif, readSent(visit.body).cle);
    if ('done' in outcome) return visit.go(`${links.publishedEntry(campaign.thing.slug, sujet)}&fait=retrait-propose`);
    return show(visit, campaign, sujet, refusalOf(outcome));
  });

  routes.person('POST', '/bureau/retraits/:id', 'positions:review', (visit) => {
    const { person, params, body } = visit;
    const id = /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
    const proposal = positions.findWithdrawal(person, id);
    const campaign = proposal && positions.findCampaign(person, positions.getCampaign(proposal.thing).slug);
    if (!proposal || !campaign) return visit.notFound();
    const { motif: reason, exception: why } = form.parse(body ?? {});
    const { cle: key, suite } = readSent(body);
    const decision = suite === 'retirer' ? 'withdraw' : 'keep';
    const exception = why.trim() === '' ? null : { person, reason: why };
    const outcome = positions.decideWithdrawal(proposal, { key, decision, reason, exception });
    const { subject } = proposal.thing;
    const done = decision === 'withdraw' ? 'retrait-fait' : 'retrait-refuse';
    if ('done' in outcome) return visit.go(`${links.publishedEntry(campaign.thing.slug, subject)}&fait=${done}`);
    return show(visit, campaign, subject, refusalOf(outcome));
  });

  routes.person('POST', '/bureau/campagnes/:slug/masquages', 'entries:redact', (visit) => {
    const { person, params, body } = visit;
    const campaign = positions.findCampaign(person, params.slug ?? '');
    if (!campaign || !can(person, 'entries:redact', campaign.thing.campaignId)) return visit.notFound();
    const { sujet, motif } = form.parse(body ?? {});
    const outcome = positions.redact(campaign, sujet, motif, readSent(body).cle);
    if ('done' in outcome) return visit.go(`${links.publishedEntry(campaign.thing.slug, sujet)}&fait=masquee`);
    return show(visit, campaign, sujet, refusalOf(outcome));
  });

  async function show(
    visit: PersonsVisit,
    authorized: Authorized<DeskCampaign>,
    subject: string,
    refusal: DeskRefusal | null = null,
  ): Promise<FastifyReply> {
    const { person, token, query, body } = visit;
    const { thing: campaign } = authorized;
    const state = positions.findState(campaign);
    const standing = state?.of('position').get(subject);
    if (!state || !standing) return visit.notFound();
    const { motif: reason, exception } = form.parse(body ?? {});
    const page = presentPublishedEntry({
      ...{ person, token, key: newToken(), campaign, state, standing, refusal, done: query.fait },
      proposal: positions.listWithdrawals(authorized).find((each) => each.subject === subject) ?? null,
      names: desk.accounts.listNames(),
      mayReview: can(person, 'positions:review', campaign.campaignId),
      mayRedact: can(person, 'entries:redact', campaign.campaignId),
      mayExcept: can(person, 'freeze:except', campaign.campaignId),
      freeze: desk.publishing.findFreeze(campaign.slug),
      preview: await desk.preview(state, cellIn(subject)),
      typed: { reason, exception },
    });
    return visit.show('desk/published-entry', page, refusal ? 409 : 200);
  }
}

/** The parts of a position's subject, as src/ledger/subjects.ts puts them together. */
function cellIn(subject: string): { movement: string; list: string | null; demand: string } {
  const [movement = '', second = '', third] = subject.split('/');
  return third === undefined ? { movement, list: null, demand: second } : { movement, list: second, demand: third };
}
