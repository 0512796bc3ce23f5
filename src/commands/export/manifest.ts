import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What the last export left: enough to write only what has changed, and to take away what is no longer there. */
const manifest = z.object({
  /** What everything depends on, beside the editions: another one, and every page is looked at again. */
  basis: z.string(),
  files: z.record(
    z.string(),
    z.object({
      address: z.string(),
      sha256: z.string(),
      links: z.array(z.string()),
      /** Held at an edition: it never changes while the basis is the same. */
      held: z.boolean(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestName = '.export.json';

/** An empty one when there is none, or when it cannot be read: everything is then written. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch {
    return { basis: '', files: {} };
  }
}
