import type { FastifyInstance } from 'fastify';
import type { Services } from '../web/services.ts';

/** The desk: where campaigners work. Nothing here is public, and nothing here is cached. */
export async function registerDesk(_app: FastifyInstance, _services: Services): Promise<void> {}
