import { type Freeze, freezesOf, type RoundDates } from '../campaigns/freeze.ts';
import { wallClock } from '../lib/wall-clock.ts';
import { addDays } from './reminders.ts';

/** The law's three days (decree 2007-1527), and a day while the official campaign is open (law of 1881, art. 13: our own rule). */
export const usualHours = 72;
export const campaignHours = 24;

/** Until when a reply must be published. `due` is a wall-clock time of the town, `YYYY-MM-DD HH:MM`. */
export interface ReplyDeadline {
  hours: number;
  due: string;
  /** The freeze that moved it: nothing is published in one, so it comes before when it can, and at the close of the polls when not. */
  moved: 'before' | 'after' | null;
}

/** `receivedAt` is when the request came; `timeZone` an IANA name. */
export function replyDeadline(rounds: RoundDates, timeZone: string, receivedAt: Date): ReplyDeadline {
  const received = wallClock(receivedAt, timeZone);
  const hours = isCampaignTime(rounds, received.slice(0, 10)) ? campaignHours : usualHours;
  const due = wallClock(new Date(receivedAt.getTime() + hours * 3_600_000), timeZone);
  const freeze = freezesOf(rounds).find(({ from, until }) => due >= from && received < until);
  return freeze ? { hours, ...moved(freeze, received, due) } : { hours, due, moved: null };
}

function moved({ from, until }: Freeze, received: string, due: string): Pick<ReplyDeadline, 'due' | 'moved'> {
  if (received < from) return { due: from, moved: 'before' };
  return { due: due > until ? due : until, moved: 'after' };
}

/**
 * Whether the official campaign is open: from the second Monday before the vote (code électoral, art. R.26), for a second round not
 * before the day after the first, to the day of the vote.
 */
function isCampaignTime({ firstRoundOn, secondRoundOn }: RoundDates, day: string): boolean {
  const isIn = (opening: string, vote: string) => day >= opening && day <= vote;
  if (isIn(secondMondayBefore(firstRoundOn), firstRoundOn)) return true;
  if (secondRoundOn === null) return false;
  const [earliest, usual] = [addDays(firstRoundOn, 1), secondMondayBefore(secondRoundOn)];
  return isIn(usual > earliest ? usual : earliest, secondRoundOn);
}

function secondMondayBefore(vote: string): string {
  const weekday = new Date(`${vote}T00:00:00Z`).getUTCDay();
  const sinceMonday = (weekday + 6) % 7 || 7;
  return addDays(vote, -(sinceMonday + 7));
}

/** Whole hours left at `now`, by the clock of the town; negative once it is late. */
export function hoursLeft({ due }: ReplyDeadline, timeZone: string, now: Date): number {
  const instant = (wall: string) => Date.parse(`${wall.replace(' ', 'T')}Z`);
  return Math.floor((instant(due) - instant(wallClock(now, timeZone))) / 3_600_000);
}
