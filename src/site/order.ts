import { z } from 'zod';
import type { Order } from '../standings/scoreboard.ts';

const query = z.object({ ordre: z.enum(['engagements', 'panneau']).catch('engagements') });

/** The order that an address asks for; anything unknown gives the usual one. */
export function readOrder(asked: unknown): Order {
  return query.parse(asked).ordre;
}
