import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inLanguage, type Language, languages } from '../lib/language.ts';
import { sendErrorPage } from '../web/errors.ts';
import type { Preview } from '../web/preview.ts';
import type { Services } from '../web/services.ts';
import { discard, receiveForm, type Upload } from '../web/upload.ts';
import { render, type Views } from '../web/views.ts';

/** What these pages are given beside what every audience is: the drawing of the public pages, from outside. */
export type ReplyServices = Services & { preview: Preview };

/** One request of someone who has no account: a list by its link, or whoever asks for a right of reply. */
export interface Visit {
  language: Language;
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** Reads a form that carries a file, at most this large. */
  receive(maxBytes: number): Promise<Upload | null>;
  show<V extends keyof Views>(view: V, data: Views[V] & object, status?: number): Promise<FastifyReply>;
  go(location: string): FastifyReply;
  notFound(): Promise<FastifyReply>;
}

interface RouteShape {
  Params: Record<string, string>;
  Querystring: Record<string, unknown>;
}

export type Answer = FastifyReply | Promise<FastifyReply>;

/** How often one address may come: `max` times in `minutes`. A form that anyone may read has none. `uploadBytes` is for a form that carries a file: it may take its time. */
export interface Limit {
  max: number;
  minutes: number;
  uploadBytes?: number;
}

/**
 * Declares the routes of src/reply. No cookie is ever set. A form needs no token: whoever has the link is who may send, and it stands
 * in the address, which no other site knows; a browser that says another site sent the form is refused all the same.
 */
export async function openReplyRoutes(app: FastifyInstance, _services: Services) {
  // Forms alone: a body that is no form is refused before anything reads it.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(rateLimit, { global: false });
  app.decorateRequest('upload', null);
  app.addHook('onResponse', async (request) => discard(request.upload));

  app.addHook('onRequest', async (request, reply) => {
    reply
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex, nofollow')
      .header('referrer-policy', 'no-referrer');
    const site = request.headers['sec-fetch-site'];
    const isForeign = request.method === 'POST' && site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeign) return sendErrorPage(app, reply, 403);
  });

  const visitOf = (language: Language, request: FastifyRequest<RouteShape>, reply: FastifyReply): Visit => ({
    language,
    params: request.params,
    query: request.query,
    body: request.body,
    async receive(maxBytes) {
      const { upload } = await receiveForm(request, maxBytes);
      request.upload = upload;
      return upload;
    },
    async show(view, data, status = 200) {
      return reply
        .code(status)
        .type('text/html; charset=utf-8')
        .send(await render(app, view, data));
    },
    go: (location) => reply.redirect(location, 303),
    notFound: () => sendErrorPage(app, reply, 404),
  });

  /** In each language, at its address. */
  return function declare(method: 'GET' | 'POST', url: string, limit: Limit | null, answer: (visit: Visit) => Answer): void {
    const { max = 0, minutes = 0, ...upload } = limit ?? {};
    const config = limit === null ? {} : { rateLimit: { max, timeWindow: minutes * 60_000 }, ...upload };
    for (const language of languages) {
      const handler = (request: FastifyRequest<RouteShape>, reply: FastifyReply) => answer(visitOf(language, request, reply));
      app.route<RouteShape>({ method, url: inLanguage(url, language), config, handler });
    }
  };
}
