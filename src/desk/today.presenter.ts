import type { Person } from '../accounts/can.ts';
import { frenchInstant } from '../lib/dates.ts';
import { counted, french } from '../lib/typography.ts';
import type { DeskPosition } from '../positions/positions.repository.ts';
import type { DeskCampaign } from '../positions/positions.service.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { links } from './links.ts';
import { headingOf } from './position.presenter.ts';

export interface TodayPage {
  frame: DeskFrame;
  heading: string;
  campaigns: {
    title: string;
    newPosition: string;
    publicBoard: string;
    summary: string;
    queues: { heading: string; items: { id: string; href: string; label: string; detail: string }[] }[];
  }[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/today': TodayPage;
  }
}

export interface CampaignsWork {
  campaign: DeskCampaign;
  mayReview: boolean;
  /** Everything that is under way, and what was approved. */
  positions: readonly DeskPosition[];
}

/** What is waiting for this person: to read, to mend, to finish; then what waits for others. */
export function presentToday(
  person: Person,
  work: readonly CampaignsWork[],
  names: ReadonlyMap<number, string>,
  { token, done }: { token: string; done: unknown },
): TodayPage {
  const heading = french(`Bonjour ${person.name}`);
  return {
    frame: deskFrame('Aujourd’hui', person, token, done),
    heading,
    campaigns: work.map(({ campaign, mayReview, positions }) => {
      const own = (position: DeskPosition) => position.authors.includes(person.id);
      const inState = (state: DeskPosition['state']) => positions.filter((position) => position.state === state);
      const submitted = inState('submitted');
      const toRead = mayReview ? submitted.filter((position) => !own(position)) : [];
      const queue = (title: string, items: readonly DeskPosition[]) => ({
        heading: `${title} (${items.length})`,
        items: items.map((position) => itemOf(campaign, position, names)),
      });
      return {
        title: french(campaign.title),
        newPosition: links.newPosition(campaign.slug),
        publicBoard: `/${campaign.slug}`,
        summary: french(summaryOf(toRead.length, inState('returned').filter(own).length, mayReview)),
        queues: [
          queue('À relire', toRead),
          queue('Revenues à leur auteur', inState('returned')),
          queue('Brouillons', inState('draft')),
          queue(
            'En attente d’une relecture',
            submitted.filter((position) => !toRead.includes(position)),
          ),
          queue('Publiées', inState('approved').slice(0, 10)),
        ].filter(({ items }) => items.length > 0),
      };
    }),
  };
}

function summaryOf(toRead: number, returned: number, mayReview: boolean): string {
  const parts = [
    ...(toRead > 0 ? [`${counted(toRead, 'position attend', 'positions attendent')} votre relecture.`] : []),
    ...(returned > 0 ? [`${counted(returned, 'position vous est revenue', 'positions vous sont revenues')} avec un motif.`] : []),
  ];
  if (parts.length > 0) return parts.join(' ');
  return mayReview ? 'Rien n’attend votre relecture.' : 'Rien ne vous attend.';
}

function itemOf(campaign: DeskCampaign, position: DeskPosition, names: ReadonlyMap<number, string>) {
  const author = names.get(position.authorId) ?? '';
  return {
    id: `position-${position.id}`,
    href: links.position(position.id),
    label: headingOf(campaign, position),
    detail: french(`${author}, ${frenchInstant(position.updatedAt, campaign.timeZone)}`),
  };
}
