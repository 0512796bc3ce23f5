import { contacts, demands, signatories } from './letter.ts';
import { lineage, lists, movements, races } from './places.ts';
import { positions } from './positions.ts';
import { assessments, editions, replies, sources, versions } from './proofs.ts';
import type { Table } from './table.ts';

/**
 * The version of the names, columns and codes. A column or a code that is added raises the second number; one that is renamed,
 * removed or changes its meaning raises the first, and the old one stays at its address.
 */
export const schemaVersion = '1.0';

/** Every table, in the order in which a reader needs them. */
export const tables: readonly Table[] = [
  positions,
  demands,
  movements,
  lists,
  lineage,
  races,
  contacts,
  sources,
  replies,
  assessments,
  versions,
  editions,
  signatories,
];

export function findTable(name: string): Table | null {
  return tables.find((table) => table.name === name) ?? null;
}
