import { can, canSomewhere, type Person } from '../accounts/can.ts';
import { frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import type { DeskCampaign } from '../positions/positions.service.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';
import type { Queue } from './queue.ts';
import { type CampaignsWork, queuesOf, waitingFor } from './work.presenter.ts';

export interface CampaignPage {
  frame: DeskFrame;
  heading: string;
  stands: string;
  summary: string;
  newPosition: string;
  /** Where the lists are asked: what comes next once the campaign is public; empty before, and for who may not. */
  ask: string;
  /** The way to the public board; empty while there is none. */
  publicBoard: string;
  /** Where a draft is completed; empty once it is public, and for who may not. */
  complete: string;
  /** Where it is copied to another town; empty for who may not. */
  copy: string;
  queues: Queue[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/campaign': CampaignPage;
  }
}

export interface CampaignState {
  person: Person;
  token: string;
  done: unknown;
  work: CampaignsWork;
  names: ReadonlyMap<number, string>;
  /** The newest edition; null while nothing is public. */
  edition: { number: number; publishedAt: string } | null;
}

/** A campaign's own page at the desk: where it stands, and what waits. */
export function presentCampaign({ person, token, done, work, names, edition }: CampaignState): CampaignPage {
  const { campaign } = work;
  return {
    frame: deskFrame(campaign.title, person, token, done, { campaign, path: links.campaign(campaign.slug) }),
    heading: french(campaign.title),
    stands: standsWhere(campaign, edition),
    summary: waitingFor(person, work),
    newPosition: links.newPosition(campaign.slug),
    ask: edition && can(person, 'outreach:write', campaign.campaignId) ? links.asking(campaign.slug) : '',
    publicBoard: edition ? `/${campaign.slug}` : '',
    complete: !edition && can(person, 'campaigns:edit', campaign.campaignId) ? links.settings(campaign.slug) : '',
    copy: canSomewhere(person, 'campaigns:open') ? links.copyCampaign(campaign.slug) : '',
    queues: queuesOf(person, work, names),
  };
}

/** Whether the campaign is public, and since when. */
export function standsWhere(campaign: DeskCampaign, edition: CampaignState['edition']): string {
  const { town, timeZone } = campaign;
  if (!edition) return french(`${town} · brouillon : rien n’est public`);
  return french(`${town} · édition ${edition.number}, publiée le ${frenchInstant(edition.publishedAt, timeZone)}`);
}
