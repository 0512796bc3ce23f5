import type { Race } from '../elections/elections.types.ts';
import { rejectionsKept, type Stage } from '../elections/official-files/stage.ts';

/**
 * What a file says of a campaign's own races. A race that the campaign does not have (a sector, where one votes for the whole town) is
 * not made by an import: its lines are rejected, each with the reason.
 */
export function ownRacesOnly(stage: Stage, races: readonly Pick<Race, 'code' | 'kind'>[]): Stage {
  const known = new Set(races.map(({ code }) => code));
  const own = [...stage.races].filter(([, { raceCode }]) => known.has(raceCode));
  const foreign = [...stage.races.values()].filter(({ raceCode }) => !known.has(raceCode));
  const bySector = races.every(({ kind }) => kind === 'sector');
  const rejections = foreign.flatMap(({ raceName, lists, kind }) =>
    lists.map(({ line }) => ({
      line,
      reason:
        kind === 'commune' && bySector
          ? 'on vote ici par secteur : donnez le numéro du secteur.'
          : `la campagne n’a pas de scrutin « ${raceName} ».`,
    })),
  );
  return {
    races: new Map(own),
    rejections: [...stage.rejections, ...rejections].sort((one, other) => one.line - other.line).slice(0, rejectionsKept),
    rejected: stage.rejected + rejections.length,
    left: stage.left,
  };
}
