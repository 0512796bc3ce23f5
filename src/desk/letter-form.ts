import { z } from 'zod';
import type { LetterWords } from '../campaigns/drafting.service.ts';
import { webAddress } from '../ledger/payloads.ts';
import { typedLine, typedText } from './form-page.ts';
import { dayOf } from './open-campaign-form.ts';

const typedLetter = z.object({
  titre: typedLine,
  texte: typedText,
  date: typedLine,
  adresse: typedLine,
  'verifiee-le': typedLine,
  bilan: typedText,
});
export type TypedLetter = z.infer<typeof typedLetter>;

/** The letter as it was typed: kept whole, so that a refusal gives every word back. */
export function readLetter(body: unknown): TypedLetter {
  return typedLetter.parse(body ?? {});
}

/** `today` is an ISO date: a letter that is being written is dated so until someone says otherwise. */
export function typedFromLetter(letter: LetterWords | null, today: string): TypedLetter {
  return {
    titre: letter?.title ?? '',
    texte: letter?.body ?? '',
    date: slashed(letter?.publishedOn ?? today),
    adresse: letter?.url ?? '',
    'verifiee-le': slashed(letter?.repliesCheckedOn ?? ''),
    bilan: letter?.repliesNote ?? '',
  };
}

/** The letter to keep. A title or a text may still be missing: only publishing asks for them. */
export function checkLetter(typed: TypedLetter): { letter: LetterWords } | { problems: Map<string, string> } {
  const problems = new Map<string, string>();
  const publishedOn = dayOf(typed.date);
  const checked = typed['verifiee-le'];
  const repliesCheckedOn = checked === '' ? null : dayOf(checked);
  if (!publishedOn) problems.set('date', 'Donnez le jour de la lettre, par exemple 07/03/2026.');
  if (checked !== '' && !repliesCheckedOn) problems.set('verifiee-le', 'Cette date n’existe pas. Écrivez 07/03/2026.');
  if (typed.adresse !== '' && !webAddress.safeParse(typed.adresse).success)
    problems.set('adresse', 'Une adresse web commence par https:// ou http://.');
  if (problems.size > 0 || !publishedOn) return { problems };
  const { titre: title, texte: body, bilan } = typed;
  return {
    letter: { title, body, publishedOn, url: typed.adresse || null, repliesCheckedOn, repliesNote: bilan || null },
  };
}

function slashed(day: string): string {
  return day.split('-').reverse().join('/');
}
