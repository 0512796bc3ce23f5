import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { networkOf } from '../../lib/network.ts';
import { openWorkQueue, type WorkQueue } from '../../lib/work-queue.ts';
import { keepFiles } from './kept-files.ts';
import { openPauses } from './pauses.ts';
import type { PublicFile } from './send-file.ts';

export type TextFiles = ReturnType<typeof openTextFiles>;

/** What a text costs is work for the one thread that answers everybody: one is written at a time, each asker in turn. */
export function openWritingQueue(): WorkQueue {
  return openWorkQueue({ atOnce: 1, waiting: 100 });
}

/** Texts of any length (CSV, JSON, Atom): written once however many ask, in short stretches between other answers; kept compressed. */
export function openTextFiles(keeps: boolean, queue: WorkQueue) {
  const kept = keepFiles(keeps, queue);
  return {
    /** `version`: everything the text depends on, the kind of file included. */
    of: (
      request: FastifyRequest,
      version: string,
      pieces: () => Iterable<string>,
    ): Pick<PublicFile, 'version' | 'compress' | 'body'> => ({
      version,
      compress: 'already',
      body: () => kept.get(version, () => gzipped(pieces), networkOf(request.ip)),
    }),
  };
}

async function gzipped(pieces: () => Iterable<string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  await pipeline(inStretches(pieces), createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const chunk of compressed) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

/** How much is compressed together, in characters. */
const blockSize = 64 * 1024;

/** Pieces as they come, joined to blocks. */
async function* inStretches(pieces: () => Iterable<string>): AsyncGenerator<string> {
  const pause = openPauses();
  await pause();
  let block = '';
  for (const piece of pieces()) {
    block += piece;
    if (pause.isDue()) await pause();
    if (block.length < blockSize) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
