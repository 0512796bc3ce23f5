import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Evidence } from '../positions/evidence.ts';
import { openEvidenceFiles } from '../positions/evidence-files.service.ts';
import { publishedEvidence } from '../standings/evidence.ts';
import { matchesEtag } from './encoding.ts';
import { sendErrorPage } from './errors.ts';
import type { Services } from './services.ts';

/** An hour, and not for ever as its hash would allow: a document may be taken down by law. */
const publicly = 'public, max-age=3600';

/** `/pieces/SHA-256`: the documents that the ledger names, and no other. */
export function registerPublicPieces(app: FastifyInstance, { config, standings }: Services): void {
  const files = openEvidenceFiles(config);
  app.get<{ Params: { sha256: string } }>('/pieces/:sha256', async (request, reply) => {
    const { sha256 } = request.params;
    const states = standings.directory.naming(sha256).flatMap((campaign) => standings.find(campaign) ?? []);
    const named = states.flatMap((state) => publishedEvidence(state, sha256) ?? [])[0];
    if (named && matchesEtag(request.headers['if-none-match'], `"${sha256}"`)) return reply.code(304).send();
    const content = named ? await files.read(sha256) : null;
    return named && content ? sendPiece(reply, named, content, publicly) : sendErrorPage(app, reply, 404);
  });
}

/** Nothing in a document may run, load or look like a page of ours: it is downloaded, never shown in this site's name. */
const sandbox = "sandbox; default-src 'none'";

/** Sends a document as a file to keep. `cacheControl` is the caller's: a draft's document is nobody else's business. */
export function sendPiece(reply: FastifyReply, { sha256, name, type }: Evidence, content: Buffer, cacheControl: string) {
  return reply
    .header('content-security-policy', sandbox)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', cacheControl)
    .header('etag', `"${sha256}"`)
    .header('content-disposition', attachment(name))
    .type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .send(content);
}

/** RFC 6266: a plain name for old software, and the true one in UTF-8. */
function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
