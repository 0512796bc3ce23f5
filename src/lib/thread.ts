import { parentPort, Worker } from 'node:worker_threads';

interface Waiting<A> {
  resolve(answer: A): void;
  reject(error: Error): void;
}

/** What the thread says of one question: its answer, or why there is none. */
type Said<A> = { number: number; answer: A } | { number: number; failed: string };

/** How long a thread that has something to answer may say nothing, in milliseconds, before it is taken to be lost. */
const patience = 60_000;

/**
 * Asks a thread of its own, which starts when it is first asked, and keeps the process alive only while it has something to answer.
 * `module` calls `answerInThread`. Whatever becomes of the thread, every question is answered or fails; the next one starts another.
 */
export function openThread<Q, A>(module: URL, silentFor = patience) {
  const waiting = new Map<number, Waiting<A>>();
  let worker: Worker | null = null;
  let watch: NodeJS.Timeout | undefined;
  let asked = 0;

  function start(): Worker {
    const started = new Worker(module);
    const lost = (error: Error) => worker === started && lose(error);
    started.on('message', (said: Said<A>) => {
      settle(said);
      watchOver(started);
    });
    started.on('error', lost);
    started.on('messageerror', lost);
    started.on('exit', () => lost(new Error('the thread ended before it answered')));
    return started;
  }

  function settle(said: Said<A>): void {
    const asker = waiting.get(said.number);
    waiting.delete(said.number);
    if ('failed' in said) asker?.reject(new Error(said.failed));
    else asker?.resolve(said.answer);
  }

  /** Listens on while something is to be answered, and gives a thread that falls silent up. */
  function watchOver(started: Worker): void {
    clearTimeout(watch);
    if (waiting.size === 0) {
      started.unref();
      return;
    }
    started.ref();
    watch = setTimeout(() => void started.terminate(), silentFor).unref();
  }

  function lose(error: Error): void {
    clearTimeout(watch);
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    ask(question: Q): Promise<A> {
      worker ??= start();
      const number = ++asked;
      worker.postMessage({ number, question });
      const answer = new Promise<A>((resolve, reject) => waiting.set(number, { resolve, reject }));
      if (waiting.size === 1) watchOver(worker);
      return answer;
    },
    close: async (): Promise<void> => void (await worker?.terminate()),
  };
}

/** In the thread: what is answered to each question. One that cannot be answered fails alone, and the thread goes on. */
export function answerInThread<Q, A>(answerTo: (question: Q) => A): void {
  parentPort?.on('message', ({ number, question }: { number: number; question: Q }) => {
    try {
      parentPort?.postMessage({ number, answer: answerTo(question) });
    } catch (error) {
      parentPort?.postMessage({ number, failed: error instanceof Error ? error.message : 'no answer' });
    }
  });
}
