import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folders = ['../', '../../standings/', '../../positions/', '../../pictures/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * Changes with the code that makes the files. Their ETags are of the edition and of this, so that they are known before anything is
 * made, and still change when the same edition is written differently.
 */
export const codeVersion = hashOf(folders.flatMap(sources));

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('base64url').slice(0, 16);
}
