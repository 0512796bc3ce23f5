import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import type { Acts } from './acts.service.ts';
import type { DeskCampaign, DeskCampaigns } from './desk-campaigns.service.ts';
import { type Draft, nameSources } from './draft.ts';
import type { Outcome } from './outcome.ts';
import { type DeskPosition, positionsRepository } from './positions.repository.ts';
import { isEditable, submit, takeBack } from './review.ts';

/** How a draft is sent: `quietly` is by the page itself, while someone types. */
export interface Sending {
  /** The version that was read; 0 for a new one. */
  version: number;
  key: string;
  submitted?: boolean;
  quietly?: boolean;
  /** The new form's own name, the same each time it is sent: what it has made already is changed, not made again. */
  origin?: string;
}

/** Writing, submitting, taking back, throwing away and taking out again. */
export function openDrafts(database: Database, campaigns: DeskCampaigns, acts: Acts) {
  const positions = positionsRepository(database);

  function write({ person, thing: campaign }: Authorized<DeskCampaign>, current: DeskPosition | null, draft: Draft): number {
    const at = acts.now();
    if (!current) return positions.insertPosition(draft, campaign.campaignId, person.id, at);
    positions.recordDraft(current.id, current.version, draft, person.id, at);
    return current.id;
  }

  /** What a new form made already, before its answer was lost. */
  function madeBy(person: Person, origin: string): DeskPosition | null {
    const id = origin === '' ? null : acts.recall(person, `origine ${origin}`);
    return id === null ? null : positions.findPosition(id);
  }

  function submitNow({ person, thing }: Authorized<DeskPosition>): Outcome {
    const step = submit(thing, true);
    if ('refused' in step) return step;
    positions.recordStep(thing.id, thing.version, { state: step.to, reviewerId: null, decisionReason: '' }, acts.now());
    acts.note(person, thing.campaignId, 'submitted', `position ${thing.id}`);
    return { done: thing.id };
  }

  /** Throws a draft away, or takes it out again. */
  function setAside({ person, thing }: Authorized<DeskPosition>, { version, key }: Sending, away: boolean): Outcome {
    return acts.once(person, key, () => {
      const current = positions.findPosition(thing.id);
      if (!current || !isEditable(current)) return { refused: 'not_editable' };
      if (current.version !== version) return { conflict: current };
      const at = acts.now();
      positions.recordStep(current.id, version, { discardedAt: away ? at : null }, at);
      acts.note(person, current.campaignId, away ? 'discarded' : 'restored', `position ${current.id}`);
      return { done: current.id };
    });
  }

  return {
    /** Keeps a draft, new (`position` null) or changed, and submits it when asked to and nothing is missing. */
    save(
      campaign: Authorized<DeskCampaign>,
      position: Authorized<DeskPosition> | null,
      typed: Draft,
      { version, key, submitted = false, quietly = false, origin = '' }: Sending,
    ): Outcome {
      const { person, thing } = campaign;
      const draft = submitted ? nameSources(typed) : typed;
      return acts.once(person, key, () => {
        const current = position ? positions.findPosition(position.thing.id) : madeBy(person, origin);
        if (current && !isAsRead(current, position ? version : null, person)) return { conflict: current };
        if (current && !isEditable(current)) return { refused: 'not_editable' };
        const gaps = submitted ? campaigns.gapsOf(thing, draft) : [];
        if (gaps.length > 0) return { refused: 'incomplete', gaps };
        const id = write(campaign, current, draft);
        if (!current && origin !== '') acts.remember(person, `origine ${origin}`, id);
        if (quietly) acts.noteOnce(person, thing.campaignId, 'saved', `position ${id}`);
        else acts.note(person, thing.campaignId, 'saved', `position ${id}`);
        const saved = authorize(person, 'positions:write', positions.findPosition(id));
        return submitted && saved ? submitNow(saved) : { done: id };
      });
    },

    takeBack: ({ person, thing }: Authorized<DeskPosition>, { version, key }: Sending): Outcome =>
      acts.once(person, key, () => {
        const current = positions.findPosition(thing.id);
        if (current?.version !== version) return current ? { conflict: current } : { refused: 'not_submitted' };
        const step = takeBack(current, person.id);
        if ('refused' in step) return step;
        positions.recordStep(current.id, version, { state: step.to }, acts.now());
        acts.note(person, current.campaignId, 'taken-back', `position ${current.id}`);
        return { done: current.id };
      }),
    discard: (position: Authorized<DeskPosition>, sending: Sending) => setAside(position, sending, true),
    restore: (position: Authorized<DeskPosition>, sending: Sending) => setAside(position, sending, false),
  };
}

/** The version that was read; or, where its number was never heard, one that nobody else has touched. */
function isAsRead({ version, authors }: DeskPosition, read: number | null, { id }: Person): boolean {
  return read === null ? authors.every((author) => author === id) : version === read;
}
