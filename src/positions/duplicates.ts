/** What is compared of a position with those that are there already. */
export interface Comparable {
  quote: string;
  urls: readonly string[];
}

/** Why two entries may be one: they rest on the same page, or quote nearly the same words. */
export type Likeness = 'same_address' | 'near_quote';

/** How much of two quotations must be alike; see `likeness`. */
const nearEnough = 0.8;
/** Fewer words than this are alike by chance. */
const fewestWords = 5;

/**
 * Whether an entry looks like another. Addresses are the same when they differ only by what does not change the page (`www.`, a final
 * slash, a fragment, the marks of newsletters and social networks). Quotations are near when 80 % of their pairs of words are shared
 * (the Sørensen-Dice coefficient), whatever the accents, capitals and punctuation; or when the shorter stands whole in the longer.
 */
export function likenessOf(one: Comparable, other: Comparable): Likeness[] {
  const addresses = new Set(one.urls.flatMap((url) => samePage(url) ?? []));
  const sameAddress = other.urls.some((url) => addresses.has(samePage(url) ?? ''));
  return [
    ...(sameAddress ? (['same_address'] as const) : []),
    ...(isNear(one.quote, other.quote) ? (['near_quote'] as const) : []),
  ];
}

/** The page an address leads to, without what does not change it; null when it is none. */
export function samePage(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid|gclid|mc_|xtor|at_)/i.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const query = url.searchParams.size > 0 ? `?${url.searchParams}` : '';
  return `${url.hostname.replace(/^(?:www|m)\./, '')}${url.pathname.replace(/\/+$/, '')}${query}`;
}

export function isNear(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (Math.min(left.length, right.length) < fewestWords) return false;
  const [longer, shorter] = left.length > right.length ? [left, right] : [right, left];
  return ` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `) || likeness(pairsOf(left), pairsOf(right)) >= nearEnough;
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  words.slice(1).forEach((word, index) => {
    const pair = `${words[index]} ${word}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return pairs;
}

function likeness(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  const size = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0);
  const shared = [...left].reduce((sum, [pair, count]) => sum + Math.min(count, right.get(pair) ?? 0), 0);
  return (2 * shared) / (size(left) + size(right));
}
