import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { matchesEtag } from '../../web/encoding.ts';
import { cacheControl, type Freshness } from '../../web/freshness.ts';
import { codeVersion } from '../files/code-version.ts';

/** Gives the answer its ETag, known from what it depends on; true when the program has it already, and 304 was sent. */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, version: string, freshness: Freshness): boolean {
  const path = request.url.split('?')[0];
  const etag = `"${createHash('sha256').update(`${codeVersion} ${path} ${version}`).digest('base64url').slice(0, 32)}"`;
  reply.headers({ etag, 'cache-control': cacheControl[freshness] });
  if (!matchesEtag(request.headers['if-none-match'], etag)) return false;
  reply.code(304).send();
  return true;
}
