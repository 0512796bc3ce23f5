import type { FastifyReply } from 'fastify';
import { accountsRepository } from '../accounts/accounts.repository.ts';
import { type Authorized, can } from '../accounts/can.ts';
import { newToken } from '../accounts/tokens.ts';
import { dayIn } from '../lib/dates.ts';
import type { DeskPosition } from '../positions/positions.repository.ts';
import { type DeskCampaign, type Outcome, openPositions } from '../positions/positions.service.ts';
import { isEditable } from '../positions/review.ts';
import type { Services } from '../web/services.ts';
import type { openDeskRoutes, PersonsVisit } from './desk-routes.ts';
import { conflictNotice, emptyForm, publishedNotice, returnedNotice, typedFrom } from './form-state.presenter.ts';
import { links } from './links.ts';
import { presentPosition } from './position.presenter.ts';
import { type PositionFormPage, presentPositionForm } from './position-form.presenter.ts';
import { gapWords, readDraft, readSent, readTyped, subjectOf, type TypedPosition } from './position-form.ts';

/** Entering a position, submitting it, reading it as a second person, and deciding. */
export function registerPositions(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  const { database, publishing, standings, clock } = services;
  const positions = openPositions(database, publishing, standings, clock);
  const accounts = accountsRepository(database);

  desk.person('GET', '/bureau/campagnes/:slug/positions/nouvelle', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    const typed = emptyForm(visit.query);
    return showForm(visit, campaign.thing, null, { typed, notices: publishedNotices(campaign.thing, typed) });
  });

  desk.person('POST', '/bureau/campagnes/:slug/positions', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? save(visit, campaign, null) : visit.notFound();
  });

  desk.person('GET', '/bureau/positions/:id', 'positions:write', (visit) => {
    const found = load(visit);
    if (!found) return visit.notFound();
    const { campaign, position } = found;
    if (!isEditable(position.thing)) return showPosition(visit, campaign.thing, position.thing);
    const typed = typedFrom(campaign.thing.grid, position.thing);
    const notices = [...returnedNotice(position.thing), ...publishedNotices(campaign.thing, typed)];
    return showForm(visit, campaign.thing, position.thing, { typed, notices });
  });

  desk.person('POST', '/bureau/positions/:id', 'positions:write', (visit) => {
    const found = load(visit);
    return found ? save(visit, found.campaign, found.position) : visit.notFound();
  });

  desk.person('POST', '/bureau/positions/:id/reprise', 'positions:write', (visit) => {
    const found = load(visit);
    if (!found) return visit.notFound();
    const { version, cle } = readSent(visit.body);
    return answerStep(visit, found, positions.takeBack(found.position, version, cle), 'reprise');
  });

  desk.person('POST', '/bureau/positions/:id/retour', 'positions:review', (visit) => {
    const found = load(visit);
    const reviewable = positions.findReviewable(visit.person, idOf(visit));
    if (!found || !reviewable) return visit.notFound();
    const { version, cle, motif } = readSent(visit.body);
    return answerStep(visit, found, positions.giveBack(reviewable, version, cle, motif), 'retournee', motif);
  });

  desk.person('POST', '/bureau/positions/:id/approbation', 'positions:review', (visit) => {
    const found = load(visit);
    const reviewable = positions.findReviewable(visit.person, idOf(visit));
    if (!found || !reviewable) return visit.notFound();
    const { version, cle } = readSent(visit.body);
    return answerStep(visit, found, positions.approve(reviewable, version, cle), 'publiee');
  });

  /** The position and its campaign, through the person. */
  function load(visit: PersonsVisit): Loaded | null {
    const position = positions.findWritable(visit.person, idOf(visit));
    const campaign = positions.listCampaigns(visit.person).find(({ thing }) => thing.campaignId === position?.thing.campaignId);
    return position && campaign ? { position, campaign } : null;
  }

  function save(visit: PersonsVisit, campaign: Authorized<DeskCampaign>, position: Authorized<DeskPosition> | null) {
    const typed = readTyped(visit.body);
    const { version, cle, suite } = readSent(visit.body);
    const submitted = suite === 'soumettre';
    const read = readDraft(typed, campaign.thing.grid, dayIn(clock.now().toISOString(), campaign.thing.timeZone));
    const again = { typed, version, key: cle, status: 422, notices: publishedNotices(campaign.thing, typed) };
    if ('problems' in read)
      return showForm(visit, campaign.thing, position?.thing ?? null, { ...again, problems: read.problems });

    const outcome = positions.save(campaign, position, read.draft, { version, key: cle, submitted });
    if ('done' in outcome) return visit.go(`${links.today}?fait=${submitted ? 'soumise' : 'brouillon'}#position-${outcome.done}`);
    if ('conflict' in outcome) return showConflict(visit, campaign.thing, outcome.conflict, typed);
    if (outcome.refused !== 'incomplete') return showPosition(visit, campaign.thing, position?.thing ?? null, outcome);
    const problems = new Map(outcome.gaps.map((gap) => [gapWords[gap].field, gapWords[gap].text]));
    return showForm(visit, campaign.thing, position?.thing ?? null, { ...again, problems });
  }

  /** Someone saved first. Both versions are shown, and nothing of what was typed is lost. */
  function showConflict(visit: PersonsVisit, campaign: DeskCampaign, current: DeskPosition, typed: TypedPosition) {
    if (!isEditable(current)) {
      const notices = [conflictNotice(campaign.grid, typed, current, 'Ce que vous aviez écrit, à copier')];
      return showPosition(visit, campaign, current, { refused: 'not_editable', gaps: [] }, '', notices);
    }
    const notices = [conflictNotice(campaign.grid, typedFrom(campaign.grid, current), current)];
    return showForm(visit, campaign, current, { typed, notices, version: current.version, status: 409 });
  }

  function answerStep(visit: PersonsVisit, { campaign, position }: Loaded, outcome: Outcome, done: string, reason = '') {
    if ('done' in outcome)
      return visit.go(done === 'retournee' ? `${links.today}?fait=${done}` : `${links.position(outcome.done)}?fait=${done}`);
    if ('refused' in outcome) return showPosition(visit, campaign.thing, position.thing, outcome, reason);
    return showPosition(visit, campaign.thing, outcome.conflict, { refused: 'changed', gaps: [] }, reason);
  }

  function publishedNotices(campaign: DeskCampaign, typed: TypedPosition): PositionFormPage['notices'] {
    const demand = campaign.grid.demands.find(({ slug }) => slug === typed.demande);
    const [movement = '', list = null] = typed.sujet.split('/');
    if (!demand || !subjectOf(campaign.grid, typed.sujet)) return [];
    const version = positions.findPublished(campaign, { movement, list, demand: demand.slug });
    return publishedNotice(version, campaign.timeZone);
  }

  function showForm(
    visit: PersonsVisit,
    campaign: DeskCampaign,
    position: DeskPosition | null,
    form: FormAgain,
  ): Promise<FastifyReply> {
    const { typed, notices, problems = new Map(), version = position?.version ?? 0, key = newToken(), status = 200 } = form;
    const { person, token, query } = visit;
    const state = { person, token, key, campaign, position, typed, version, problems, notices, done: query.fait };
    return visit.show('desk/position-form', presentPositionForm(state), status);
  }

  function showPosition(
    visit: PersonsVisit,
    campaign: DeskCampaign,
    position: DeskPosition | null,
    refused: PositionRefused | null = null,
    typedReason = '',
    notices: PositionFormPage['notices'] = [],
  ): Promise<FastifyReply> {
    if (!position) return visit.notFound();
    const { person, token, query } = visit;
    const mayReview = can(person, 'positions:review', campaign.campaignId);
    const names = accounts.listNames();
    const state = {
      person,
      token,
      key: newToken(),
      campaign,
      position,
      names,
      mayReview,
      refused,
      typedReason,
      notices,
      done: query.fait,
    };
    return visit.show('desk/position', presentPosition(state), refused ? 409 : 200);
  }
}

interface Loaded {
  position: Authorized<DeskPosition>;
  campaign: Authorized<DeskCampaign>;
}

type PositionRefused = { refused: Extract<Outcome, { refused: unknown }>['refused'] | 'changed'; gaps: readonly unknown[] };

interface FormAgain {
  typed: TypedPosition;
  notices: PositionFormPage['notices'];
  problems?: ReadonlyMap<string, string>;
  version?: number;
  key?: string;
  status?: number;
}

function idOf({ params }: PersonsVisit): number {
  return /^\d{1,12}$/.test(params.id ?? '') ? Number(params.id) : 0;
}
