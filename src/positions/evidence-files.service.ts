import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type EvidenceFiles = ReturnType<typeof openEvidenceFiles>;

/** The documents on disk, each under the SHA-256 of its content, so that none is ever overwritten by another. */
export function openEvidenceFiles({ DATA_DIR }: { DATA_DIR: string }) {
  const pathOf = (sha256: string) => join(DATA_DIR, 'pieces', sha256.slice(0, 2), sha256);

  return {
    /** Keeps a document and gives its name. It is whole on disk before it has that name: a power cut leaves no half of it. */
    async store(content: Buffer): Promise<string> {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${randomUUID()}`;
      const file = await open(draft, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
      return sha256;
    },
    /** Deletes it for good, with what a crash may have left of its writing. */
    remove(sha256: string): void {
      const path = pathOf(sha256);
      const folder = dirname(path);
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(sha256)) : [];
      for (const name of names) rmSync(join(folder, name), { force: true });
    },
    /** Whether it is there; what it holds is not looked at. */
    has: (sha256: string): boolean => existsSync(pathOf(sha256)),
    /** Null when it is not there, or when what is there is no longer what was stored. */
    async read(sha256: string): Promise<Buffer | null> {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const content = await readFile(pathOf(sha256)).catch(() => null);
      return content && createHash('sha256').update(content).digest('hex') === sha256 ? content : null;
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
