import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Authorized, can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { NamedEntry } from '../../positions/named-entry.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from './desk-services.ts';
import { drawnEntry } from './drawn-entry.ts';
import { readSent } from './position-form.ts';
import { refusalOf } from './publications.routes.ts';
import { presentPublishedEntry } from './published-entry.presenter.ts';
import type { DeskRefusal } from './refusals.ts';

const words = z.string().max(5_000).catch('');
const form = z.object({
  genre: z.enum(['position', 'suivi']).catch('position'),
  sujet: z.string().max(400).catch(''),
  motif: words,
  exception: words,
});

/**
 * What is published of somebody, a position or a follow-up, changes in the open: proposed and decided withdrawals. Correcting is a new
 * entry; the law has a page of its own (../erasing).
 */
export function registerPublishedEntries(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions } = desk;

  routes.person('GET', '/bureau/campagnes/:slug/publications/entree', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? show(visit, campaign, entryIn(visit.query)) : visit.notFound();
  });

  routes.person('POST', '/bureau/campagnes/:slug/retraits', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    const entry = entryIn(visit.body);
    const outcome = positions.proposeWithdrawal(campaign, entry, form.parse(visit.body ?? {}).motif, readSent(visit.body).cle);
    if ('done' in outcome) return visit.go(`${links.publishedEntry(campaign.thing.slug, entry)}&fait=retrait-propose`);
    return show(visit, campaign, entry, refusalOf(outcome));
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
    const { kind, subject } = proposal.thing;
    const done = decision === 'withdraw' ? 'retrait-fait' : 'retrait-refuse';
    if ('done' in outcome) return visit.go(`${links.publishedEntry(campaign.thing.slug, { kind, subject })}&fait=${done}`);
    return show(visit, campaign, { kind, subject }, refusalOf(outcome));
  });

  async function show(
    visit: PersonsVisit,
    authorized: Authorized<DeskCampaign>,
    entry: NamedEntry,
    refusal: DeskRefusal | null = null,
  ): Promise<FastifyReply> {
    const { person, token, query, body } = visit;
    const { thing: campaign } = authorized;
    const state = positions.findState(campaign);
    const standing = positions.findStanding(authorized, entry);
    if (!state || !standing) return visit.notFound();
    const { motif: reason, exception } = form.parse(body ?? {});
    const page = presentPublishedEntry({
      ...{ person, token, key: newToken(), campaign, state, entry, standing, refusal, done: query.fait },
      proposal:
        positions.listWithdrawals(authorized).find(({ kind, subject }) => kind === entry.kind && subject === entry.subject) ??
        null,
      names: desk.accounts.listNames(),
      mayReview: can(person, 'positions:review', campaign.campaignId),
      mayRedact: can(person, 'entries:redact', campaign.campaignId),
      mayExcept: can(person, 'freeze:except', campaign.campaignId),
      freeze: desk.publishing.findFreeze(campaign.slug),
      preview: await drawnEntry(desk.preview, state, entry),
      typed: { reason, exception },
    });
    return visit.show('desk/published-entry', page, refusal ? 409 : 200);
  }
}

/** The entry that an address or a form names. */
function entryIn(given: unknown): NamedEntry {
  const { genre, sujet } = form.parse(given ?? {});
  return { kind: genre === 'suivi' ? 'assessment' : 'position', subject: sujet };
}
