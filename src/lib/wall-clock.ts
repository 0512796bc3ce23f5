const clocks = new Map<string, Intl.DateTimeFormat>();

/** A UTC instant as the clock of a place shows it: `2026-11-24 09:05`. Times of one place then compare as text. */
export function wallClock(instant: Date, timeZone: string): string {
  // Making a clock costs fifty times what reading it does, and there are few time zones.
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23', timeZone });
  clocks.set(timeZone, clock);
  return clock.format(instant);
}
