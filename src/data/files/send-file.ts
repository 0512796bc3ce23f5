import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGunzip, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueueFull } from '../../lib/work-queue.ts';
import { bestEncoding, type Encoding, matchesEtag } from '../../web/encoding.ts';
import { sendErrorPage } from '../../web/errors.ts';
import { cacheControl, type Freshness } from '../../web/freshness.ts';
import { codeVersion } from './code-version.ts';

/** A public file before it is made. */
export interface PublicFile {
  type: string;
  /** Everything its bytes depend on, beside the code. */
  version: string;
  freshness: Freshness;
  /** The name it is saved under; null when it is shown. */
  saveAs: string | null;
  links?: readonly string[];
  /** Text is compressed on the way out, or was when it was made (gzip); archives and pictures are not. */
  compress: boolean | 'already';
  /** Headers that are not those of every file. */
  headers?: Readonly<Record<string, string>>;
  body(): Promise<Uint8Array> | string;
}

/** What every public file may be: read from any other site, whatever it is used for. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Content-Disposition',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** Sends a file, or says that it has not changed: its ETag is known before it is made. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: PublicFile): Promise<FastifyReply> {
  const encoding = file.compress ? bestEncoding(request.headers['accept-encoding'], file.compress !== 'already') : 'identity';
  const etag = etagOf(file, encoding);
  if (matchesEtag(request.headers['if-none-match'], etag)) return reply.headers(headersOf(file, etag)).code(304).send();
  // Made before any header is set: what fails or has to wait must not look like the file.
  const body = await made(file);
  if (body === null) return sendErrorPage(reply.server, reply.header('retry-after', '10'), 503);
  reply.headers(headersOf(file, etag)).type(file.type);
  if (file.saveAs) reply.header('content-disposition', `attachment; filename="${file.saveAs}"`);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  if (file.compress === 'already' && encoding === 'identity')
    return reply.send(Readable.from([body]).pipe(createGunzip({ chunkSize: 64 * 1024 })));
  if (body instanceof Uint8Array && (file.compress === 'already' || encoding === 'identity')) return reply.send(body);
  return reply.send(compressed(Readable.from([body]), encoding));
}

function headersOf(file: PublicFile, etag: string): Record<string, string> {
  return {
    ...{ ...openToAll, etag, 'cache-control': cacheControl[file.freshness] },
    ...(file.compress && { vary: 'accept-encoding' }),
    ...file.headers,
    ...(file.links && { link: file.links.join(', ') }),
  };
}

/** Null when too many files are being made already. */
async function made(file: PublicFile): Promise<Uint8Array | string | null> {
  try {
    return await file.body();
  } catch (error) {
    if (error instanceof QueueFull) return null;
    throw error;
  }
}

function etagOf({ type, version }: PublicFile, encoding: Encoding): string {
  const hash = createHash('sha256').update(`${codeVersion} ${type} ${version}`).digest('base64url').slice(0, 32);
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}

/** On the way out, in pieces. A failure upstream ends the answer: a file cut short must not look whole. */
function compressed(body: Readable, encoding: Encoding): Readable {
  if (encoding === 'identity') return body;
  const squeeze =
    encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : createGzip({ level: 6 });
  body.on('error', (error) => squeeze.destroy(error));
  return body.pipe(squeeze);
}
