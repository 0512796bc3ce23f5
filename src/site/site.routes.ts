import type { FastifyInstance } from 'fastify';
import type { Services } from '../web/services.ts';

/** The public pages: everything here is read from the ledger, through the standings. */
export async function registerSite(_app: FastifyInstance, _services: Services): Promise<void> {}
