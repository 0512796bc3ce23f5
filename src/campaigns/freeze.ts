import { wallClock } from '../lib/wall-clock.ts';

/** The dates of an election's rounds, ISO 8601 calendar days. */
export interface RoundDates {
  firstRoundOn: string;
  secondRoundOn: string | null;
}

/** A span in which nothing public may change. `from` and `until` are wall-clock times of the town, `YYYY-MM-DD HH:MM`. */
export interface Freeze {
  round: 1 | 2;
  from: string;
  until: string;
}

/** When the last polling place may close at the latest (code électoral, art. R.41). */
const lastClosing = '20:00';

/**
 * The freeze that holds at `now`, or null: from 00:00 on the eve of a round to the close of the last polling place, by the clock of
 * the town (code électoral, art. L.49). `timeZone` is an IANA name.
 */
export function freezeAt(rounds: RoundDates, timeZone: string, now: Date): Freeze | null {
  const local = wallClock(now, timeZone);
  return freezesOf(rounds).find(({ from, until }) => from <= local && local < until) ?? null;
}

/** Every freeze of an election, first round first. */
export function freezesOf({ firstRoundOn, secondRoundOn }: RoundDates): Freeze[] {
  const first: Freeze = { round: 1, ...around(firstRoundOn) };
  return secondRoundOn === null ? [first] : [first, { round: 2, ...around(secondRoundOn) }];
}

function around(day: string): { from: string; until: string } {
  const eve = new Date(`${day}T00:00:00Z`);
  eve.setUTCDate(eve.getUTCDate() - 1);
  return { from: `${eve.toISOString().slice(0, 10)} 00:00`, until: `${day} ${lastClosing}` };
}
