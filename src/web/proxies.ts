import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/**
 * Says once, in the log, that requests seem to come through a proxy that no setting tells of: every visitor then has its address, and
 * whoever fails to sign in makes all others wait. Anyone may send the header, so nothing else is made of it.
 */
export function warnOfUnknownProxy(app: FastifyInstance, { TRUSTED_PROXIES }: Pick<Config, 'TRUSTED_PROXIES'>): void {
  if (TRUSTED_PROXIES > 0) return;
  let isSaid = false;
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isSaid && request.headers['x-forwarded-for'] !== undefined) {
      isSaid = true;
      request.log.warn(
        'A request came with X-Forwarded-For and TRUSTED_PROXIES is 0: behind a proxy, all visitors share its limits.',
      );
    }
    done();
  });
}
