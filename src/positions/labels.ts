import type { Basis, ContactStatus, Stance } from './stance.ts';

/** The vocabulary in the interface's words. One place, so that the desk, the pages and the files never call one thing two names. */

export const stanceLabels: Record<Stance, string> = {
  commits: 'S’engage',
  commits_in_part: 'S’engage en partie',
  unclear: 'Réponse sans position claire',
  refuses: 'Ne s’engage pas',
  contradicts: 'Positions contradictoires',
};

export const contactLabels: Record<ContactStatus, string> = {
  not_asked: 'Pas encore sollicitée',
  asked: 'Pas de réponse à ce jour',
  being_checked: 'Réponse reçue, en vérification',
  declined: 'A refusé de répondre',
  answered: 'A répondu',
};

/** What the coding rests on. A signed reply is a declaration; the others are read by the campaign, and say so. */
export const basisLabels: Record<Basis, string> = {
  reply: 'Réponse signée',
  programme: 'Codé d’après le programme',
  public_statement: 'Codé d’après une déclaration publique',
  act_in_office: 'Codé d’après un acte de mandat',
  third_party: 'Codé d’après un tiers',
};

/** True when the list itself answered the letter; false when the campaign inferred the coding from something else. */
export function isDeclared(basis: Basis): boolean {
  return basis === 'reply';
}
