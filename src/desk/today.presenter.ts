import { canSomewhere, type Person } from '../accounts/can.ts';
import { counted, french } from '../lib/typography.ts';
import { standsWhere } from './campaign.presenter.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';
import type { Undo } from './positions/undo.ts';
import type { Queue } from './queue.ts';
import { type CampaignsWork, queuesOf, waitingFor } from './work.presenter.ts';

export interface TodayPage {
  frame: DeskFrame;
  heading: string;
  /** What was typed and never arrived, in words; empty when nothing waits. */
  kept: string;
  /** Where a campaign is opened; empty for who may not. */
  openCampaign: string;
  campaigns: { title: string; href: string; stands: string; newPosition: string; summary: string; queues: Queue[] }[];
  /** Where nothing is under way, when there are many. */
  quiet: { title: string; href: string; stands: string }[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/today': TodayPage;
  }
}

/** One campaign of this person, and its newest edition; null while nothing of it is public. */
export interface TodaysCampaign extends CampaignsWork {
  edition: { number: number; publishedAt: string } | null;
}

/** So few campaigns are shown whole, whatever waits in them. */
export function isHandful(campaigns: readonly unknown[]): boolean {
  return campaigns.length <= 8;
}

/** All the campaigns of this person, each with what waits in it. */
export function presentToday(
  person: Person,
  work: readonly TodaysCampaign[],
  names: ReadonlyMap<number, string>,
  { token, done, undo, kept }: { token: string; done: unknown; undo: Undo | null; kept: number },
): TodayPage {
  const shown = work.map((each) => ({
    title: french(each.campaign.title),
    href: links.campaign(each.campaign.slug),
    stands: standsWhere(each.campaign, each.edition),
    newPosition: links.newPosition(each.campaign.slug),
    summary: waitingFor(person, each),
    queues: queuesOf(person, each, names),
  }));
  const isQuiet = ({ queues }: { queues: readonly Queue[] }) => !isHandful(work) && queues.length === 0;
  return {
    frame: { ...deskFrame('Aujourd’hui', person, token, done), undo },
    heading: french(`Bonjour ${person.name}`),
    kept:
      kept > 0
        ? french(
            `${counted(kept, 'formulaire que vous avez envoyé n’est pas arrivé', 'formulaires que vous avez envoyés ne sont pas arrivés')}.`,
          )
        : '',
    openCampaign: canSomewhere(person, 'campaigns:open') ? links.openCampaign : '',
    campaigns: shown.filter((each) => !isQuiet(each)),
    quiet: shown.filter(isQuiet),
  };
}
