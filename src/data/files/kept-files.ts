import type { WorkQueue } from '../../lib/work-queue.ts';

/** Files that take work to make (spreadsheets, archives, pictures), kept by what they depend on; the least recently asked leave first. */
export interface KeptFiles {
  /** `asker`: the address of whoever asks, who has their turn among others while it is made. */
  get(key: string, make: () => Promise<Uint8Array>, asker?: string): Promise<Uint8Array>;
}

const limitInBytes = 48 * 1024 * 1024;
const atOnce: WorkQueue = { run: (work) => work() };

/** Made once, however many ask at the same time, heavy ones in a queue; kept for those who come later, if anything is. */
export function keepFiles(keeps: boolean, queue: WorkQueue = atOnce): KeptFiles {
  const files = new Map<string, Uint8Array>();
  const underWay = new Map<string, Promise<Uint8Array>>();
  let bytes = 0;

  function keep(key: string, file: Uint8Array): void {
    if (!keeps || file.length > limitInBytes / 4) return;
    files.set(key, file);
    bytes += file.length;
    for (const [oldest, { length }] of files) {
      if (bytes <= limitInBytes || oldest === key) break;
      files.delete(oldest);
      bytes -= length;
    }
  }

  async function made(key: string, make: () => Promise<Uint8Array>, asker?: string): Promise<Uint8Array> {
    const file = await queue.run(make, asker);
    keep(key, file);
    return file;
  }

  return {
    get(key, make, asker) {
      const known = files.get(key);
      if (known) {
        files.delete(key);
        files.set(key, known);
        return Promise.resolve(known);
      }
      const making = underWay.get(key) ?? made(key, make, asker).finally(() => underWay.delete(key));
      underWay.set(key, making);
      return making;
    },
  };
}
