import type { FastifyInstance } from 'fastify';
import type { Services } from '../web/services.ts';
import { registerLink } from './link.routes.ts';
import { openReplyRoutes } from './reply-routes.ts';

/** Those who have no account: a list that answers by its personal link, and whoever exercises a right of reply. */
export async function registerReply(app: FastifyInstance, services: Services): Promise<void> {
  const declare = await openReplyRoutes(app, services);
  registerLink(declare, services);
}
