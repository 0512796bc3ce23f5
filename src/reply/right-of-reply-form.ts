import { z } from 'zod';
import type { Language } from '../lib/language.ts';
import { isTooLong, longestLines } from '../outreach/right-of-reply.ts';
import type { Entry } from './entries.ts';
import { rightOfReplyWords } from './words/right-of-reply.ts';

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
export function problemsOfReply(
  typed: TypedReply,
  entries: readonly Entry[],
  { byLink, language }: { byLink: boolean; language: Language },
): Map<string, string> {
  const { problems: say } = rightOfReplyWords[language];
  const problems = new Map<string, string>();
  if (!entries.some(({ value }) => value === typed.entree)) problems.set('entree', say.entry);
  if (typed.texte === '') problems.set('texte', say.text);
  else if (isTooLong(typed.texte)) problems.set('texte', say.tooLong(longestLines));
  if (typed.nom === '') problems.set('nom', say.name);
  if (typed.qualite === '') problems.set('qualite', say.capacity);
  if (!byLink && typed.contact === '') {
    problems.set('contact', say.contact);
  }
  if (typed['site-web'] !== '') {
    problems.set('texte', say.trap);
  }
  return problems;
}
