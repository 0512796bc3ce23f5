import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inLanguage } from '../../lib/language.ts';
import { dataPages } from '../../web/data-pages.ts';
import { sendErrorPage } from '../../web/errors.ts';

const ending = '.:format(^csv|json|xlsx|ods$)';
const names = ['registre.json', 'donnees.zip', 'popolo.json', `donnees/:table${ending}`];

/** Files have no language: whoever adds an ending to an English address is led to the one file there is. */
export function registerWithoutLanguage(app: FastifyInstance): void {
  const lead = (request: FastifyRequest, reply: FastifyReply) => {
    // Only to a path of this site: `//`, `/\\` or a whole address would lead to another one.
    const [, path] = /^\/en(\/[^/\\].*)$/.exec(request.url) ?? [];
    if (path === undefined) return sendErrorPage(app, reply, 404);
    return reply.header('cache-control', 'public, max-age=3600').redirect(path, 301);
  };
  const paths = [...dataPages.map((page) => `${page}${ending}`), ...names.map((name) => `/${name}`)];
  for (const path of paths) {
    app.get(inLanguage(`/:campaign${path}`, 'en'), lead);
    app.get(inLanguage(`/:campaign/editions/:edition${path}`, 'en'), lead);
  }
  app.get(inLanguage('/:campaign/changements.:format(^csv|json$)', 'en'), lead);
}
