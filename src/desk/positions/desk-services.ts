import { accountsRepository } from '../../accounts/accounts.repository.ts';
import { openFollowUps } from '../../followup/follow-ups.service.ts';
import { openEvidence } from '../../positions/evidence.service.ts';
import { openPositions } from '../../positions/positions.service.ts';
import type { Preview } from '../../web/preview.ts';
import type { Services } from '../../web/services.ts';
import type { openDeskRoutes } from '../desk-routes.ts';

/** What the desk is given beside what every audience is: the drawing of the public pages, from outside. */
export type DeskServices = Services & { preview: Preview };

export type DeskRoutes = Awaited<ReturnType<typeof openDeskRoutes>>;

/** What the pages of positions share, opened once. */
export type PositionDesk = ReturnType<typeof openPositionDesk>;

export function openPositionDesk(services: DeskServices) {
  const { database, publishing, standings, clock, config } = services;
  return {
    ...services,
    positions: openPositions(database, publishing, standings, clock),
    followUps: openFollowUps(database, publishing, standings, clock),
    evidence: openEvidence(database, config, clock),
    accounts: accountsRepository(database),
  };
}
