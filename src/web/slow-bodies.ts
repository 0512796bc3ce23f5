import type { FastifyInstance } from 'fastify';

/** How long the body of a request may take to come, in milliseconds: words, and a file where a route takes one. */
export interface BodyTimes {
  words: number;
  files: number;
}

/** Words come at once; the Ministry's candidates of 2026 (144 MB) need five minutes on a line of 4 Mbit/s. */
export const bodyTimes: BodyTimes = { words: 10_000, files: 300_000 };

/**
 * Drops whoever sends a body too slowly. Node has one limit for all requests, and must let the longest of them pass; what is only words
 * is held to its own here, so that slow senders cannot fill the server.
 */
export function registerSlowBodies(app: FastifyInstance, times: BodyTimes = bodyTimes): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { raw, headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return done();
    const limit = request.routeOptions.config?.uploadBytes === undefined ? times.words : times.files;
    const dropIn = (time: number) => setTimeout(() => raw.complete || raw.destroy(), time).unref();
    dropIn(limit);
    // Once it is answered, nobody waits for the rest of it: a file that was refused gets no more time than words.
    reply.raw.once('finish', () => raw.complete || dropIn(times.words));
    done();
  });
}
