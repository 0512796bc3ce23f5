import { openThread } from '../../lib/thread.ts';
import type { CslItem } from './reference.ts';

export type Citations = ReturnType<typeof openCitations>;

/** How many references are kept: a few kilobytes each. */
const kept = 500;

/**
 * Sets references in the APA style with Citation.js, in a thread of its own: reading a citation style takes a second of work at the
 * first one, and no page may wait for it. A page and its permanent copy have one reference: it is set once for both.
 */
export function openCitations() {
  const thread = openThread<CslItem, string>(new URL('./typeset.worker.ts', import.meta.url));
  const known = new Map<string, Promise<string>>();

  function keep(key: string, apa: Promise<string>): void {
    known.delete(key);
    known.set(key, apa);
    const oldest = known.keys().next();
    if (known.size > kept && !oldest.done) known.delete(oldest.value);
  }

  return {
    apa(item: CslItem): Promise<string> {
      const key = JSON.stringify(item);
      const apa = known.get(key) ?? thread.ask(item);
      keep(key, apa);
      apa.catch(() => known.delete(key));
      return apa;
    },
    close: thread.close,
  };
}
