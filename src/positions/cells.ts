import { listKey, raceSlug } from '../ledger/subjects.ts';
import type { Draft } from './draft.ts';
import type { Cell } from './publication.ts';

/** One list of a campaign, as the desk names it. */
export interface DeskList {
  id: number;
  key: string;
  race: string;
  round: number;
  panel: number;
  label: string;
  movementId: number;
}

/** What a position may be about: the movements with their lists, and the demands. */
export interface Grid {
  movements: readonly { id: number; slug: string; name: string }[];
  lists: readonly DeskList[];
  demands: readonly GridDemand[];
}

export interface GridDemand {
  id: number;
  slug: string;
  number: number;
  title: string;
  shortTitle: string;
  ruleCommits: string;
  ruleCommitsInPart: string;
  ruleRefuses: string;
}

interface RaceRow {
  id: number;
  name: string;
  sectorNumber: number | null;
}

interface ListRow {
  id: number;
  raceId: number;
  round: number;
  panel: number;
  label: string;
}

/** Joins the lists of a campaign with their races and movements; a list that belongs to no movement is left out. */
export function deskLists(
  races: readonly RaceRow[],
  lists: readonly ListRow[],
  movementOf: ReadonlyMap<number, number>,
): DeskList[] {
  const raceById = new Map(races.map((race) => [race.id, race]));
  return lists.flatMap(({ id, raceId, round, panel, label }) => {
    const race = raceById.get(raceId);
    const movementId = movementOf.get(id);
    if (!race || movementId === undefined) return [];
    return [{ id, key: listKey(raceSlug(race), round, panel), race: race.name, round, panel, label, movementId }];
  });
}

/** The public names of the cell a draft is about; null when a part of it is not of this campaign, or the list not of the movement. */
export function cellOf(
  grid: Grid,
  { movementId, listId, demandId }: Pick<Draft, 'movementId' | 'listId' | 'demandId'>,
): Cell | null {
  const movement = grid.movements.find(({ id }) => id === movementId);
  const demand = grid.demands.find(({ id }) => id === demandId);
  const list = listId === null ? null : grid.lists.find((each) => each.id === listId && each.movementId === movementId);
  if (!movement || !demand || list === undefined) return null;
  return { movement: movement.slug, list: list?.key ?? null, demand: demand.slug };
}
