import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asset, assets } from './assets.ts';
import { bestEncoding, matchesEtag } from './encoding.ts';

const year = 'public, max-age=31536000, immutable';
const hour = 'public, max-age=3600';

interface AssetRequest {
  Params: { '*': string };
  Querystring: { v?: string };
}

/** public/, htmx and the font under /assets/: kept in memory, compressed once, for a year when the address carries the version. */
export async function registerStaticFiles(app: FastifyInstance): Promise<void> {
  app.get<AssetRequest>('/assets/*', (request, reply) => {
    const asset = assets.get(request.params['*']);
    if (!asset) return reply.callNotFound();
    return sendAsset(request, reply, asset, request.query.v === asset.version ? year : hour);
  });
  app.get('/favicon.ico', (request, reply) => {
    const icon = assets.get('favicon.ico');
    return icon ? sendAsset(request, reply, icon, hour) : reply.callNotFound();
  });
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset, cacheControl: string) {
  const encoding = bestEncoding(request.headers['accept-encoding']);
  const packed = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : null;
  const etag = `"${asset.version}${packed ? `-${encoding}` : ''}"`;
  reply.header('cache-control', cacheControl).header('etag', etag).header('vary', 'accept-encoding');
  if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  if (packed) reply.header('content-encoding', encoding);
  return reply.type(asset.type).send(packed ?? asset.plain);
}
