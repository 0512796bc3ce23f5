import { parentPort, Worker } from 'node:worker_threads';

interface Waiting<A> {
  resolve(answer: A): void;
  reject(error: Error): void;
}

/**
 * Asks a thread of its own, which starts when it is first asked, and keeps the process alive only while it has something to answer.
 * `module` calls `answerInThread`.
 */
export function openThread<Q, A>(module: URL) {
  const waiting = new Map<number, Waiting<A>>();
  let worker: Worker | null = null;
  let asked = 0;

  function start(): Worker {
    const started = new Worker(module);
    started.on('message', ({ number, answer }: { number: number; answer: A }) => {
      waiting.get(number)?.resolve(answer);
      waiting.delete(number);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      worker = null;
    });
    return started;
  }

  return {
    ask(question: Q): Promise<A> {
      worker ??= start();
      worker.ref();
      const number = ++asked;
      worker.postMessage({ number, question });
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
    },
    close: async (): Promise<void> => void (await worker?.terminate()),
  };
}

/** In the thread: what is answered to each question. */
export function answerInThread<Q, A>(answerTo: (question: Q) => A): void {
  parentPort?.on('message', ({ number, question }: { number: number; question: Q }) => {
    parentPort?.postMessage({ number, answer: answerTo(question) });
  });
}
