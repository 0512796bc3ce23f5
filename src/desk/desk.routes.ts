import type { FastifyInstance } from 'fastify';
import type { Services } from '../web/services.ts';
import { registerAccounts } from './accounts.routes.ts';
import { registerAskedMovement } from './asked-movement.routes.ts';
import { registerAsking } from './asking.routes.ts';
import { openDeskRoutes } from './desk-routes.ts';
import { registerPeople } from './people/people.routes.ts';
import { registerPositions } from './positions.routes.ts';
import { registerSending } from './sending.routes.ts';
import { registerToday } from './today.routes.ts';

/** The desk: where campaigners work. Nothing here is public, and nothing here is cached. */
export async function registerDesk(app: FastifyInstance, services: Services): Promise<void> {
  const desk = await openDeskRoutes(app, services);
  registerAccounts(desk, services);
  registerPeople(desk, services);
  registerToday(desk, services);
  registerPositions(desk, services);
  registerAsking(desk, services);
  registerSending(desk, services);
  registerAskedMovement(desk, services);
}
