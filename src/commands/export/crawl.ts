/** An address to look at, and the page or the part that leads there. */
export interface Step {
  address: string;
  from: string;
}

/** How many pages are under way together: while one is compressed and written, the next is drawn. */
const together = 6;

/** Visits addresses and whatever each of them leads to, each once, several at a time. */
export async function crawl(starts: readonly Step[], visit: (step: Step) => Promise<readonly string[]>): Promise<void> {
  const waiting = [...starts];
  const seen = new Set<string>();
  const underWay = new Set<Promise<void>>();

  async function look({ address, from }: Step): Promise<void> {
    for (const to of await visit({ address, from })) if (!seen.has(to)) waiting.push({ address: to, from: address });
  }

  function begin(step: Step): void {
    if (seen.has(step.address)) return;
    seen.add(step.address);
    const work = look(step).finally(() => underWay.delete(work));
    underWay.add(work);
  }

  try {
    while (waiting.length > 0 || underWay.size > 0) {
      while (waiting.length > 0 && underWay.size < together) begin(waiting.pop() ?? { address: '', from: '' });
      if (underWay.size > 0) await Promise.race(underWay);
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}
