import type { Person } from '../accounts/can.ts';
import type { DeskFollowUp } from '../followup/follow-up.repository.ts';
import { frenchInstant } from '../lib/dates.ts';
import { counted, french } from '../lib/typography.ts';
import type { DeskPosition } from '../positions/positions.repository.ts';
import type { DeskCampaign } from '../positions/positions.service.ts';
import { acceptedReading } from '../positions/review.ts';
import { followUpQueues } from './followup/follow-ups.presenter.ts';
import { links } from './links.ts';
import { headingOf } from './positions/heading.ts';
import type { Queue } from './queue.ts';

export interface CampaignsWork {
  campaign: DeskCampaign;
  mayReview: boolean;
  /** Everything that is under way, and what was approved. */
  positions: readonly DeskPosition[];
  /** Follow-ups that are under way. */
  followUps: readonly DeskFollowUp[];
  /** Rights of reply that wait, each with its clock. */
  replies: Queue['items'];
}

/** What waits for this person, in one sentence. */
export function waitingFor(person: Person, work: CampaignsWork): string {
  const { toRead, returned } = shares(person, work);
  const isOwn = ({ authors }: { authors: readonly number[] }) => authors.includes(person.id);
  const own = returned.filter(isOwn).length;
  const facts = work.followUps.filter((each) => work.mayReview && each.state === 'submitted' && !isOwn(each)).length;
  const ownFacts = work.followUps.filter((each) => each.state === 'returned' && isOwn(each)).length;
  const parts = [
    ...(toRead.length > 0 ? [`${counted(toRead.length, 'position attend', 'positions attendent')} votre relecture.`] : []),
    ...(facts > 0 ? [`${counted(facts, 'suivi attend', 'suivis attendent')} votre relecture.`] : []),
    ...(own > 0 ? [`${counted(own, 'position vous est revenue', 'positions vous sont revenues')} avec un motif.`] : []),
    ...(ownFacts > 0 ? [`${counted(ownFacts, 'suivi vous est revenu', 'suivis vous sont revenus')} avec un motif.`] : []),
  ];
  if (parts.length > 0) return french(parts.join(' '));
  return french(work.mayReview ? 'Rien n’attend votre relecture.' : 'Rien ne vous attend.');
}

/** What is under way in a campaign: first what waits for this person, then what waits for others. Empty queues are left out. */
export function queuesOf(person: Person, work: CampaignsWork, names: ReadonlyMap<number, string>): Queue[] {
  const { toRead, returned, drafts, waiting, accepted, approved } = shares(person, work);
  const queue = (title: string, items: readonly DeskPosition[]): Queue => ({
    heading: `${title} (${items.length})`,
    items: items.map((position) => itemOf(work.campaign, position, names)),
  });
  return [
    { heading: `Droits de réponse (${work.replies.length})`, items: work.replies },
    queue('À relire', toRead),
    ...followUpQueues({ ...work, person, underWay: work.followUps, names }),
    queue('Revenues à leur auteur', returned),
    queue('Brouillons', drafts),
    queue('En attente d’une relecture', waiting),
    queue('Approuvées, à publier', accepted),
    queue('Publiées', approved.slice(0, 10)),
  ].filter(({ items }) => items.length > 0);
}

function shares(person: Person, { mayReview, positions }: CampaignsWork) {
  const inState = (state: DeskPosition['state']) => positions.filter((position) => position.state === state);
  const accepted = inState('submitted').filter((position) => acceptedReading(position) !== null);
  const submitted = inState('submitted').filter((position) => !accepted.includes(position));
  const toRead = mayReview ? submitted.filter(({ authors }) => !authors.includes(person.id)) : [];
  return {
    toRead,
    accepted,
    waiting: submitted.filter((position) => !toRead.includes(position)),
    returned: inState('returned'),
    drafts: inState('draft'),
    approved: inState('approved'),
  };
}

function itemOf(campaign: DeskCampaign, position: DeskPosition, names: ReadonlyMap<number, string>) {
  const author = names.get(position.authorId) ?? '';
  return {
    id: `position-${position.id}`,
    href: links.position(position.id),
    label: headingOf(campaign, position),
    detail: french(
      `${author}, ${frenchInstant(position.updatedAt, campaign.timeZone)}${position.erasedAt ? ' ; texte effacé' : ''}`,
    ),
  };
}
