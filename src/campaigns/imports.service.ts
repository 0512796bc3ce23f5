import { isDeepStrictEqual } from 'node:util';
import { type Done, openActs } from '../accounts/acts.service.ts';
import type { Authorized } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository, type List, type Round } from '../elections/elections.repository.ts';
import { changesBetween, packChanges, unpackChanges } from '../elections/import-undo.ts';
import { type ImportBatch, importsRepository } from '../elections/imports.repository.ts';
import { lineageDecisionsRepository } from '../elections/lineage-decisions.repository.ts';
import type { Plan } from '../elections/official-files/plan.ts';
import type { Stage } from '../elections/official-files/stage.ts';
import { packStage, unpackStage } from '../elections/official-files/staged-race.ts';
import { openOfficialImports } from '../elections/official-imports.service.ts';
import type { Clock } from '../lib/clock.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import { deletes } from './drafting.service.ts';
import { ownRacesOnly } from './import-limits.ts';
import type { EditedCampaign } from './opening.service.ts';

/** What keeps a batch from being undone: a list of it that something else stands on, or that changed since. */
export interface Held {
  label: string;
  panel: number;
  why: 'grouped' | 'related' | 'used' | 'changed';
}

export type Undone = Done | { refused: 'state' } | { held: Held[] };

type Campaign = Authorized<EditedCampaign>;

/** Files and tables of lists, read for one campaign: seen first, applied as one batch, and taken back as long as nothing depends on it. */
export function openImports(database: Database, clock: Clock) {
  const imports = importsRepository(database);
  const official = openOfficialImports(database);
  const elections = electionsRepository(database);
  const campaigns = campaignsRepository(database);
  const decisions = lineageDecisionsRepository(database);
  const act = openActs(database, clock);

  /** The lists and rounds of the campaign's races as they stand. */
  function stateOf(campaign: EditedCampaign) {
    const races = elections.listRaces(campaign);
    const rounds = races.flatMap((race): (Round & { raceId: number })[] =>
      race.rounds.map((round) => ({ ...round, raceId: race.id })),
    );
    return { lists: elections.listLists(races.map(({ id }) => id)), rounds };
  }

  function heldOf(before: List | null, after: List): Held['why'] | null {
    const current = imports.findList(after.id);
    if (!isDeepStrictEqual(current, after)) return 'changed';
    if (before) return null;
    if (campaigns.listGrouped([after.id]).length > 0) return 'grouped';
    return decisions.isRelated(after.id) ? 'related' : null;
  }

  return {
    /** Reads a file into a batch that changes nothing yet. Throws WrongFile, with one sentence for the person who gave it. */
    async read({ person, thing }: Campaign, file: { path: string; fileName: string }, round: 1 | 2 | null): Promise<number> {
      const races = elections.listRaces(thing);
      const election = elections.findElection(thing.electionId);
      const here = {
        electionId: thing.electionId,
        communeCode: thing.communeCode,
        communeName: thing.town,
        year: election?.firstRoundOn.slice(0, 4) ?? '',
      };
      const { formatName, lines, stage } = await official.read(file.path, { round, here });
      const own = ownRacesOnly(stage, races);
      const readAt = clock.now().toISOString();
      const row = { campaignId: thing.id, personId: person.id, fileName: file.fileName, formatName, lines };
      return imports.insertBatch({ ...row, stage: packStage(own), readAt });
    },

    listBatches: ({ thing }: Campaign): ImportBatch[] => imports.listBatches(thing.id),

    /** A batch, with what it says and what applying it would change now. */
    findBatch({ thing }: Campaign, id: number): { batch: ImportBatch; stage: Stage; plan: Plan } | null {
      const batch = imports.findBatch(thing.id, id);
      if (!batch) return null;
      const stage = unpackStage(batch.stage);
      return { batch, stage, plan: official.preview(stage, thing.id) };
    },

    apply({ person, thing }: Campaign, id: number, key: string): Done | { refused: 'state' } {
      return act(person, key, (note): Done | { refused: 'state' } => {
        const batch = imports.findBatch(thing.id, id);
        if (batch?.state !== 'read') return { refused: 'state' };
        const before = stateOf(thing);
        official.apply(unpackStage(batch.stage), thing.id);
        const changes = packChanges(changesBetween(before, stateOf(thing)));
        imports.recordBatch(id, { state: 'applied', changes, decidedAt: clock.now().toISOString() });
        note({ campaignId: thing.id, action: 'import-applied', subject: `import ${id}`, reason: batch.fileName });
        return { done: String(id) };
      });
    },

    /** Puts everything back as it was, or nothing: whatever something else stands on is named. */
    undo({ person, thing }: Campaign, id: number, key: string): Undone {
      return act(person, key, (note): Undone => {
        const batch = imports.findBatch(thing.id, id);
        if (batch?.state !== 'applied' || batch.changes === null) return { refused: 'state' };
        const { lists, rounds } = unpackChanges(batch.changes);
        const own = new Set(elections.listRaces(thing).map((race) => race.id));
        const held = lists.flatMap(({ before, after }): Held[] => {
          const why = own.has(after.raceId) ? heldOf(before, after) : 'changed';
          return why ? [{ label: after.label, panel: after.panel, why }] : [];
        });
        if (held.length > 0) return { held };
        for (const { before, after } of lists) {
          if (before) imports.recordList(before);
          else if (!deletes(() => imports.deleteList(after.id)))
            held.push({ label: after.label, panel: after.panel, why: 'used' });
        }
        if (held.length > 0) throw new HeldBatch(held);
        for (const { raceId, before, after } of rounds) {
          if (before) imports.recordRound(raceId, before);
          else imports.deleteEmptyRound(raceId, after.number);
        }
        imports.recordBatch(id, { state: 'undone', decidedAt: clock.now().toISOString() });
        note({ campaignId: thing.id, action: 'import-undone', subject: `import ${id}`, reason: batch.fileName });
        return { done: String(id) };
      });
    },
  };
}

/** Raised in the middle of taking a batch back, so that nothing of it stays half done. */
export class HeldBatch extends Error {
  readonly held: readonly Held[];
  constructor(held: readonly Held[]) {
    super('a list of the batch is in use');
    this.held = held;
  }
}
