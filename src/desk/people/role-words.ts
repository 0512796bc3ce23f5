import type { Role } from '../../accounts/can.ts';

/** A role as a team says it: a word, and what it lets someone do. */
export const roleWords: Record<Role, { name: string; does: string }> = {
  editor: { name: 'Édition', does: 'Saisit des positions et sollicite les listes. Ne publie rien.' },
  reviewer: { name: 'Relecture', does: 'Lit ce que d’autres ont saisi, l’approuve et le publie ; saisit aussi.' },
  administrator: { name: 'Administration', does: 'Tout cela, et règle la campagne et son équipe.' },
};

/** In the order in which one gives them. */
export const rolesOffered: readonly Role[] = ['editor', 'reviewer', 'administrator'];
