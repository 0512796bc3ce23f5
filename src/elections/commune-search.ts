import { words } from './same-words.ts';

/** What a search looks at. */
export interface Searched {
  code: string;
  postCodes: readonly string[];
  population: number;
  /** The name in plain words (`foldName`), made once. */
  folded: string;
}

/** A commune as one may look for it. */
export interface KnownCommune extends Searched {
  name: string;
  departement: string;
  departementName: string;
}

/** `Saint-Denis` → `saint denis`; and « st » is how people type it. */
export function foldName(name: string): string {
  return words(name).replace(/\bste?\b/g, (short) => (short === 'st' ? 'saint' : 'sainte'));
}

/**
 * The communes that a person may mean: by name, whatever its capitals and accents, by post code or by INSEE code. The exact name
 * comes first, then names that begin so, then names that hold it; among equals the most populous, then as they were given.
 */
export function searchCommunes<C extends Searched>(communes: readonly C[], query: string, atMost: number): C[] {
  const asked = foldName(query);
  const found = communes.flatMap((commune) => {
    const rank = rankOf(commune, asked);
    return rank === null ? [] : [{ commune, rank }];
  });
  found.sort((one, other) => one.rank - other.rank || other.commune.population - one.commune.population);
  return found.slice(0, atMost).map(({ commune }) => commune);
}

/** Whether a commune is exactly the one that was typed, and not only like it. */
export function isNamed(commune: Searched, query: string): boolean {
  return rankOf(commune, foldName(query)) === 0;
}

function rankOf({ code, folded, postCodes }: Searched, asked: string): number | null {
  if (folded === asked || code.toLowerCase() === asked) return 0;
  if (/^\d{5}$/.test(asked)) return postCodes.includes(asked) ? 0 : null;
  // One letter is the whole name of a commune (Y, in the Somme), and the beginning of thousands.
  if (asked.length < 2) return null;
  if (folded.startsWith(asked)) return 1;
  if (folded.includes(` ${asked}`)) return 2;
  return asked.length >= 4 && folded.includes(asked) ? 3 : null;
}
