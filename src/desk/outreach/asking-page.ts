import type { FastifyReply } from 'fastify';
import { can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { AskedCampaign } from '../../outreach/asked-campaign.ts';
import { openOutreach } from '../../outreach/outreach.service.ts';
import { openSending } from '../../outreach/sending.service.ts';
import type { Services } from '../../web/services.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { presentAsking } from './asking.presenter.ts';

/** Shows how far the asking of a campaign is. `report`: what the sending that just ended came to. */
export function openAskingPage(services: Services) {
  const { database, publishing, standings, clock } = services;
  const outreach = openOutreach(database, publishing, standings, clock);
  const sending = openSending(services);

  return ({ person, token, query, show }: PersonsVisit, campaign: AskedCampaign, report = ''): Promise<FastifyReply> => {
    const state = {
      person,
      token,
      key: newToken(),
      campaign,
      today: outreach.today(campaign),
      freeze: sending.findFreeze(campaign),
      mailEnabled: sending.enabled,
      pending: outreach.listPending(campaign),
      mayPublish: can(person, 'outreach:publish', campaign.campaignId),
      done: query.fait,
      report,
    };
    return show('desk/outreach/asking', presentAsking(state));
  };
}
