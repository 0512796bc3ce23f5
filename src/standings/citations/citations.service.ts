import { openThread } from '../../lib/thread.ts';
import type { CslItem } from './reference.ts';

/** One reference in every form that a style or a syntax gives it. */
export interface Typeset {
  apa: string;
  bibtex: string;
  ris: string;
}

export type Citations = ReturnType<typeof openCitations>;

/** How many references are kept: a few kilobytes each. */
const kept = 500;

/**
 * Sets references with Citation.js, in a thread of its own: reading a citation style takes a second of work at the first one, and no
 * page may wait for it. A page, its permanent copy and their files have one reference: it is set once for all of them.
 */
export function openCitations() {
  const thread = openThread<CslItem, Typeset>(new URL('./typeset.worker.ts', import.meta.url));
  const known = new Map<string, Promise<Typeset>>();

  function keep(key: string, typeset: Promise<Typeset>): void {
    known.delete(key);
    known.set(key, typeset);
    const oldest = known.keys().next();
    if (known.size > kept && !oldest.done) known.delete(oldest.value);
  }

  return {
    typeset(item: CslItem): Promise<Typeset> {
      const key = JSON.stringify(item);
      const typeset = known.get(key) ?? thread.ask(item);
      keep(key, typeset);
      typeset.catch(() => known.delete(key));
      return typeset;
    },
    close: thread.close,
  };
}
