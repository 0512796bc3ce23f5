import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** The security headers of every answer. */
export function registerSecurity(_app: FastifyInstance, _services: Services): void {}
