import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Known } from './manifest.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const text = /\.(?:html|css|js|mjs|json|csv|txt|svg|xml|atom|bib|ris)$/;
const small = 256;
const endings = ['', '.br', '.gz'];

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** Writes a file, with its compressed forms beside it when it is worth it: hosts that know them send them as they are. */
export async function writeForms(folder: string, file: string, bytes: Buffer): Promise<Known> {
  const path = join(folder, file);
  const isSqueezed = text.test(file) && bytes.length >= small;
  const [br, gz] = isSqueezed ? await compressed(bytes) : [null, null];
  // At once: a few kilobytes are written sooner than a thread is asked to.
  mkdirSync(dirname(path), { recursive: true });
  for (const [ending, form] of [['', bytes] as const, ['.br', br] as const, ['.gz', gz] as const]) {
    if (form) writeFileSync(path + ending, form);
    else rmSync(path + ending, { force: true });
  }
  return [hashOf(bytes), bytes.length, br?.length ?? 0, gz?.length ?? 0];
}

function compressed(bytes: Buffer): Promise<[Buffer, Buffer]> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return Promise.all([brotli(bytes, { params }), deflate(bytes, { level: 6 })]);
}

/** Whether what was written is still there, whole. Nothing is read: a file that someone rewrote to the same length is not noticed. */
export function isThere(folder: string, file: string, [, ...sizes]: Known): boolean {
  const path = join(folder, file);
  return endings.every((ending, index) => {
    const size = sizes[index] ?? 0;
    return (ending !== '' && size === 0) || statSync(path + ending, { throwIfNoEntry: false })?.size === size;
  });
}

/** Takes a file away with its forms, and the folders that are empty then. */
export async function removeForms(folder: string, file: string): Promise<void> {
  for (const ending of endings) await rm(join(folder, file + ending), { force: true });
  for (let parent = dirname(file); parent !== '.'; parent = dirname(parent)) {
    const isEmpty = await rmdir(join(folder, parent)).then(
      () => true,
      () => false,
    );
    if (!isEmpty) return;
  }
}
