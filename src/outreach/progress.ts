import type { Standing } from './asking.ts';

/** How far the asking is, in movements. Each is in one of the four parts of `parts`, whose sum is `total`. */
export interface Progress {
  total: number;
  asked: number;
  answered: number;
  declined: number;
  /** Asked long enough ago, and silent. */
  toRemind: number;
  parts: { answered: number; declined: number; silent: number; notAsked: number };
}

/** `toRemind` says whether a reminder may go to that movement today. */
export function progressOf(movements: readonly { standing: Standing; toRemind: boolean }[]): Progress {
  const count = (...statuses: Standing['status'][]) =>
    movements.filter(({ standing }) => statuses.includes(standing.status)).length;
  const parts = {
    answered: count('answered', 'being_checked'),
    declined: count('declined'),
    silent: count('asked'),
    notAsked: count('not_asked'),
  };
  return {
    total: movements.length,
    asked: movements.length - parts.notAsked,
    answered: parts.answered,
    declined: parts.declined,
    toRemind: movements.filter(({ toRemind }) => toRemind).length,
    parts,
  };
}
