import { accountsRepository } from '../accounts/accounts.repository.ts';
import { type Authorized, can } from '../accounts/can.ts';
import { openKeptForms } from '../accounts/kept-forms.service.ts';
import { openFollowUps } from '../followup/follow-ups.service.ts';
import { openRightOfReply } from '../outreach/right-of-reply.service.ts';
import { type DeskCampaign, openPositions } from '../positions/positions.service.ts';
import { type ReviewState, reviewStates } from '../positions/review.ts';
import type { Services } from '../web/services.ts';
import { presentCampaign } from './campaign.presenter.ts';
import type { openDeskRoutes } from './desk-routes.ts';
import { presentWaiting } from './outreach/rights-of-reply.presenter.ts';
import { undoFor } from './positions/undo.ts';
import { isHandful, presentToday, type TodaysCampaign } from './today.presenter.ts';

const followUpStates = ['draft', 'submitted', 'returned', 'accepted'] as const;

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
    const campaigns = positions.listCampaigns(person);
    const work = isHandful(campaigns) ? campaigns.map((each) => workIn(each, reviewStates)) : workWhereItWaits(campaigns);
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
    const work = workIn(campaign, reviewStates);
    const state = { person, token, done: query.fait, names: accounts.listNames() };
    return show('desk/campaign', presentCampaign({ ...state, work, edition: work.edition }));
  });

  /** Of many campaigns, only those where something waits are looked into; what is published is on the page of each. */
  function workWhereItWaits(campaigns: readonly Authorized<DeskCampaign>[]) {
    const states = reviewStates.filter((state) => state !== 'approved');
    const busy = new Set([
      ...positions.listCampaignIds(states),
      ...followUps.listCampaignIds(followUpStates),
      ...replies.listCampaignIdsWaiting(),
    ]);
    return campaigns.map((each) => (busy.has(each.thing.campaignId) ? workIn(each, states) : noWork(each)));
  }

  function workIn(campaign: Authorized<DeskCampaign>, states: readonly ReviewState[]) {
    const { thing } = campaign;
    const asked = replies.list(campaign);
    const state = asked.length > 0 ? standings.find(thing.slug) : null;
    return {
      ...noWork(campaign),
      positions: positions.listPositions(campaign, states),
      followUps: followUps.list(campaign, followUpStates),
      replies: presentWaiting({ campaign: thing, replies: asked, now: clock.now(), state }),
    };
  }

  function noWork({ person, thing }: Authorized<DeskCampaign>): TodaysCampaign {
    const mayReview = can(person, 'positions:review', thing.campaignId);
    const edition = standings.directory.find(thing.slug)?.edition ?? null;
    return { campaign: thing, mayReview, edition, positions: [], followUps: [], replies: [] };
  }
}
