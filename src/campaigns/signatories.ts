import { slugify } from '../lib/slug.ts';

export interface NewSignatory {
  slug: string;
  name: string;
  rank: number;
}

/** How signatories stand: by the alphabet, or as the letter has them. */
export const signatoryOrders = ['alphabet', 'lettre'] as const;
export type SignatoryOrder = (typeof signatoryOrders)[number];

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** One name a line; empty lines and a name that comes twice are left out. */
export function readSignatories(text: string, order: SignatoryOrder): NewSignatory[] {
  const names = text.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' '));
  const kept = names.filter(
    (name, index) => name !== '' && names.findIndex((other) => collator.compare(other, name) === 0) === index,
  );
  if (order === 'alphabet') kept.sort(collator.compare);
  const taken = new Set<string>();
  return kept.map((name, index) => ({ slug: freeSlug(name, taken), name, rank: index + 1 }));
}

/** Whether they stand by the alphabet already: how a list that was stored is shown again. */
export function orderOf(names: readonly string[]): SignatoryOrder {
  return names.every((name, index) => index === 0 || collator.compare(names[index - 1] ?? '', name) <= 0) ? 'alphabet' : 'lettre';
}

/** What a name becomes in an address, with a number when that is taken. The new one is taken too. */
export function freeSlug(name: string, taken: Set<string>, otherwise = 'sans-nom'): string {
  const base = slugify(name).slice(0, 60).replace(/-+$/, '') || otherwise;
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
