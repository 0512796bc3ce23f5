/** The time, as something a test can hold still. Everything is stored in UTC. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
