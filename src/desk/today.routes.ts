import { accountsRepository } from '../accounts/accounts.repository.ts';
import { can } from '../accounts/can.ts';
import { openPositions } from '../positions/positions.service.ts';
import { reviewStates } from '../positions/review.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes } from './desk-routes.ts';
import { presentToday } from './today.presenter.ts';

/** The first page after signing in: what waits for this person, campaign by campaign. */
export function registerToday(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, ledger, standings, clock } = services;
  const positions = openPositions(database, ledger, standings, clock);
  const accounts = accountsRepository(database);

  desk.person('GET', '/bureau', 'desk:enter', ({ person, token, query, show }) => {
    const work = positions.listCampaigns(person).map((campaign) => ({
      campaign: campaign.thing,
      mayReview: can(person, 'positions:review', campaign.thing.campaignId),
      positions: positions.listPositions(campaign, reviewStates),
    }));
    return show('desk/today', presentToday(person, work, accounts.listNames(), { token, done: query.fait }));
  });
}
