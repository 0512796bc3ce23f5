import { frenchClock } from '../lib/dates.ts';
import { hardSpace } from '../lib/typography.ts';
import type { Freeze } from './freeze.ts';

/** When a freeze ends, in words: `28 juin 2020 à 20 h 00`, by the clock of the town. */
export function frozenUntil({ until }: Freeze): string {
  return frenchClock(until);
}

/** What whoever wanted to publish is told: why not, until when, and what can still be done. */
export function frozenWords(freeze: Freeze): string {
  const round = freeze.round === 1 ? 'premier' : 'second';
  return (
    `La loi interdit de rien changer en public la veille et le jour du ${round} tour (code électoral, art. L.49). ` +
    `Rien ne se publie avant le ${frozenUntil(freeze)}, heure locale. Ce qui est préparé au bureau est gardé.`
  );
}

/** What the note of an edition says to readers when it was published all the same. */
export function exceptionNote(reason: string): string {
  return `Publiée pendant la période où rien ne doit changer, par exception décidée par l’administration de la campagne${hardSpace}: ${reason}`;
}
