import { words } from './same-words.ts';

/** A commune as one may look for it. */
export interface KnownCommune {
  code: string;
  name: string;
  departement: string;
  departementName: string;
  postCodes: readonly string[];
  population: number;
  /** The name in plain words, made once. */
  folded: string;
}

/** `Saint-Denis` → `saint denis`; and « st » is how people type it. */
export function foldName(name: string): string {
  return words(name).replace(/\bste?\b/g, (short) => (short === 'st' ? 'saint' : 'sainte'));
}

/**
 * The communes that a person may mean: by name, whatever its capitals and accents, by post code or by INSEE code. The exact name
 * comes first, then names that begin so, then names that hold it; among equals, the most populous.
 */
export function searchCommunes(communes: readonly KnownCommune[], query: string, atMost: number): KnownCommune[] {
  const asked = foldName(query);
  if (asked.length < 2) return [];
  const found = communes.flatMap((commune) => {
    const rank = rankOf(commune, asked);
    return rank === null ? [] : [{ commune, rank }];
  });
  found.sort((one, other) => one.rank - other.rank || other.commune.population - one.commune.population);
  return found.slice(0, atMost).map(({ commune }) => commune);
}

function rankOf({ code, folded, postCodes }: KnownCommune, asked: string): number | null {
  if (folded === asked || code.toLowerCase() === asked) return 0;
  if (/^\d{5}$/.test(asked)) return postCodes.includes(asked) ? 0 : null;
  if (folded.startsWith(asked)) return 1;
  if (folded.includes(` ${asked}`)) return 2;
  return asked.length >= 4 && folded.includes(asked) ? 3 : null;
}
