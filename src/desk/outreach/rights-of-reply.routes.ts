import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accountsRepository } from '../../accounts/accounts.repository.ts';
import { type Authorized, can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import { PublicationFrozen } from '../../campaigns/publishing.service.ts';
import { type ClockedReply, openRightOfReply, type ReplyCampaign } from '../../outreach/right-of-reply.service.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import { presentRightOfReply, presentRightsOfReply, type RightOfReplyState } from './rights-of-reply.presenter.ts';

const base = '/bureau/campagnes/:slug/droits-de-reponse';
const words = z.string().trim().max(2000).catch('');
const decision = z.object({ verifie: words, motif: words, exception: words });

/** Rights of reply at the desk: what waits and for how long, publishing after a check of the sender, refusing with a reason. */
export function registerRightsOfReply(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, clock, standings } = services;
  const replies = openRightOfReply(database, publishing, clock);
  const accounts = accountsRepository(database);

  desk.person('GET', base, 'outreach:write', (visit) => {
    const campaign = replies.findCampaign(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    return visit.show(
      'desk/outreach/rights-of-reply',
      presentRightsOfReply({ ...common(visit, campaign.thing), replies: replies.list(campaign) }),
    );
  });

  desk.person('GET', `${base}/:id`, 'outreach:write', (visit) => {
    const campaign = replies.findCampaign(visit.person, visit.params.slug ?? '');
    const reply = campaign && replies.find(campaign, idOf(visit));
    return campaign && reply ? show(visit, campaign.thing, reply) : visit.notFound();
  });

  decide('/publication', 'droit-publie', (campaign, reply, { verifie: checked, exception: reason }) =>
    replies.publish(campaign, reply, { checked, exception: reason === '' ? null : { person: campaign.person, reason } }),
  );
  decide('/refus', 'droit-refuse', (campaign, reply, { motif }) => replies.refuse(campaign, reply, motif));

  function decide(path: string, done: string, take: Take): void {
    desk.person('POST', `${base}/:id${path}`, 'outreach:publish', (visit) => {
      const campaign = replies.findDecidable(visit.person, visit.params.slug ?? '');
      const reply = campaign && replies.find(campaign, idOf(visit));
      if (!campaign || !reply) return visit.notFound();
      const typed = decision.parse(visit.body ?? {});
      const outcome = orFrozen(() => take(campaign, reply, typed));
      if ('done' in outcome) return visit.go(`${links.rightOfReply(campaign.thing.slug, reply.id)}?fait=${done}`);
      const again = {
        problem: outcome.refused,
        typed: { checked: typed.verifie, reason: typed.motif, exception: typed.exception },
      };
      return show(visit, campaign.thing, replies.find(campaign, reply.id) ?? reply, again);
    });
  }

  function common({ person, token, query }: PersonsVisit, campaign: ReplyCampaign) {
    return { person, token, campaign, now: clock.now(), state: standings.find(campaign.slug), done: query.fait };
  }

  function show(
    visit: PersonsVisit,
    campaign: ReplyCampaign,
    reply: ClockedReply,
    again: Again = nothing,
  ): Promise<FastifyReply> {
    const mayDecide = can(visit.person, 'outreach:publish', campaign.campaignId);
    const mayErase = can(visit.person, 'entries:redact', campaign.campaignId);
    const freeze = {
      freeze: publishing.findFreeze(campaign.slug),
      mayExcept: can(visit.person, 'freeze:except', campaign.campaignId),
    };
    const shown = { key: newToken(), reply, names: accounts.listNames(), mayDecide, mayErase, ...freeze, ...again };
    return visit.show(
      'desk/outreach/right-of-reply',
      presentRightOfReply({ ...common(visit, campaign), ...shown }),
      statusOf(again.problem),
    );
  }
}

type Problem = RightOfReplyState['problem'];
type Again = Pick<RightOfReplyState, 'problem' | 'typed'>;
type Take = (
  campaign: Authorized<ReplyCampaign>,
  reply: ClockedReply,
  typed: z.infer<typeof decision>,
) => { done: true } | { refused: Exclude<Problem, null> };

const nothing: Again = { problem: null, typed: { checked: '', reason: '', exception: '' } };

/** In a freeze nothing is published: the page says until when, with what was typed. */
function orFrozen(take: () => ReturnType<Take>): ReturnType<Take> {
  try {
    return take();
  } catch (error) {
    if (error instanceof PublicationFrozen) return { refused: { frozen: error.message } };
    throw error;
  }
}

function statusOf(problem: Problem): number {
  if (problem === null) return 200;
  return problem === 'no_check' || problem === 'no_reason' ? 422 : 409;
}

function idOf({ params }: PersonsVisit): number {
  return /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
}
