/** Raised when too many already wait: whoever asked should come back later. */
export class QueueFull extends Error {}

/** Heavy work, a few pieces at a time. `asker`: for whom, so that each has their turn. */
export interface WorkQueue {
  run<T>(work: () => Promise<T>, asker?: string): Promise<T>;
}

interface Waiting {
  enter(): void;
  refuse(error: QueueFull): void;
}

/**
 * At most `atOnce` pieces of work together; at most `waiting` others stand in line. Those who ask are served in turn, however much each
 * asks for; when the line is full, whoever asks for the most gives up their last place to a newcomer. So nobody can keep the others out.
 */
export function openWorkQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkQueue {
  /** Each asker's own line; the first is the next to be served. */
  const lines = new Map<string, Waiting[]>();
  let busy = 0;

  function leave(): void {
    const next = takeNext();
    if (next) next.enter();
    else busy -= 1;
  }

  /** Whoever was served goes behind the others. */
  function takeNext(): Waiting | undefined {
    const [first] = lines;
    if (!first) return undefined;
    const [asker, line] = first;
    const next = line.shift();
    lines.delete(asker);
    if (line.length > 0) lines.set(asker, line);
    return next;
  }

  /** Whoever leaves gives their place to the next. */
  async function enter(asker: string): Promise<void> {
    if (busy < atOnce) {
      busy += 1;
      return;
    }
    makeRoomFor(asker);
    const line = lines.get(asker) ?? [];
    lines.set(asker, line);
    await new Promise<void>((resolve, reject) => line.push({ enter: resolve, refuse: reject }));
  }

  function makeRoomFor(asker: string): void {
    const all = [...lines.values()];
    if (all.reduce((sum, { length }) => sum + length, 0) < waiting) return;
    const full = new QueueFull('too many are waiting');
    const longest = all.toSorted((a, b) => b.length - a.length)[0];
    if (!longest || longest.length <= (lines.get(asker)?.length ?? 0) + 1) throw full;
    longest.pop()?.refuse(full);
  }

  return {
    async run(work, asker = '') {
      await enter(asker);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
