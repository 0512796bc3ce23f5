import type { FastifyReply } from 'fastify';
import { type Authorized, can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { DeskFollowUp } from '../../followup/follow-up.repository.ts';
import type { FollowUpRefused } from '../../followup/follow-ups.service.ts';
import { followedMovements } from '../../followup/pledges.ts';
import type { Payload } from '../../ledger/payloads.ts';
import { frenchDate } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { labels } from '../../positions/labels.ts';
import type { DeskCampaign } from '../../positions/positions.service.ts';
import type { Problems } from '../../web/form.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import type { PositionDesk } from '../positions/desk-services.ts';
import type { Notice } from '../positions/notice.ts';
import { presentFollowUpPage } from './follow-up.presenter.ts';
import { presentFollowUpForm } from './follow-up-form.presenter.ts';
import type { TypedFollowUp } from './follow-up-form.ts';

/** What a page is about: a campaign, and a follow-up of it unless it is a new one. */
export interface Target {
  campaign: Authorized<DeskCampaign>;
  followUp: Authorized<DeskFollowUp> | null;
}

/** What is public now under this subject; null when nothing is. */
export function findPublished(desk: PositionDesk, campaign: DeskCampaign, subject: string): Payload<'assessment'> | null {
  return desk.positions.findState(campaign)?.of('assessment').get(subject)?.current ?? null;
}

export interface FormAgain {
  typed: TypedFollowUp;
  notices?: Notice[];
  problems?: Problems;
  version?: number | undefined;
  key?: string;
  status?: number;
}

/** The form with what was typed, and what is known around it: why it came back, and the published words that it would replace. */
export function showForm(desk: PositionDesk, visit: PersonsVisit, target: Target, again: FormAgain): Promise<FastifyReply> {
  const campaign = target.campaign.thing;
  const followUp = target.followUp?.thing ?? null;
  const { typed, notices = [], problems = new Map(), version = followUp?.version ?? 0, key = newToken(), status = 200 } = again;
  const { person, token, query } = visit;
  const state = desk.positions.findState(campaign);
  const page = presentFollowUpForm({
    ...{ person, token, key, campaign, followUp, typed, version, problems, done: query.fait },
    followed: state ? followedMovements(state).map(({ movement }) => movement.slug) : [],
    notices: [...notices, ...returnedNotice(followUp), ...correctedNotice(desk, campaign, typed.corriger)],
    findEvidence: (sha256) => desk.evidence.find(campaign.campaignId, sha256),
  });
  return visit.show('desk/followup/follow-up-form', page, status);
}

function returnedNotice(followUp: DeskFollowUp | null): Notice[] {
  if (followUp?.state !== 'returned') return [];
  return [{ heading: 'Ce suivi vous est revenu', lines: [{ term: 'Motif', text: french(followUp.decisionReason) }] }];
}

function correctedNotice(desk: PositionDesk, campaign: DeskCampaign, subject: string): Notice[] {
  const published = subject === '' ? null : findPublished(desk, campaign, subject);
  if (!published) return [];
  const { fact, happenedOn, verdict, accordingTo } = published;
  const movement = campaign.grid.movements.find(({ slug }) => slug === published.movement)?.name ?? published.movement;
  const demand = campaign.grid.demands.find(({ slug }) => slug === published.demand)?.shortTitle ?? published.demand;
  const judged = accordingTo ? `${labels.fr.verdict[verdict]}, selon ${accordingTo}` : labels.fr.verdict[verdict];
  const lines: [string, string][] = [
    ['Engagement', `${movement} : ${demand}`],
    ['Ce qu’il dit', `${frenchDate(happenedOn)} : ${fact}`],
    ['Verdict', judged],
    ['Le vôtre', 'le remplacera ; l’ancien restera dans le registre, avec le motif de la correction.'],
  ];
  return [{ heading: 'Ce suivi est public', lines: lines.map(([term, text]) => ({ term, text: french(text) })) }];
}

export interface Shown {
  refused?: FollowUpRefused | null;
  typed?: { reason: string; exception: string };
  notices?: Notice[];
}

/** The page on which a follow-up is read and decided. A refusal answers 409: nothing was done, and nothing typed is lost. */
export async function showFollowUp(
  desk: PositionDesk,
  visit: PersonsVisit,
  campaign: DeskCampaign,
  followUp: DeskFollowUp,
  { refused = null, typed = { reason: '', exception: '' }, notices = [] }: Shown = {},
): Promise<FastifyReply> {
  const { person, token, query } = visit;
  const page = presentFollowUpPage({
    ...{ person, token, key: newToken(), campaign, followUp, refused, typed, done: query.fait },
    names: desk.accounts.listNames(),
    mayReview: can(person, 'positions:review', campaign.campaignId),
    mayExcept: can(person, 'freeze:except', campaign.campaignId),
    freeze: desk.publishing.findFreeze(campaign.slug),
    preview: await previewOf(desk, campaign, followUp),
    notices: [
      ...notices,
      ...(followUp.state === 'published' || followUp.erasedAt !== null ? [] : correctedNotice(desk, campaign, followUp.corrects)),
    ],
  });
  return visit.show('desk/followup/follow-up', page, refused ? 409 : 200);
}

/** The pledge as if it were published now; once it is, as it stands; nothing of what was erased before it was public. */
async function previewOf(desk: PositionDesk, campaign: DeskCampaign, followUp: DeskFollowUp): Promise<string> {
  if (followUp.erasedAt !== null && followUp.state !== 'published') return '';
  const entry = followUp.state === 'published' ? null : desk.followUps.entryOf(campaign, followUp);
  const at = desk.clock.now().toISOString();
  const state = entry ? desk.standings.preview(campaign.slug, [entry], at) : desk.standings.find(campaign.slug);
  const movement = campaign.grid.movements.find(({ id }) => id === followUp.movementId)?.slug ?? '';
  const demand = campaign.grid.demands.find(({ id }) => id === followUp.demandId)?.slug ?? '';
  return state ? (await desk.preview(state, { movement, list: null, demand })).followUp : '';
}
