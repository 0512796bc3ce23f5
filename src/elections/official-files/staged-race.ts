import { z } from 'zod';
import { figure, storedList, storedRound } from '../stored-list.ts';
import type { FiledRace, Rejection, Stage } from './stage.ts';

const filedList = storedList.extend({ line: z.number().int() });

const filedRace = z.object({
  communeCode: z.string(),
  communeName: z.string(),
  departement: z.string(),
  raceCode: z.string(),
  kind: z.enum(['commune', 'sector']),
  sectorNumber: figure,
  raceName: z.string(),
  electionId: z.string(),
  rounds: z.array(storedRound),
  lists: z.array(filedList),
});

/** What was read of a file, as it is kept between the reading and the applying. */
const kept = z.object({
  races: z.array(filedRace),
  rejections: z.array(z.object({ line: z.number().int(), reason: z.string() })),
  rejected: z.number().int(),
  left: z.array(z.tuple([z.string(), z.number().int()])),
});

export function packStage({ races, rejections, rejected, left }: Stage): string {
  return JSON.stringify({ races: [...races.values()], rejections, rejected, left: [...left] });
}

/** Reads a stage back; throws (zod) on what is none. */
export function unpackStage(packed: string): Stage {
  const { races, rejections, rejected, left } = kept.parse(JSON.parse(packed));
  const named = races.map((race): [string, FiledRace] => [`${race.electionId} ${race.raceCode}`, race]);
  const told: Rejection[] = rejections;
  return { races: new Map(named), rejections: told, rejected, left: new Map(left) };
}
