import { frenchInstant } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';

/** What stands where the words were. */
export function erasedWords(erasedAt: string, timeZone: string): string {
  return french(`Texte effacé le ${frenchInstant(erasedAt, timeZone)} par ordre de la loi.`);
}
