import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { FreezeException, Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { NewEntry } from '../ledger/payloads.ts';
import type { Clock } from '../lib/clock.ts';
import { type Done, type Frozen, openActs } from '../positions/acts.service.ts';
import { type DeskCampaign, openDeskCampaigns } from '../positions/desk-campaigns.service.ts';
import { nameSources } from '../positions/draft.ts';
import type { Standings } from '../standings/standings.service.ts';
import { type DeskFollowUp, followUpRepository } from './follow-up.repository.ts';
import { type FollowUpDraft, type FollowUpGap, gapsIn } from './follow-up.ts';
import { assessmentEntry, correctedBy, isOvertaken, type Pledge } from './publication.ts';
import {
  type FollowUpRefusal,
  type FollowUpState,
  isEditable,
  refusalToAccept,
  refusalToReturn,
  refusalToTakeBack,
} from './review.ts';

export type FollowUpRefused = { refused: FollowUpRefusal; gaps?: readonly FollowUpGap[] } | Frozen;
export type FollowUpOutcome = Done | FollowUpRefused;

/** What every form about a follow-up carries: its key, and the version that was read (0 for a new one). */
export interface Sent {
  key: string;
  version: number;
}

/** What follow-ups add to an edition, and what the desk writes when it leaves. */
export interface Leaving {
  entries: NewEntry[];
  record(edition: number): void;
}

export type FollowUps = ReturnType<typeof openFollowUps>;

/** The way of follow-ups from a draft to the ledger. Each step is one transaction, with its audit row. */
export function openFollowUps(database: Database, publishing: Publishing, standings: Standings, clock: Clock) {
  const followUps = followUpRepository(database);
  const campaigns = openDeskCampaigns(database, standings);
  const acts = openActs(database, clock);

  /** The public names of what it is about. */
  function pledgeOf(
    { grid, slug }: DeskCampaign,
    { movementId, demandId }: Pick<FollowUpDraft, 'movementId' | 'demandId'>,
  ): Pledge {
    const movement = grid.movements.find(({ id }) => id === movementId);
    const demand = grid.demands.find(({ id }) => id === demandId);
    if (!movement || !demand) throw new Error(`campaign ${slug} has no movement ${movementId}, or no demand ${demandId}`);
    return { movement: movement.slug, demand: demand.slug };
  }

  /** What keeps it from becoming public, whoever reads it; null when nothing does. */
  function refusalOf(campaign: DeskCampaign, draft: FollowUpDraft): FollowUpRefused | null {
    const gaps = gapsIn(draft);
    if (gaps.length > 0) return { refused: 'incomplete', gaps };
    const state = campaigns.findState(campaign);
    if (!state) return { refused: 'not_public' };
    return draft.corrects !== '' && !correctedBy(state, draft) ? { refused: 'gone' } : null;
  }

  function note(person: Person, { campaignId, id }: DeskFollowUp, action: string, reason = ''): void {
    acts.note(person, campaignId, `follow-up-${action}`, `follow-up ${id}`, reason);
  }

  /** One step on something that was read: once, on that very version, when `refusal` has nothing against it. */
  function step(
    { person, thing }: Authorized<DeskFollowUp>,
    { key, version }: Sent,
    refusal: (current: DeskFollowUp) => FollowUpRefused | null,
    take: (current: DeskFollowUp) => void,
  ): FollowUpOutcome {
    return acts.once<FollowUpRefused>(person, key, () => {
      const current = followUps.findFollowUp(thing.id) ?? thing;
      const refused = refusal(current);
      if (refused) return refused;
      if (current.version !== version) return { refused: 'changed' };
      take(current);
      return { done: current.id };
    });
  }

  /** What those of one campaign would add to the next edition together, each once however often it is named. Runs in the transaction of whoever publishes. */
  function leave(person: Person, campaign: DeskCampaign, ids: readonly number[]): Leaving | FollowUpRefused {
    const state = campaigns.findState(campaign);
    const entries = new Map<string, NewEntry>();
    const chosen = [...new Set(ids)].flatMap((id) => followUps.findFollowUp(id) ?? []);
    for (const each of chosen) {
      if (each.state !== 'accepted' || each.erasedAt !== null || each.campaignId !== campaign.campaignId)
        return { refused: 'not_accepted' };
      const refused = refusalOf(campaign, each);
      if (refused) return refused;
      if (isOvertaken(state, each)) return { refused: 'overtaken' };
      const entry = assessmentEntry(each, pledgeOf(campaign, each), state, new Set(entries.keys()));
      if (entries.has(entry.subject)) return { refused: 'same_entry' };
      entries.set(entry.subject, entry);
    }
    const record = (editionNumber: number) => {
      for (const each of chosen) {
        followUps.recordStep(each.id, each.version, { state: 'published', editionNumber }, acts.now());
        note(person, each, 'published', `édition ${editionNumber}`);
      }
    };
    return { entries: [...entries.values()], record };
  }

  function publishNow(person: Person, campaign: DeskCampaign, id: number, exception: FreezeException | null): void {
    const leaving = leave(person, campaign, [id]);
    if ('refused' in leaving) throw new Error(`follow-up ${id} was just accepted, and is ${leaving.refused}`);
    publishing.publish(campaign.slug, leaving.entries, { exception }, leaving.record);
  }

  /** Throws a draft away, or takes it out again. */
  const setAside = (followUp: Authorized<DeskFollowUp>, sent: Sent, away: boolean): FollowUpOutcome =>
    step(
      followUp,
      sent,
      (current) => (isEditable(current) ? null : { refused: 'not_editable' }),
      (current) => {
        const at = acts.now();
        followUps.recordStep(current.id, current.version, { discardedAt: away ? at : null }, at);
        note(followUp.person, current, away ? 'discarded' : 'restored');
      },
    );

  return {
    leave,
    refusalOf,
    findWritable: (person: Person, id: number) => authorize(person, 'positions:write', followUps.findFollowUp(id)),
    findReviewable: (person: Person, id: number) => authorize(person, 'positions:review', followUps.findFollowUp(id)),
    /** Without what was thrown away. */
    list: ({ thing }: Authorized<DeskCampaign>, states: readonly FollowUpState[]): DeskFollowUp[] =>
      followUps.listFollowUps(thing.campaignId, states),
    listCampaignIds: followUps.listCampaignIds,
    /** What it would add to the ledger if it were published now; null while it is not whole. */
    entryOf(campaign: DeskCampaign, draft: FollowUpDraft): NewEntry | null {
      if (refusalOf(campaign, draft)) return null;
      return assessmentEntry(draft, pledgeOf(campaign, draft), campaigns.findState(campaign));
    },

    /** Keeps a draft, new (`followUp` null) or changed, and submits it when asked to and nothing is missing. */
    save(
      { person, thing: campaign }: Authorized<DeskCampaign>,
      followUp: Authorized<DeskFollowUp> | null,
      typed: FollowUpDraft,
      { key, version, submitted }: Sent & { submitted: boolean },
    ): FollowUpOutcome {
      const draft = submitted ? nameSources(typed) : typed;
      return acts.once<FollowUpRefused>(person, key, () => {
        const current = followUp && followUps.findFollowUp(followUp.thing.id);
        if (current && !isEditable(current)) return { refused: 'not_editable' };
        if (current && current.version !== version) return { refused: 'changed' };
        const refused = submitted ? refusalOf(campaign, draft) : null;
        if (refused) return refused;
        const at = acts.now();
        const id = current?.id ?? followUps.insertFollowUp(draft, campaign.campaignId, person.id, at);
        if (current) followUps.recordDraft(id, current.version, draft, person.id, at);
        const saved = followUps.findFollowUp(id);
        if (!saved) throw new Error('the follow-up that was just kept is not there');
        note(person, saved, 'saved');
        if (!submitted) return { done: id };
        followUps.recordStep(id, saved.version, { state: 'submitted', reviewerId: null, decisionReason: '' }, at);
        note(person, saved, 'submitted');
        return { done: id };
      });
    },
    discard: (followUp: Authorized<DeskFollowUp>, sent: Sent) => setAside(followUp, sent, true),
    restore: (followUp: Authorized<DeskFollowUp>, sent: Sent) => setAside(followUp, sent, false),

    takeBack: (followUp: Authorized<DeskFollowUp>, sent: Sent): FollowUpOutcome =>
      step(
        followUp,
        sent,
        (current) => refusedBy(refusalToTakeBack(current, followUp.person.id)),
        (current) => {
          followUps.recordStep(current.id, current.version, { state: 'draft', reviewerId: null }, acts.now());
          note(followUp.person, current, 'taken-back');
        },
      ),

    /** A second person read it and finds it fit to be published: at once, alone, or later with others. */
    accept(
      followUp: Authorized<DeskFollowUp>,
      sent: Sent,
      { publishing: when, exception }: { publishing: 'now' | 'later'; exception: FreezeException | null },
    ): FollowUpOutcome {
      const { person, thing } = followUp;
      const campaign = campaigns.getCampaign(thing);
      return step(
        followUp,
        sent,
        (current) => refusedBy(refusalToAccept(current, person.id)) ?? refusalOf(campaign, current),
        (current) => {
          followUps.recordStep(current.id, current.version, { state: 'accepted', reviewerId: person.id }, acts.now());
          note(person, current, 'accepted');
          if (when === 'now') publishNow(person, campaign, current.id, exception);
        },
      );
    },

    giveBack: (followUp: Authorized<DeskFollowUp>, sent: Sent, reason: string): FollowUpOutcome =>
      step(
        followUp,
        sent,
        (current) => refusedBy(refusalToReturn(current, followUp.person.id, reason)),
        (current) => {
          const decision = { state: 'returned', reviewerId: followUp.person.id, decisionReason: reason.trim() } as const;
          followUps.recordStep(current.id, current.version, decision, acts.now());
          note(followUp.person, current, 'returned', reason);
        },
      ),
  };
}

function refusedBy(refused: FollowUpRefusal | null): FollowUpRefused | null {
  return refused && { refused };
}
