import type { FastifyInstance } from 'fastify';
import { registerLink } from './link.routes.ts';
import { openReplyRoutes, type ReplyServices } from './reply-routes.ts';
import { registerRightOfReply } from './right-of-reply.routes.ts';

/** Those who have no account: a list that answers by its personal link, and whoever exercises a right of reply. */
export async function registerReply(app: FastifyInstance, services: ReplyServices): Promise<void> {
  const declare = await openReplyRoutes(app, services);
  registerLink(declare, services);
  registerRightOfReply(declare, services);
}
