import { accountsRepository } from '../accounts/accounts.repository.ts';
import { type Authorized, can } from '../accounts/can.ts';
import { openKeptForms } from '../accounts/kept-forms.service.ts';
import { openFollowUps } from '../followup/follow-ups.service.ts';
import { openRightOfReply } from '../outreach/right-of-reply.service.ts';
import { type DeskCampaign, openPositions } from '../positions/positions.service.ts';
import { reviewStates } from '../positions/review.ts';
import type { Services } from '../web/services.ts';
import { presentCampaign } from './campaign.presenter.ts';
import type { openDeskRoutes } from './desk-routes.ts';
import { presentWaiting } from './outreach/rights-of-reply.presenter.ts';
import { undoFor } from './positions/undo.ts';
import { presentToday } from './today.presenter.ts';

/** The first page after signing in, with every campaign of this person; and the page of each campaign. */
export function registerToday(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock } = services;
  const positions = openPositions(database, publishing, standings, clock);
  const followUps = openFollowUps(database, publishing, standings, clock);
  const accounts = accountsRepository(database);
  const replies = openRightOfReply(database, publishing, clock);
  const kept = openKeptForms(database, clock);

  desk.person('GET', '/bureau', 'desk:enter', (visit) => {
    const { person, token, query, show } = visit;
    const work = positions.listCampaigns(person).map((campaign) => ({ ...workIn(campaign), edition: editionOf(campaign) }));
    return show(
      'desk/today',
      presentToday(person, work, accounts.listNames(), {
        token,
        done: query.fait,
        undo: undoFor(positions, visit),
        kept: kept.list(person.id).length,
      }),
    );
  });

  desk.person('GET', '/bureau/campagnes/:slug', 'positions:write', ({ person, token, query, params, show, notFound }) => {
    const campaign = positions.findCampaign(person, params.slug ?? '');
    if (!campaign) return notFound();
    const state = { person, token, done: query.fait, names: accounts.listNames() };
    return show('desk/campaign', presentCampaign({ ...state, work: workIn(campaign), edition: editionOf(campaign) }));
  });

  function workIn(campaign: Authorized<DeskCampaign>) {
    const mayReview = can(campaign.person, 'positions:review', campaign.thing.campaignId);
    const { thing } = campaign;
    const rights = { campaign: thing, replies: replies.list(campaign), now: clock.now(), state: standings.find(thing.slug) };
    return {
      campaign: thing,
      mayReview,
      positions: positions.listPositions(campaign, reviewStates),
      followUps: followUps.list(campaign, ['draft', 'submitted', 'returned', 'accepted']),
      replies: presentWaiting(rights),
    };
  }

  function editionOf({ thing }: Authorized<DeskCampaign>) {
    return standings.find(thing.slug)?.edition ?? null;
  }
}
