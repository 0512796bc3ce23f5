import { auditRepository } from '../accounts/audit.repository.ts';
import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import { positionSubject } from '../ledger/subjects.ts';
import type { Clock } from '../lib/clock.ts';
import type { Standings } from '../standings/standings.service.ts';
import { cellOf, deskLists, type Grid } from './cells.ts';
import { type Draft, type Gap, gapsIn } from './draft.ts';
import { type DeskPosition, positionsRepository, type StepChanges } from './positions.repository.ts';
import { type Cell, positionEntries } from './publication.ts';
import { approve, giveBack, isEditable, type Refusal, type Step, submit, takeBack } from './review.ts';

/** A campaign as its desk needs it. */
export interface DeskCampaign {
  campaignId: number;
  slug: string;
  title: string;
  town: string;
  timeZone: string;
  grid: Grid;
}

/** What came of an attempt: it was done (once, however often it was sent), refused for a reason, or someone else came first. */
export type Outcome = { done: number } | { refused: Refusal | 'not_published'; gaps: Gap[] } | { conflict: DeskPosition };

export type Positions = ReturnType<typeof openPositions>;

/** The way of positions from a draft to the ledger. Each step is one transaction, with its audit row. */
export function openPositions(database: Database, publishing: Publishing, standings: Standings, clock: Clock) {
  const positions = positionsRepository(database);
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);
  const audit = auditRepository(database);
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();
  const now = () => clock.now().toISOString();

  function completeCampaign({ id, slug, title, town, timeZone, electionId, communeCode }: CampaignRow): DeskCampaign {
    const races = elections.listRaces(electionId, communeCode);
    const movementOf = new Map(campaigns.listMovementLists(id).map(({ listId, movementId }) => [listId, movementId]));
    const lists = deskLists(races, elections.listLists(races.map((race) => race.id)), movementOf);
    const grid = { movements: campaigns.listMovements(id), lists, demands: campaigns.listDemands(id) };
    return { campaignId: id, slug, title, town, timeZone, grid };
  }

  /** The newest public version of a cell, if any: what an approval would replace. */
  function findPublished(campaign: DeskCampaign, cell: Cell) {
    const state = standings.find(campaign.slug);
    const version = state?.of('position').get(positionSubject(cell))?.versions.at(-1);
    return version ?? null;
  }

  function gapsOf(campaign: DeskCampaign, draft: Draft): Gap[] {
    const cell = cellOf(campaign.grid, draft);
    return gapsIn(draft, cell !== null && findPublished(campaign, cell) !== null);
  }

  /** Does it once: the second time the same form comes, says what it said the first time. */
  function once(person: Person, key: string, work: () => Outcome): Outcome {
    return inTransaction(() => {
      const before = audit.findSubmittedForm(person.id, key);
      if (before !== null) return { done: Number(before) };
      const outcome = work();
      if ('done' in outcome) audit.insertSubmittedForm({ personId: person.id, key, location: String(outcome.done), at: now() });
      return outcome;
    });
  }

  function note(person: Person, { campaignId }: { campaignId: number }, action: string, id: number, reason = ''): void {
    audit.insertAudit({ at: now(), personId: person.id, campaignId, action, subject: `position ${id}`, reason: reason || null });
  }

  /** Takes one step; `alongside` runs before the row changes, in the same transaction, and may add to the change. */
  function take(
    { person, thing }: Authorized<DeskPosition>,
    version: number,
    step: (current: DeskPosition) => Step,
    changes: (current: DeskPosition) => StepChanges = () => ({}),
    reason = '',
  ): Outcome {
    const current = positions.findPosition(thing.id);
    if (!current) return { refused: 'not_editable', gaps: [] };
    if (current.version !== version) return { conflict: current };
    const outcome = step(current);
    if ('refused' in outcome) return { refused: outcome.refused, gaps: [] };
    positions.recordStep(current.id, version, { state: outcome.to, ...changes(current) }, now());
    note(person, current, outcome.to, current.id, reason);
    return { done: current.id };
  }

  return {
    /** The campaign, through the person: null when it is not there or not theirs. */
    findCampaign: (person: Person, slug: string): Authorized<DeskCampaign> | null => {
      const row = campaigns.findCampaign(slug);
      return authorize(person, 'positions:write', row && completeCampaign(row));
    },
    /** Every campaign in which this person writes. */
    listCampaigns: (person: Person): Authorized<DeskCampaign>[] =>
      campaigns.listCampaigns().flatMap((row) => authorize(person, 'positions:write', completeCampaign(row)) ?? []),
    findWritable: (person: Person, id: number) => authorize(person, 'positions:write', positions.findPosition(id)),
    findReviewable: (person: Person, id: number) => authorize(person, 'positions:review', positions.findPosition(id)),
    listPositions: ({ thing }: Authorized<DeskCampaign>, states: readonly DeskPosition['state'][]) =>
      positions.listPositions(thing.campaignId, states),
    findPublished,
    gapsOf,

    /** Keeps a draft, new (`position` null) or changed, and submits it when asked to and nothing is missing. */
    save(
      { person, thing: campaign }: Authorized<DeskCampaign>,
      position: Authorized<DeskPosition> | null,
      draft: Draft,
      { version, key, submitted }: { version: number; key: string; submitted: boolean },
    ): Outcome {
      return once(person, key, () => {
        const current = position && positions.findPosition(position.thing.id);
        if (current && current.version !== version) return { conflict: current };
        if (current && !isEditable(current)) return { refused: 'not_editable', gaps: [] };
        const gaps = submitted ? gapsOf(campaign, draft) : [];
        if (gaps.length > 0) return { refused: 'incomplete', gaps };
        const at = now();
        const id = current?.id ?? positions.insertPosition(draft, campaign.campaignId, person.id, at);
        if (current) positions.recordDraft(id, version, draft, person.id, at);
        note(person, campaign, 'saved', id);
        const saved = authorize(person, 'positions:write', positions.findPosition(id));
        if (!submitted || !saved) return { done: id };
        return take(
          saved,
          saved.thing.version,
          (it) => submit(it, true),
          () => ({ reviewerId: null, decisionReason: '' }),
        );
      });
    },

    takeBack: (position: Authorized<DeskPosition>, version: number, key: string): Outcome =>
      once(position.person, key, () => take(position, version, (it) => takeBack(it, position.person.id))),

    giveBack: (position: Authorized<DeskPosition>, version: number, key: string, reason: string): Outcome =>
      once(position.person, key, () =>
        take(
          position,
          version,
          (it) => giveBack(it, position.person.id, reason),
          () => ({ reviewerId: position.person.id, decisionReason: reason.trim() }),
          reason,
        ),
      ),

    /** Approves, and publishes as a new edition: both happen, or neither. */
    approve(position: Authorized<DeskPosition>, version: number, key: string): Outcome {
      const { person, thing } = position;
      const row = campaigns.listCampaigns().find(({ id }) => id === thing.campaignId);
      const campaign = row && completeCampaign(row);
      const state = campaign && standings.find(campaign.slug);
      if (!campaign || !state) return { refused: 'not_published', gaps: [] };
      return once(person, key, () => {
        const gaps = gapsOf(campaign, positions.findPosition(thing.id) ?? thing);
        const outcome = take(
          position,
          version,
          (it) => approve(it, person.id, gaps.length === 0),
          (it) => ({ reviewerId: person.id, editionNumber: publish(campaign, it) }),
        );
        return 'refused' in outcome ? { ...outcome, gaps } : outcome;
      });
    },
  };

  /** Runs inside the approval's transaction (a savepoint of it). The number of the new edition. */
  function publish(campaign: DeskCampaign, position: DeskPosition): number {
    const cell = cellOf(campaign.grid, position);
    if (!cell) throw new Error(`position ${position.id} is about nothing that campaign ${campaign.slug} knows`);
    const contact = standings.find(campaign.slug)?.of('contact').get(cell.movement)?.current ?? null;
    const entries = positionEntries(position, cell, findPublished(campaign, cell), contact);
    return publishing.publish(campaign.slug, entries).number;
  }
}

type CampaignRow = NonNullable<ReturnType<ReturnType<typeof campaignsRepository>['findCampaign']>>;
