import { french } from '../../lib/typography.ts';
import type { GridDemand } from '../../positions/cells.ts';
import type { Stance } from '../../positions/stance.ts';

/** What makes a stance of a demand: its coding rule, or what always holds. */
export function ruleOf(stance: Stance, demand: GridDemand): string {
  if (stance === 'unclear') return 'La liste a répondu ou parlé du sujet, sans que la règle permette de trancher.';
  if (stance === 'contradicts') return 'Deux sources disent le contraire l’une de l’autre. Donnez les deux.';
  if (stance === 'commits') return french(demand.ruleCommits);
  return french(stance === 'refuses' ? demand.ruleRefuses : demand.ruleCommitsInPart);
}

/** Whether the rule is the same for every demand. */
export function isFixedRule(stance: Stance): boolean {
  return stance === 'unclear' || stance === 'contradicts';
}
