import { z } from 'zod';
import { can } from '../../accounts/can.ts';
import { newToken } from '../../accounts/tokens.ts';
import type { FollowUpOutcome, Sent } from '../../followup/follow-ups.service.ts';
import { followedMovements } from '../../followup/pledges.ts';
import { followUpStates, isEditable } from '../../followup/review.ts';
import { largestEvidence } from '../../positions/evidence.ts';
import type { PersonsVisit } from '../desk-routes.ts';
import { links } from '../links.ts';
import type { DeskRoutes, PositionDesk } from '../positions/desk-services.ts';
import { readSent } from '../positions/position-form.ts';
import type { Undo } from '../positions/undo.ts';
import { readTypedFollowUp, typedFromDraft, typedFromPublished } from './follow-up-form.ts';
import { presentFollowUps } from './follow-ups.presenter.ts';
import { saveFollowUp } from './save-follow-up.ts';
import { findPublished, showFollowUp, showForm, type Target } from './show-follow-up.ts';

const words = z.string().max(5_000).catch('');
const decision = z.object({ motif: words, exception: words });
const asked = z.object({ corriger: z.string().max(400).catch(''), annuler: z.coerce.number().int().positive().catch(0) });
const uploading = { ability: 'positions:write', maxBytes: largestEvidence } as const;

/** What becomes of the pledges: written as dated facts, read by a second person, and published. */
export function registerFollowUps(routes: DeskRoutes, desk: PositionDesk): void {
  const { positions, followUps, accounts } = desk;

  routes.person('GET', '/bureau/campagnes/:slug/suivi', 'positions:write', (visit) => {
    const { person, token, query, params } = visit;
    const campaign = positions.findCampaign(person, params.slug ?? '');
    if (!campaign) return visit.notFound();
    const state = positions.findState(campaign.thing);
    const page = presentFollowUps({
      ...{ person, token, campaign: campaign.thing, names: accounts.listNames(), done: query.fait, undo: undoFor(visit) },
      followed: state ? followedMovements(state) : [],
      isPublic: state !== null,
      underWay: followUps.list(campaign, followUpStates),
      mayReview: can(person, 'positions:review', campaign.thing.campaignId),
    });
    return visit.show('desk/followup/follow-ups', page);
  });

  routes.person('GET', '/bureau/campagnes/:slug/suivi/nouveau', 'positions:write', (visit) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    if (!campaign) return visit.notFound();
    const { corriger } = asked.parse(visit.query);
    const published = corriger === '' ? null : findPublished(desk, campaign.thing, corriger);
    if (corriger !== '' && !published) return visit.notFound();
    const typed = published ? typedFromPublished(corriger, published) : readTypedFollowUp(visit.query);
    return showForm(desk, visit, { campaign, followUp: null }, { typed });
  });

  routes.upload('/bureau/campagnes/:slug/suivi', uploading, (visit, upload) => {
    const campaign = positions.findCampaign(visit.person, visit.params.slug ?? '');
    return campaign ? saveFollowUp(desk, visit, { campaign, followUp: null }, upload) : visit.notFound();
  });

  routes.person('GET', '/bureau/suivis/:id', 'positions:write', (visit) => {
    const found = load(visit);
    if (!found) return visit.notFound();
    const { thing: followUp } = found.followUp;
    if (!isEditable(followUp)) return showFollowUp(desk, visit, found.campaign.thing, followUp);
    return showForm(desk, visit, found, { typed: typedFromDraft(found.campaign.thing.grid, followUp) });
  });

  routes.upload('/bureau/suivis/:id', uploading, (visit, upload) => {
    const found = load(visit);
    return found ? saveFollowUp(desk, visit, found, upload) : visit.notFound();
  });

  step('reprise', followUps.takeBack, ({ followUp }) => `${links.followUp(followUp.thing.id)}?fait=suivi-repris`);
  step('corbeille', followUps.discard, ({ campaign, followUp }) => {
    return `${links.followUps(campaign.thing.slug)}?fait=suivi-jete&annuler=${followUp.thing.id}`;
  });
  step('restauration', followUps.restore, ({ followUp }) => `${links.followUp(followUp.thing.id)}?fait=suivi-restaure`);

  routes.person('POST', '/bureau/suivis/:id/approbation', 'positions:review', (visit) => {
    const found = loadReviewable(visit);
    if (!found) return visit.notFound();
    const { exception: reason } = decision.parse(visit.body ?? {});
    const exception = reason.trim() === '' ? null : { person: visit.person, reason };
    const publishing = readSent(visit.body).suite === 'publier' ? 'now' : 'later';
    const outcome = followUps.accept(found.followUp, sentIn(visit), { publishing, exception });
    return answer(
      visit,
      found,
      outcome,
      publishing === 'now'
        ? `${links.followUp(found.followUp.thing.id)}?fait=suivi-publie`
        : `${links.followUps(found.campaign.thing.slug)}?fait=suivi-accepte`,
    );
  });

  routes.person('POST', '/bureau/suivis/:id/retour', 'positions:review', (visit) => {
    const found = loadReviewable(visit);
    if (!found) return visit.notFound();
    const outcome = followUps.giveBack(found.followUp, sentIn(visit), decision.parse(visit.body ?? {}).motif);
    return answer(visit, found, outcome, `${links.followUps(found.campaign.thing.slug)}?fait=suivi-retourne`);
  });

  function step(
    name: string,
    take: (followUp: Loaded['followUp'], sent: Sent) => FollowUpOutcome,
    next: (found: Loaded) => string,
  ): void {
    routes.person('POST', `/bureau/suivis/:id/${name}`, 'positions:write', (visit) => {
      const found = load(visit);
      return found ? answer(visit, found, take(found.followUp, sentIn(visit)), next(found)) : visit.notFound();
    });
  }

  function answer(visit: PersonsVisit, { campaign, followUp }: Loaded, outcome: FollowUpOutcome, next: string) {
    if ('done' in outcome) return visit.go(next);
    const { motif: reason, exception } = decision.parse(visit.body ?? {});
    const current = followUps.findWritable(visit.person, followUp.thing.id)?.thing ?? followUp.thing;
    return showFollowUp(desk, visit, campaign.thing, current, { refused: outcome, typed: { reason, exception } });
  }

  /** The follow-up of the address and its campaign, through the person; null when it is not there or not theirs. */
  function load({ person, params }: PersonsVisit): Loaded | null {
    const followUp = followUps.findWritable(person, idOf(params));
    const campaign = followUp && positions.findCampaign(person, positions.getCampaign(followUp.thing).slug);
    return followUp && campaign ? { followUp, campaign } : null;
  }

  function loadReviewable(visit: PersonsVisit): Loaded | null {
    const found = load(visit);
    const followUp = found && followUps.findReviewable(visit.person, found.followUp.thing.id);
    return found && followUp ? { ...found, followUp } : null;
  }

  /** The draft that the address says was just thrown away, while it still lies in the bin. */
  function undoFor({ person, query }: PersonsVisit): Undo | null {
    const found = followUps.findWritable(person, asked.parse(query).annuler)?.thing;
    if (!found || found.discardedAt === null || found.erasedAt !== null) return null;
    return { action: links.followUpStep(found.id, 'restauration'), key: newToken(), version: found.version };
  }
}

type Loaded = Target & { followUp: NonNullable<Target['followUp']> };

function sentIn({ body }: PersonsVisit): Sent {
  const { cle: key, version } = readSent(body);
  return { key, version };
}

function idOf({ id = '' }: Record<string, string>): number {
  return /^\d{1,12}$/.test(id) ? Number(id) : 0;
}
