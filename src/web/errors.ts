import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PublicationFrozen } from '../campaigns/publishing.service.ts';
import { languageOf } from '../lib/language.ts';
import { type ErrorPage, presentError } from './error-page.presenter.ts';
import type { Services } from './services.ts';
import { render } from './views.ts';

declare module './views.ts' {
  interface Views {
    'errors/error': ErrorPage;
  }
}

/** 404, 405, 500 and their kin, in the language of the address. The address asked for, and what the error says inside, never come back to the person. */
export function registerErrorPages(app: FastifyInstance, _services: Services): void {
  app.setNotFoundHandler((_request, reply) => sendErrorPage(app, reply, 404));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof PublicationFrozen) return sendErrorPage(app, reply, 409, error.message);
    const status = error.statusCode && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) request.log.error(error);
    return sendErrorPage(app, reply, status);
  });
}

/** For what fails before any route is known: an address that is not a valid one. Fastify would repeat it in its answer. */
export function answerBadAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendErrorPage(request.server, reply, 404);
}

/** Sends the page of an HTTP error. Never kept by any cache. */
export async function sendErrorPage(app: FastifyInstance, reply: FastifyReply, status: number, said = ''): Promise<FastifyReply> {
  const html = await render(app, 'errors/error', presentError(status, languageOf(reply.request.url), said));
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}
