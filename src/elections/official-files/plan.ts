import type { ElectionsRepository } from '../elections.repository.ts';
import type { Commune, Election, List, Race, Round } from '../elections.types.ts';
import { knownElection } from '../known-elections.ts';
import { differences } from './differences.ts';
import type { FiledList, FiledRace, Stage } from './stage.ts';

/** How many rows of one kind a file makes, alters, or finds as they are. */
export interface Count {
  created: number;
  changed: number;
  unchanged: number;
}

/** What one race of the file asks of the database. */
export interface RaceStep {
  filed: FiledRace;
  known: Race | null;
  commune: Commune | null;
  rounds: Round[];
  lists: FiledList[];
}

/** A list that is there already and would become different. */
export interface Change {
  race: FiledRace;
  list: FiledList;
  words: string[];
}

export interface Plan {
  elections: Election[];
  steps: RaceStep[];
  changes: Change[];
  communes: Count;
  races: Count;
  rounds: Count;
  lists: Count;
}

/**
 * Compares what a file says with what the database holds. Names of communes and races that are there stay as they are: someone may have
 * written them better. What a file does not say changes nothing, and nothing is ever removed.
 */
export function planImport(stage: Stage, elections: ElectionsRepository, campaignId: number | null): Plan {
  const plan: Plan = { elections: [], steps: [], changes: [], communes: none(), races: none(), rounds: none(), lists: none() };
  const ids = new Set([...stage.races.values()].map((race) => race.electionId));
  plan.elections = [...ids].filter((id) => !elections.findElection(id)).flatMap((id) => knownElection(id) ?? []);
  const seen = new Set<string>();
  for (const filed of stage.races.values()) {
    const step: RaceStep = {
      filed,
      known: elections.findRace(campaignId, filed.electionId, filed.raceCode),
      commune: null,
      rounds: [],
      lists: [],
    };
    if (!seen.has(filed.communeCode)) {
      seen.add(filed.communeCode);
      planCommune(plan, step, elections);
    }
    plan.races[step.known ? 'unchanged' : 'created'] += 1;
    planRounds(plan, step);
    planLists(plan, step, step.known ? elections.listLists([step.known.id]) : []);
    if (!step.known || step.commune || step.rounds.length > 0 || step.lists.length > 0) plan.steps.push(step);
  }
  return plan;
}

function planCommune({ communes }: Plan, step: RaceStep, elections: ElectionsRepository): void {
  const { communeCode: code, communeName: name, departement } = step.filed;
  if (elections.findCommune(code)) communes.unchanged += 1;
  else {
    communes.created += 1;
    step.commune = { code, name, departement };
  }
}

function planRounds({ rounds }: Plan, { filed, known, rounds: wanted }: RaceStep): void {
  for (const round of filed.rounds) {
    const stored = known?.rounds.find((each) => each.number === round.number);
    const differs =
      stored && (['registered', 'voted', 'valid'] as const).some((name) => round[name] !== null && round[name] !== stored[name]);
    if (!stored || differs) wanted.push(round);
    rounds[stored ? (differs ? 'changed' : 'unchanged') : 'created'] += 1;
  }
}

function planLists({ lists, changes }: Plan, step: RaceStep, known: readonly List[]): void {
  for (const filed of step.filed.lists) {
    const stored = known.find((each) => each.round === filed.round && each.panel === filed.panel);
    const words = stored ? differences(stored, filed) : [];
    if (stored && words.length > 0) changes.push({ race: step.filed, list: filed, words });
    if (!stored || words.length > 0) step.lists.push(filed);
    lists[stored ? (words.length > 0 ? 'changed' : 'unchanged') : 'created'] += 1;
  }
}

function none(): Count {
  return { created: 0, changed: 0, unchanged: 0 };
}
