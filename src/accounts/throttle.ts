/** How long someone who keeps failing must wait. Slows guessing down; nobody is ever locked out for good. */

const second = 1000;
const minute = 60 * second;

/** Failures older than this are forgotten, and deleted. In milliseconds. */
export const remembered = 60 * minute;

const freeTries = 5;
const firstDelay = 30 * second;
const longestDelay = 15 * minute;
const triesByAddress = 10;

/**
 * Milliseconds to wait before the next try, 0 for none. After 5 failures on an account each further one doubles the delay, from 30
 * seconds up to a quarter of an hour; one address has 10 tries a minute, whatever the accounts. Times are in milliseconds.
 */
export function waitBeforeTrying(accountFailures: readonly number[], addressFailures: readonly number[], now: number): number {
  return Math.max(waitForAccount(accountFailures, now), waitForAddress(addressFailures, now), 0);
}

function waitForAccount(failures: readonly number[], now: number): number {
  if (failures.length < freeTries) return 0;
  const delay = Math.min(firstDelay * 2 ** (failures.length - freeTries), longestDelay);
  return Math.max(...failures) + delay - now;
}

function waitForAddress(failures: readonly number[], now: number): number {
  const recent = failures.filter((at) => at > now - minute).sort((one, other) => one - other);
  const tenth = recent.at(-triesByAddress);
  return tenth === undefined ? 0 : tenth + minute - now;
}
