import type { Person } from '../../accounts/can.ts';
import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import type { FollowedMovement, FollowedPledge } from '../../followup/pledges.ts';
import { isJudgement } from '../../followup/verdict.ts';
import { frenchDate, frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import { contactLabels, labels, stanceLabels } from '../../positions/labels.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import type { Undo } from '../positions/undo.ts';
import type { Queue } from '../queue.ts';
import { followUpHeading } from './heading.ts';

export interface FollowUpsPage {
  frame: DeskFrame;
  lead: string;
  add: string;
  queues: Queue[];
  /** What to do first, where there is nothing to follow. */
  nothing: string;
  movements: { heading: string; seats: string; pledges: PledgeItem[] }[];
}

interface PledgeItem {
  number: number;
  demand: string;
  said: string;
  newest: string;
  add: { href: string; label: string; heard: string };
  facts: { href: string; label: string; detail: string }[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/followup/follow-ups': FollowUpsPage;
  }
}

export interface FollowUpsState {
  person: Person;
  token: string;
  campaign: DeskCampaign;
  followed: readonly FollowedMovement[];
  isPublic: boolean;
  underWay: readonly DeskFollowUp[];
  names: ReadonlyMap<number, string>;
  mayReview: boolean;
  undo: Undo | null;
  done: unknown;
}

/** Every pledge that is followed, with the newest verdict; and before them, what is on its way. */
export function presentFollowUps(view: FollowUpsState): FollowUpsPage {
  const { person, campaign, followed, isPublic, undo } = view;
  return {
    frame: { ...deskFrame('Suivi', person, view.token, view.done, { campaign, path: links.followUps(campaign.slug) }), undo },
    lead: french(
      'Ce que deviennent les engagements après le vote : des faits datés, chacun avec sa source, lus par deux personnes.',
    ),
    add: isPublic ? links.newFollowUp(campaign.slug) : '',
    queues: followUpQueues(view),
    nothing: followed.length > 0 ? '' : french(nothingWords(isPublic)),
    movements: followed.map(({ movement, seats, pledges }) => ({
      heading: french(movement.name),
      seats: seats > 0 ? `${counted(seats, 'siège')} au conseil municipal` : '',
      pledges: pledges.map((pledge) => pledgeItem(campaign.slug, movement.slug, pledge)),
    })),
  };
}

function nothingWords(isPublic: boolean): string {
  return isPublic
    ? 'Aucun engagement n’est encore publié : il n’y a rien à suivre.'
    : 'Cette campagne n’est pas encore publiée : il n’y a rien à suivre.';
}

/** What is on its way: first what waits for this person, then what waits for others. Empty queues are left out. */
export function followUpQueues({
  person,
  campaign,
  underWay,
  names,
  mayReview,
}: Pick<FollowUpsState, 'person' | 'campaign' | 'underWay' | 'names' | 'mayReview'>): Queue[] {
  const forMe = (each: DeskFollowUp) => mayReview && !each.authors.includes(person.id);
  const queue = (title: string, keep: (each: DeskFollowUp) => boolean): Queue => {
    const items = underWay.filter(keep).map((each) => followUpItem(campaign, each, names));
    return { heading: `${title} (${items.length})`, items };
  };
  return [
    queue('Suivis à relire', (each) => each.state === 'submitted' && forMe(each)),
    queue('Suivis revenus à leur auteur', ({ state }) => state === 'returned'),
    queue('Brouillons de suivi', ({ state }) => state === 'draft'),
    queue('Suivis en attente d’une relecture', (each) => each.state === 'submitted' && !forMe(each)),
    queue('Suivis acceptés, à publier', ({ state }) => state === 'accepted'),
  ].filter(({ items }) => items.length > 0);
}

/** One that is on its way, wherever it is listed. */
export function followUpItem(
  campaign: DeskCampaign,
  followUp: DeskFollowUp,
  names: ReadonlyMap<number, string>,
): Queue['items'][number] {
  const verdict = followUp.verdict ? `${labels.fr.verdict[followUp.verdict]} ; ` : '';
  const who = names.get(followUp.authorId) ?? '';
  return {
    id: `suivi-${followUp.id}`,
    href: links.followUp(followUp.id),
    label: followUpHeading(campaign, followUp),
    detail: french(`${verdict}${who}, ${frenchInstant(followUp.updatedAt, campaign.timeZone)}`),
  };
}

function pledgeItem(slug: string, movement: string, { demand, answer, differing, facts }: FollowedPledge): PledgeItem {
  const said = answer.kind === 'position' ? stanceLabels[answer.position.stance] : contactLabels[answer.status];
  const apart = differing > 0 ? `${said} ; ${counted(differing, 'liste')} à part` : said;
  const newest = facts.find(({ payload }) => isJudgement(payload.verdict)) ?? facts[0];
  return {
    number: demand.number,
    demand: french(demand.shortTitle),
    said: french(`Avant le vote : ${apart}`),
    newest: newest
      ? `${labels.fr.verdict[newest.payload.verdict]}, ${frenchDate(newest.payload.happenedOn)}`
      : 'Aucun fait encore.',
    add: {
      href: links.newFollowUp(slug, { movement, demand: demand.slug }),
      label: 'Ajouter un fait',
      heard: french(` : ${demand.shortTitle}`),
    },
    facts: facts.map(({ subject, payload }) => ({
      href: links.publishedEntry(slug, { kind: 'assessment', subject }),
      label: french(`${frenchDate(payload.happenedOn)} : ${payload.fact}`),
      detail: french(
        payload.accordingTo
          ? `${labels.fr.verdict[payload.verdict]}, selon ${payload.accordingTo}`
          : labels.fr.verdict[payload.verdict],
      ),
    })),
  };
}
