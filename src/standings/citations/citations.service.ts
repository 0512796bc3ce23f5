import { Worker } from 'node:worker_threads';
import type { CslItem } from './reference.ts';

/** One reference in every form that a style or a syntax gives it. */
export interface Typeset {
  apa: string;
  bibtex: string;
  ris: string;
}

export interface TypesetRequest {
  number: number;
  item: CslItem;
}

export type Citations = ReturnType<typeof openCitations>;

interface Waiting {
  resolve(typeset: Typeset): void;
  reject(error: Error): void;
}

/**
 * Sets references with Citation.js, in a thread of its own: reading a citation style takes a second of work at the first one, and no
 * page may wait for it. The thread starts when it is first asked.
 */
export function openCitations() {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;

  function start(): Worker {
    const started = new Worker(new URL('./typeset.worker.ts', import.meta.url));
    started.unref();
    started.on('message', ({ number, typeset }: { number: number; typeset: Typeset }) => {
      waiting.get(number)?.resolve(typeset);
      waiting.delete(number);
    });
    started.on('error', (error: Error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      worker = null;
    });
    return started;
  }

  return {
    typeset(item: CslItem): Promise<Typeset> {
      worker ??= start();
      const request: TypesetRequest = { number: ++asked, item };
      worker.postMessage(request);
      return new Promise((resolve, reject) => waiting.set(request.number, { resolve, reject }));
    },
    close: async (): Promise<void> => void (await worker?.terminate()),
  };
}
