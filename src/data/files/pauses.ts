import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long other answers may wait for a piece of work, in milliseconds. */
const stretch = 8;

/** Lets other answers pass: `isDue` once the work has had its stretch, and the call itself waits until they have. */
export function openPauses() {
  let since = performance.now();
  async function pause(): Promise<void> {
    await nextTurn();
    since = performance.now();
  }
  return Object.assign(pause, { isDue: () => performance.now() - since > stretch });
}
