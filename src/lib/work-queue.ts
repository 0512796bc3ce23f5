/** Raised when too many already wait: whoever asked should come back later. */
export class QueueFull extends Error {}

/** Heavy work, a few pieces at a time. */
export interface WorkQueue {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** At most `atOnce` pieces of work together; at most `waiting` others stand in line, first come, first served. */
export function openWorkQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkQueue {
  const line: (() => void)[] = [];
  let busy = 0;

  function leave(): void {
    const next = line.shift();
    if (next) next();
    else busy -= 1;
  }

  /** Whoever leaves gives their place to the first in line. */
  async function enter(): Promise<void> {
    if (busy < atOnce) {
      busy += 1;
      return;
    }
    if (line.length >= waiting) throw new QueueFull('too many are waiting');
    await new Promise<void>((resolve) => line.push(resolve));
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
