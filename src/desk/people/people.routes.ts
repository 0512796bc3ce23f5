import type { Services } from '../../web/services.ts';
import type { openDeskRoutes } from '../desk-routes.ts';
import { registerAccount } from './account.routes.ts';
import { registerEveryone } from './everyone.routes.ts';
import { registerInvitations } from './invitations.routes.ts';
import { registerKept } from './kept.routes.ts';
import { registerSecondFactor } from './second-factor.routes.ts';
import { registerTeam } from './team.routes.ts';
import { registerVerification } from './verification.routes.ts';

/** Who comes to the desk, and how they show who they are. */
export function registerPeople(desk: Awaited<ReturnType<typeof openDeskRoutes>>, services: Services): void {
  registerVerification(desk, services);
  registerAccount(desk, services);
  registerSecondFactor(desk, services);
  registerTeam(desk, services);
  registerInvitations(desk, services);
  registerEveryone(desk, services);
  registerKept(desk, services);
}
