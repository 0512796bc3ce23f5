import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** 404 and 500 in the person's language; the address asked for is never echoed. */
export function registerErrorPages(_app: FastifyInstance, _services: Services): void {}
