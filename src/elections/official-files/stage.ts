import { counted, hardSpace } from '../../lib/typography.ts';
import type { NewList, Round } from '../elections.types.ts';
import type { Place } from '../place.ts';

/** A list as a file gives it, with the line it stands on. A null says that the file does not tell. */
export type FiledList = Omit<NewList, 'raceId'> & { line: number };

/** Everything one file says of one race. */
export interface FiledRace extends Place {
  electionId: string;
  rounds: Map<number, Round>;
  lists: Map<number, FiledList>;
}

export interface Rejection {
  line: number;
  reason: string;
}

/** What was read from a file, before anything is compared with the database. */
export interface Stage {
  races: Map<string, FiledRace>;
  rejections: Rejection[];
  /** What the file holds and the import has no use for, in words, with how often. */
  left: Map<string, number>;
}

/** What a reader of one format calls as it goes through the lines. */
export type Sink = ReturnType<typeof openStage>;

const noFigures = { registered: null, voted: null, valid: null };

export function openStage() {
  const stage: Stage = { races: new Map(), rejections: [], left: new Map() };
  const reject = (line: number, reason: string): void => void stage.rejections.push({ line, reason });

  function race(electionId: string, place: Place): FiledRace {
    const key = `${electionId} ${place.raceCode}`;
    const known = stage.races.get(key);
    if (known) return known;
    const fresh = { ...place, electionId, rounds: new Map(), lists: new Map() };
    stage.races.set(key, fresh);
    return fresh;
  }

  return {
    stage,
    reject,
    race,
    leave: (what: string): void => void stage.left.set(what, (stage.left.get(what) ?? 0) + 1),
    /** Stages a list; a second one under the same panel number of the same round is refused. */
    list(into: FiledRace, list: FiledList, figures: Omit<Round, 'number'> = noFigures): boolean {
      const key = listKey(list.round, list.panel);
      const first = into.lists.get(key);
      if (first) {
        reject(
          list.line,
          `le panneau ${list.panel} est déjà pris à la ligne ${first.line} (${into.raceName}, tour ${list.round}).`,
        );
        return false;
      }
      into.lists.set(key, list);
      if (!into.rounds.has(list.round)) into.rounds.set(list.round, { number: list.round, ...figures });
      return true;
    },
  };
}

/** One number for (round, panel), cheaper to keep by the ten thousand than a text. */
export function listKey(round: number, panel: number): number {
  return round * 100_000 + panel;
}

/** « 12 communes sans liste ». */
export function leftInWords({ left }: Pick<Stage, 'left'>): string[] {
  return [...left].map(([what, times]) => `${what}${hardSpace}: ${counted(times, 'ligne')}`);
}

/** A list must be called something: its label, else its short one, else its head, else its panel. */
export function listLabel(label: string, short: string | null, head: string, panel: number): string {
  return label || short || (head && `Liste conduite par ${head}`) || `Liste n°${hardSpace}${panel}`;
}
