import { counted, hardSpace } from '../../lib/typography.ts';
import type { NewList, Round } from '../elections.types.ts';
import type { Place } from '../place.ts';
import type { WantedPlace } from './wanted-place.ts';

/** A list as a file gives it, with the line it stands on. A null says that the file does not tell. */
export type FiledList = Omit<NewList, 'raceId'> & { line: number };

/** Everything one file says of one race. Arrays, since there are 35,000 of these and hardly ever more than ten lists in one. */
export interface FiledRace extends Place {
  electionId: string;
  rounds: Round[];
  lists: FiledList[];
}

export interface Rejection {
  line: number;
  reason: string;
}

/** What was read from a file, before anything is compared with the database. */
export interface Stage {
  races: Map<string, FiledRace>;
  /** The first rejected lines; a file that is wrong a million times is not kept a million times. */
  rejections: Rejection[];
  rejected: number;
  /** What the file holds and the import has no use for, in words, with how often. */
  left: Map<string, number>;
}

/** What a reader of one format calls as it goes through the lines. */
export type Sink = ReturnType<typeof openStage>;

const noFigures = { registered: null, voted: null, valid: null };
/** How many rejections are kept, of all there are. */
export const rejectionsKept = 1000;
/** As much as the desk lets anyone type on one line; the longest names of 2020 and 2026 have a quarter of it. */
const longestText = 500;
/** A reason quotes what the file says. */
const longestReason = 300;

/** `wanted`: the only town and election to be kept; what the file says of others is read, counted and forgotten. */
export function openStage(wanted?: Pick<WantedPlace, 'electionId' | 'communeCode'>) {
  const stage: Stage = { races: new Map(), rejections: [], rejected: 0, left: new Map() };
  const reject = (line: number, reason: string): void => {
    stage.rejected += 1;
    if (stage.rejections.length < rejectionsKept) stage.rejections.push({ line, reason: shortened(reason) });
  };

  const leave = (what: string): void => void stage.left.set(what, (stage.left.get(what) ?? 0) + 1);
  /** The last race that is not wanted: its readers still need it while they go through its lines. */
  let elsewhere: { key: string; race: FiledRace | null } = { key: '', race: null };

  function race(electionId: string, place: Place): FiledRace {
    const key = `${electionId} ${place.raceCode}`;
    const known = stage.races.get(key);
    if (known) return known;
    if (elsewhere.race && key === elsewhere.key) return elsewhere.race;
    const fresh: FiledRace = { ...place, electionId, rounds: [], lists: [] };
    if (wanted && (wanted.electionId !== electionId || wanted.communeCode !== place.communeCode)) {
      elsewhere = { key, race: fresh };
      leave('Scrutin d’une autre commune ou d’une autre élection');
    } else stage.races.set(key, fresh);
    return fresh;
  }

  return {
    stage,
    reject,
    race,
    leave,
    /** Stages a list; a second one under the same panel number of the same round is refused. */
    list(into: FiledRace, list: FiledList, figures: Omit<Round, 'number'> = noFigures): void {
      const texts = [list.label, list.shortLabel, list.nuance, list.headFirstName, list.headLastName];
      if (texts.some((text) => text !== null && text.length > longestText)) {
        reject(list.line, `un nom a plus de ${longestText} caractères.`);
        return;
      }
      const first = findList(into, list.round, list.panel);
      if (first) {
        reject(
          list.line,
          `le panneau ${list.panel} est déjà pris à la ligne ${first.line} (${into.raceName}, tour ${list.round}).`,
        );
        return;
      }
      into.lists.push(list);
      if (!into.rounds.some((each) => each.number === list.round)) into.rounds.push({ number: list.round, ...figures });
    },
  };
}

function shortened(reason: string): string {
  return reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason;
}

/** The list under a panel number of a round, if the file has named it. */
export function findList({ lists }: FiledRace, round: number, panel: number): FiledList | undefined {
  return lists.find((each) => each.panel === panel && each.round === round);
}

/** « Commune sans liste : 88 lignes ». */
export function leftInWords({ left }: Pick<Stage, 'left'>): string[] {
  return [...left].map(([what, times]) => `${what}${hardSpace}: ${counted(times, 'ligne')}`);
}

/** A list must be called something: its label, else its short one, else its head, else its panel. */
export function listLabel(label: string, short: string | null, head: string, panel: number): string {
  return label || short || (head && `Liste conduite par ${head}`) || `Liste n°${hardSpace}${panel}`;
}
