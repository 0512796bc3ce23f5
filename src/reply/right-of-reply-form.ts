import { z } from 'zod';
import { isTooLong, longestLines } from '../outreach/right-of-reply.ts';
import type { Entry } from './entries.ts';

const line = z.string().trim().max(300).catch('');
const form = z.object({
  entree: line,
  nom: line,
  qualite: line,
  contact: line,
  /** To the letter: only the line ends are made one kind. */
  texte: z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .catch(''),
  /** Nobody sees this field: who fills it is a program. */
  'site-web': line,
});

export type TypedReply = z.infer<typeof form>;

export function readReply(body: unknown): TypedReply {
  return form.parse(body ?? {});
}

/** What is missing. `byLink`: the link says who writes, so that nobody needs to be called back. */
export function problemsOfReply(typed: TypedReply, entries: readonly Entry[], byLink: boolean): Map<string, string> {
  const problems = new Map<string, string>();
  if (!entries.some(({ subject }) => subject === typed.entree))
    problems.set('entree', 'Choisissez la position à laquelle vous répondez.');
  if (typed.texte === '') problems.set('texte', 'Écrivez votre réponse : elle sera publiée telle quelle.');
  else if (isTooLong(typed.texte))
    problems.set('texte', `Une réponse compte ${longestLines} lignes au plus, et 15 000 caractères.`);
  if (typed.nom === '') problems.set('nom', 'Écrivez votre nom : il signe la réponse.');
  if (typed.qualite === '') problems.set('qualite', 'Dites à quel titre vous répondez.');
  if (!byLink && typed.contact === '') {
    problems.set('contact', 'Donnez une adresse électronique ou un numéro : nous devons vérifier qui écrit avant de publier.');
  }
  if (typed['site-web'] !== '') {
    problems.set('texte', 'Un champ caché, réservé aux robots, a été rempli. Il est vide à nouveau : envoyez encore une fois.');
  }
  return problems;
}
