import type { Refused } from '../../accounts/sign-in.service.ts';

/** Why a try was refused, in words that say what to do. */
export function refusalWords(outcome: Refused, wrong: string): string {
  if (outcome.refused === 'wrong') return wrong;
  const minutes = Math.ceil(outcome.seconds / 60);
  const wait = outcome.seconds < 60 ? `${outcome.seconds} secondes` : minutes === 1 ? 'une minute' : `${minutes} minutes`;
  return `Trop d’essais. Attendez ${wait}, puis essayez de nouveau. Votre compte n’est pas bloqué.`;
}
