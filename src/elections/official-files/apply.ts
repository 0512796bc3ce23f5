import type { Database } from '../../db/open.ts';
import { type ElectionsRepository, electionsRepository } from '../elections.repository.ts';
import { merged } from './differences.ts';
import { type Plan, planImport, type RaceStep } from './plan.ts';
import type { Stage } from './stage.ts';

/** Plans, and changes nothing. `campaignId`: whose ballots the file is read for; null, nobody's: what official files say. */
export function preview(database: Database, stage: Stage, campaignId: number | null = null): Plan {
  return database.sql.transaction(() => planImport(stage, electionsRepository(database), campaignId)).deferred();
}

/** Plans and writes in one transaction, so what is written is what the plan says, and a failure leaves nothing behind. */
export function applyImport(database: Database, stage: Stage, campaignId: number | null = null): Plan {
  const elections = electionsRepository(database);
  return database.sql
    .transaction(() => {
      const plan = planImport(stage, elections, campaignId);
      for (const election of plan.elections) elections.insertElection(election);
      for (const step of plan.steps) write(step, elections, campaignId);
      return plan;
    })
    .immediate();
}

function write(
  { filed, known, commune, rounds, lists }: RaceStep,
  elections: ElectionsRepository,
  campaignId: number | null,
): void {
  if (commune) elections.insertCommune(commune);
  const raceId = known?.id ?? elections.insertRace({ ...newRace(filed), campaignId });
  for (const round of rounds) elections.insertRound(raceId, round);
  const stored = known && lists.length > 0 ? elections.listLists([raceId]) : [];
  for (const list of lists) {
    const before = stored.find((each) => each.round === list.round && each.panel === list.panel);
    const { line: _line, ...row } = merged(before, list);
    elections.insertList({ ...row, raceId });
  }
}

function newRace({ electionId, communeCode, raceCode, kind, sectorNumber, raceName }: RaceStep['filed']) {
  return { electionId, communeCode, code: raceCode, kind, sectorNumber, name: raceName, areas: [], rounds: [] };
}
