import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ability, Person } from '../accounts/can.ts';
import { csrfToken } from '../web/csrf.ts';
import { sendErrorPage } from '../web/errors.ts';
import type { Services } from '../web/services.ts';
import type { Upload } from '../web/upload.ts';
import { render, type Views } from '../web/views.ts';
import { guard } from './guard.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route of the desk asks of a person. A test fails for one that does not say. */
    ability?: Ability | 'anyone';
    /** How large a file its form may carry; a form with a file is refused everywhere else. */
    uploadBytes?: number;
  }
}

/** One request to the desk, with what every handler needs of it. */
export interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** The token for the forms of the page that answers. */
  token: string;
  show<V extends keyof Views>(view: V, data: Views[V] & object, status?: number): Promise<FastifyReply>;
  /** After a POST: the browser reads the next page, and going back sends nothing twice. */
  go(location: string): FastifyReply;
  notFound(): Promise<FastifyReply>;
}

/** The same once someone is signed in. */
export interface PersonsVisit extends Visit {
  person: Person;
}

interface RouteShape {
  Params: Record<string, string>;
  Querystring: Record<string, unknown>;
}

interface RouteConfig {
  ability: Ability | 'anyone';
  uploadBytes?: number;
}

type Answer = FastifyReply | Promise<FastifyReply>;

/** Declares the desk's routes. None can be declared without saying who may come. */
export async function openDeskRoutes(app: FastifyInstance, services: Services) {
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 512 * 1024 });
  await app.register(multipart, { throwFileSizeLimit: false });
  guard(app, services);

  const visitOf = (request: FastifyRequest<RouteShape>, reply: FastifyReply): Visit => ({
    request,
    reply,
    params: request.params,
    query: request.query,
    body: request.body,
    token: csrfToken(services.config, request, reply),
    async show(view, data, status = 200) {
      return reply
        .code(status)
        .type('text/html; charset=utf-8')
        .send(await render(app, view, data));
    },
    go: (location) => reply.redirect(location, 303),
    notFound: () => sendErrorPage(app, reply, 404),
  });

  function declare(method: 'GET' | 'POST', url: string, config: RouteConfig, answer: (visit: Visit) => Answer): void {
    app.route<RouteShape>({ method, url, config, handler: (request, reply) => answer(visitOf(request, reply)) });
  }

  const signedIn = (answer: (visit: PersonsVisit) => Answer) => (visit: Visit) => {
    const person = visit.request.visitor?.person;
    return person ? answer({ ...visit, person }) : visit.notFound();
  };

  return {
    /** Open to strangers: signing in, choosing a password. */
    stranger(method: 'GET' | 'POST', url: string, answer: (visit: Visit) => Answer): void {
      declare(method, url, { ability: 'anyone' }, answer);
    },
    person(method: 'GET' | 'POST', url: string, ability: Ability, answer: (visit: PersonsVisit) => Answer): void {
      declare(method, url, { ability }, signedIn(answer));
    },
    /** A form that may carry one file (`multipart/form-data`), kept on disk until the answer has left. */
    upload(
      url: string,
      { ability, maxBytes }: { ability: Ability; maxBytes: number },
      answer: (visit: PersonsVisit, upload: Upload | null) => Answer,
    ): void {
      const config = { ability, uploadBytes: maxBytes };
      declare(
        'POST',
        url,
        config,
        signedIn((visit) => answer(visit, visit.request.upload)),
      );
    },
  };
}
