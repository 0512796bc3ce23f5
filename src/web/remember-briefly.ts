import type { Clock } from '../lib/clock.ts';

/** Asks again once a second, not at each of thousands of requests. */
export function rememberBriefly<T>(find: (key: string) => T, clock: Clock): (key: string) => T {
  const known = new Map<string, { second: number; value: T }>();
  return (key) => {
    const second = Math.floor(clock.now().getTime() / 1000);
    const last = known.get(key);
    if (last?.second === second) return last.value;
    const value = find(key);
    known.set(key, { second, value });
    return value;
  };
}
