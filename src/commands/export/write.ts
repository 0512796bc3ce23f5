import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const text = /\.(?:html|css|js|mjs|json|csv|txt|svg|xml|atom|bib|ris)$/;
const small = 256;

/** Writes a file, with its compressed forms beside it when it is worth it: hosts that know them send them as they are. */
export async function writeForms(folder: string, file: string, bytes: Buffer): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  if (!text.test(file) || bytes.length < small) return;
  const [br, gz] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    deflate(bytes, { level: 6 }),
  ]);
  await writeFile(`${path}.br`, br);
  await writeFile(`${path}.gz`, gz);
}

export async function removeForms(folder: string, file: string): Promise<void> {
  for (const ending of ['', '.br', '.gz']) await rm(join(folder, file + ending), { force: true });
}
