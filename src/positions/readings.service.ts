import type { Authorized } from '../accounts/can.ts';
import type { FreezeException } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { Acts } from './acts.service.ts';
import type { DeskCampaigns } from './desk-campaigns.service.ts';
import type { Outcome } from './outcome.ts';
import { type DeskPosition, positionsRepository } from './positions.repository.ts';
import type { Publications } from './publications.service.ts';
import { readingsRepository } from './readings.repository.ts';
import { giveBack, type Refusal, refusalToAccept, refusalToCode, undoable } from './review.ts';
import type { Stance } from './stance.ts';

/** What a reader's form carries: the version they read, and the form's key. */
export interface Read {
  version: number;
  key: string;
}

export interface Acceptance extends Read {
  /** How a disagreement was settled. */
  note: string;
  /** At once as an edition of its own, or later with others. */
  publishing: 'now' | 'later';
  exception: FreezeException | null;
}

/** The second person's part: coding before seeing the first code, then accepting or returning; and taking that back. */
export function openReadings(database: Database, campaigns: DeskCampaigns, publications: Publications, acts: Acts) {
  const positions = positionsRepository(database);
  const readings = readingsRepository(database);

  /** Runs on the position as it is now, when it is still the one that was read. */
  function onVersion(
    { person, thing }: Authorized<DeskPosition>,
    { version, key }: Read,
    work: (current: DeskPosition) => Outcome,
  ) {
    return acts.once(person, key, () => {
      const current = positions.findPosition(thing.id);
      if (!current) return { refused: 'not_submitted' as Refusal };
      return current.version === version ? work(current) : { conflict: current };
    });
  }

  return {
    code(position: Authorized<DeskPosition>, read: Read, stance: Stance): Outcome {
      const { person } = position;
      return onVersion(position, read, (current) => {
        const refused = refusalToCode(current, person.id);
        if (refused || !current.stance) return { refused: refused ?? 'incomplete' };
        const { id: positionId, version, stance: firstStance, campaignId } = current;
        readings.insertReading({ positionId, version, readerId: person.id, stance, firstStance, codedAt: acts.now() });
        acts.note(person, campaignId, 'coded', `position ${positionId}`);
        return { done: positionId };
      });
    },

    /** Accepts, and publishes at once as a new edition when asked to: both happen, or neither. */
    accept(position: Authorized<DeskPosition>, acceptance: Acceptance): Outcome {
      const { person } = position;
      const campaign = campaigns.getCampaign(position.thing);
      if (!campaigns.findState(campaign)) return { refused: 'not_published' };
      return onVersion(position, acceptance, (current) => {
        const gaps = campaigns.gapsOf(campaign, current);
        const refused = refusalToAccept(current, person.id, gaps.length === 0, acceptance.note);
        if (refused) return { refused, gaps };
        const { id: positionId, version } = current;
        readings.recordAcceptance({ positionId, version, readerId: person.id }, acts.now(), acceptance.note.trim());
        acts.note(person, current.campaignId, 'accepted', `position ${positionId}`, acceptance.note);
        if (acceptance.publishing === 'later') return { done: positionId };
        const { exception } = acceptance;
        return publications.publishNow(person, campaign, [positionId], { note: '', exception });
      });
    },

    giveBack: (position: Authorized<DeskPosition>, read: Read, reason: string): Outcome =>
      onVersion(position, read, (current) => {
        const { person } = position;
        const step = giveBack(current, person.id, reason);
        if ('refused' in step) return step;
        const changes = { state: step.to, reviewerId: person.id, decisionReason: reason.trim() };
        positions.recordStep(current.id, current.version, changes, acts.now());
        acts.note(person, current.campaignId, 'returned', `position ${current.id}`, reason);
        return { done: current.id };
      }),

    /** Takes back what this person did last: their acceptance while it is not published, their return while nobody has mended it. */
    undo: (position: Authorized<DeskPosition>, read: Read): Outcome =>
      onVersion(position, read, (current) => {
        const { person } = position;
        const what = undoable(current, person.id);
        if (what === null) return { refused: 'nothing_to_undo' };
        const { id: positionId, version, campaignId } = current;
        if (what === 'acceptance') readings.recordAcceptance({ positionId, version, readerId: person.id }, null, '');
        else {
          const changes = { state: 'submitted', reviewerId: null, decisionReason: '' } as const;
          positions.recordStep(positionId, version, changes, acts.now());
        }
        acts.note(person, campaignId, `${what}-undone`, `position ${positionId}`);
        return { done: positionId };
      }),
  };
}
