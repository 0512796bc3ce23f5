import type { Person } from '../../accounts/can.ts';
import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import { isJudgement } from '../../followup/verdict.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { ToRead } from '../../positions/reading-queue.ts';
import type { ReadingReason } from '../../positions/reading-reasons.ts';
import { readingBy } from '../../positions/review.ts';
import type { Withdrawal } from '../../positions/withdrawals.repository.ts';
import { followUpItem } from '../followup/follow-ups.presenter.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { headingOf } from './heading.ts';
import type { Undo } from './undo.ts';

export interface ReadingQueuePage {
  frame: DeskFrame;
  summary: string;
  queues: { heading: string; items: QueueItem[] }[];
}

interface QueueItem {
  id: string;
  href: string;
  label: string;
  detail: string;
  reasons: string[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/reading-queue': ReadingQueuePage;
  }
}

const reasonLabels: Record<ReadingReason, string> = {
  changes_published: 'Change une position publiée',
  contradicts: 'Contredit une autre source',
  elected: 'Touche une liste élue',
  own_answer: 'Réponse signée de la liste',
  first_entry: 'Première saisie de cette personne',
  third_party: 'Rapporté par un tiers',
  no_proof_online: 'Ni page ni document',
};

export interface ReadingQueueState {
  person: Person;
  token: string;
  campaign: DeskCampaign;
  waiting: readonly ToRead[];
  withdrawals: readonly Withdrawal[];
  /** Follow-ups that wait for a second person. */
  followUps: readonly DeskFollowUp[];
  names: ReadonlyMap<number, string>;
  undo: Undo | null;
  done: unknown;
}

/** Everything that waits for a second person, with the reasons to read it slowly; the one with most reasons first. */
export function presentReadingQueue(state: ReadingQueueState): ReadingQueuePage {
  const { person, campaign, waiting, withdrawals, followUps, token, done, undo } = state;
  const isOwn = ({ position }: ToRead) => position.authors.includes(person.id);
  const forMe = waiting.filter((each) => !isOwn(each));
  const followUpsForMe = followUps.filter(({ authors }) => !authors.includes(person.id));
  const mine = withdrawals.filter(({ authorId }) => authorId !== person.id);
  const queue = (heading: string, items: QueueItem[]) => ({ heading: `${heading} (${items.length})`, items });
  return {
    frame: { ...deskFrame('À relire', person, token, done, { campaign, path: links.reading(campaign.slug) }), undo },
    summary: french(summaryOf(forMe.length + followUpsForMe.length + mine.length)),
    queues: [
      queue('Pour vous', [
        ...forMe.map((each) => itemOf(state, each)),
        ...followUpsForMe.map((each) => followUpToRead(state, each)),
        ...mine.map((each) => withdrawalItem(state, each)),
      ]),
      queue('Vos propres saisies, pour une autre personne', [
        ...waiting.filter(isOwn).map((each) => itemOf(state, each)),
        ...followUps.filter((each) => !followUpsForMe.includes(each)).map((each) => followUpToRead(state, each)),
        ...withdrawals.filter((each) => !mine.includes(each)).map((each) => withdrawalItem(state, each)),
      ]),
    ].filter(({ items }) => items.length > 0),
  };
}

function summaryOf(count: number): string {
  if (count === 0) return 'Rien n’attend votre lecture.';
  return `${counted(count, 'entrée attend', 'entrées attendent')} une seconde personne : celles qui ont le plus de raisons d’être lues lentement d’abord.`;
}

function itemOf({ campaign, names, person }: ReadingQueueState, { position, reasons }: ToRead): QueueItem {
  const author = names.get(position.authorId) ?? '';
  const coded = readingBy(position, person.id) ? ' Vous l’avez codée ; il reste à décider.' : '';
  return {
    id: `position-${position.id}`,
    href: links.position(position.id),
    label: headingOf(campaign, position),
    detail: french(`${author}, ${frenchInstant(position.updatedAt, campaign.timeZone)}.${coded}`),
    reasons: reasons.map((reason) => reasonLabels[reason]),
  };
}

function followUpToRead({ campaign, names }: ReadingQueueState, followUp: DeskFollowUp): QueueItem {
  const { label, ...item } = followUpItem(campaign, followUp, names);
  const reasons = followUp.verdict && isJudgement(followUp.verdict) ? ['Porte un jugement'] : [];
  return {
    ...item,
    label: french(`Suivi, ${label}`),
    reasons: followUp.corrects ? ['Change un suivi publié', ...reasons] : reasons,
  };
}

function withdrawalItem(
  { campaign, names }: ReadingQueueState,
  { id, kind, subject, authorId, createdAt }: Withdrawal,
): QueueItem {
  return {
    id: `retrait-${id}`,
    href: links.publishedEntry(campaign.slug, { kind, subject }),
    label: french(`Retrait proposé : ${subject}`),
    detail: french(`${names.get(authorId) ?? ''}, ${frenchInstant(createdAt, campaign.timeZone)}`),
    reasons: ['Retire une entrée publiée'],
  };
}
