import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What was written at an address: its hash, and the size of it and of its forms in Brotli and gzip (0 where there is none). */
const known = z.tuple([z.string(), z.number(), z.number(), z.number()]);
export type Known = z.infer<typeof known>;

const part = z.object({
  /** What everything in it depends on: while it is the same, nothing of it is drawn again. */
  basis: z.string(),
  files: z.record(z.string(), known),
  /** The addresses outside of it that its pages lead to. */
  leads: z.array(z.string()),
});

/** What the last export left of one campaign (or of what belongs to none): as it is today, and as each edition left it. */
const manifest = z.object({ parts: z.record(z.string(), part) });
export type Manifest = z.infer<typeof manifest>;

const folderName = '.export';
const ending = '.json';

/** An empty one when there is none, or when it cannot be read: everything is then written. */
export async function readManifest(folder: string, name: string): Promise<Manifest> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, folderName, name + ending), 'utf8')));
  } catch {
    return { parts: {} };
  }
}

/** Under its name when it is whole: one cut short would be read as none. */
export async function writeManifest(folder: string, name: string, content: Manifest): Promise<void> {
  const path = join(folder, folderName, name + ending);
  await mkdir(join(folder, folderName), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(content));
  await rename(`${path}.new`, path);
}

export async function removeManifest(folder: string, name: string): Promise<void> {
  await rm(join(folder, folderName, name + ending), { force: true });
}

/** Of everything that the last export wrote. */
export async function listManifests(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, folderName)).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}
