/**
 * Does some work again and again, with a pause between the end of one round and the start of the next: two never overlap. A failure is
 * told and the next round comes all the same. `stop` waits for the round that is under way.
 */
export function repeat(work: () => Promise<unknown>, pause: number, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<void> = Promise.resolve();
  let stopped = false;

  function next(): void {
    underWay = work()
      .then(() => {}, onError)
      .then(() => {
        if (!stopped) timer = setTimeout(next, pause).unref();
      });
  }

  return {
    start: next,
    stop: (): Promise<void> => {
      stopped = true;
      if (timer) clearTimeout(timer);
      return underWay;
    },
  };
}
