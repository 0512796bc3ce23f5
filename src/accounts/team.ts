import type { Role } from './can.ts';

/** How long an invitation can be accepted, in days. */
export const invitationDays = 7;

/**
 * Whether a campaign would be left with nobody to administer it, when someone leaves or takes another role. An administrator of the
 * installation may do it all the same: they administer every campaign.
 */
export function leavesNobody({ role, others, byInstallation }: { role: Role; others: number; byInstallation: boolean }): boolean {
  return role === 'administrator' && others === 0 && !byInstallation;
}
