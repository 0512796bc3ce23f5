import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { matchesEtag } from '../../web/encoding.ts';
import { codeVersion } from '../files/code-version.ts';

const cacheControl = {
  living: 'public, max-age=60, stale-while-revalidate=600',
  held: 'public, max-age=31536000, immutable',
} as const;

/** Gives the answer its ETag, known from what it depends on; true when the program has it already, and 304 was sent. */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  freshness: keyof typeof cacheControl,
): boolean {
  const path = request.url.split('?')[0];
  const etag = `"${createHash('sha256').update(`${codeVersion} ${path} ${version}`).digest('base64url').slice(0, 32)}"`;
  reply.headers({ etag, 'cache-control': cacheControl[freshness] });
  if (!matchesEtag(request.headers['if-none-match'], etag)) return false;
  reply.code(304).send();
  return true;
}
