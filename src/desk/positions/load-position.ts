import type { Authorized } from '../../accounts/can.ts';
import type { DeskPosition } from '../../positions/positions.repository.ts';
import type { DeskCampaign, Positions } from '../../positions/positions.service.ts';
import type { PersonsVisit } from '../desk-routes.ts';

export interface Loaded {
  campaign: Authorized<DeskCampaign>;
  position: Authorized<DeskPosition>;
}

/** The position of the address and its campaign, through the person; null when it is not there or not theirs. */
export function loadPosition(positions: Positions, { person, params }: PersonsVisit): Loaded | null {
  const position = positions.findWritable(person, idOf(params));
  const campaign = position && positions.findCampaign(person, positions.getCampaign(position.thing).slug);
  return position && campaign ? { position, campaign } : null;
}

/** The same for whoever may review it. */
export function loadReviewable(positions: Positions, visit: PersonsVisit): Loaded | null {
  const found = loadPosition(positions, visit);
  const position = found && positions.findReviewable(visit.person, found.position.thing.id);
  return found && position ? { campaign: found.campaign, position } : null;
}

function idOf({ id = '' }: Record<string, string>): number {
  return /^\d{1,12}$/.test(id) ? Number(id) : 0;
}
