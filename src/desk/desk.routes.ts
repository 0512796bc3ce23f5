import type { FastifyInstance } from 'fastify';
import { registerAccounts } from './accounts.routes.ts';
import { registerAskedMovement } from './asked-movement.routes.ts';
import { registerAsking } from './asking.routes.ts';
import { openDeskRoutes } from './desk-routes.ts';
import { type DeskServices, openPositionDesk } from './desk-services.ts';
import { registerJournal } from './journal.routes.ts';
import { registerPeople } from './people/people.routes.ts';
import { registerPieces } from './pieces.routes.ts';
import { registerPositions } from './positions.routes.ts';
import { registerPublications } from './publications.routes.ts';
import { registerPublishedEntries } from './published-entry.routes.ts';
import { registerReadings } from './readings.routes.ts';
import { registerRightsOfReply } from './rights-of-reply.routes.ts';
import { registerSending } from './sending.routes.ts';
import { registerToday } from './today.routes.ts';

/** The desk: where campaigners work. Nothing here is public, and nothing here is cached. */
export async function registerDesk(app: FastifyInstance, services: DeskServices): Promise<void> {
  const desk = await openDeskRoutes(app, services);
  registerAccounts(desk, services);
  registerPeople(desk, services);
  registerToday(desk, services);
  registerAsking(desk, services);
  registerSending(desk, services);
  registerAskedMovement(desk, services);
  registerRightsOfReply(desk, services);
  const positions = openPositionDesk(services);
  registerPositions(desk, positions);
  registerReadings(desk, positions);
  registerPieces(desk, positions);
  registerPublications(desk, positions);
  registerPublishedEntries(desk, positions);
  registerJournal(desk, positions);
}
