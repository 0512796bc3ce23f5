import { z } from 'zod';
import type { Bilingual } from '../../lib/language.ts';
import type { PublicState } from '../../standings/fold.ts';

/** What a cell of a table can hold. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** The state that a table is made of, and where the site stands: addresses in a file must work far from it. */
export interface Dossier {
  state: PublicState;
  publicUrl: string;
}

/** A reference from one column to another table's. */
export interface Reference {
  column: string;
  table: string;
  field: string;
}

/** One tidy table: a name, words, columns, and how its rows come out of a public state. */
export interface Table {
  name: string;
  title: Bilingual<string>;
  about: Bilingual<string>;
  /** What makes a row unique. */
  key: readonly string[];
  references: readonly Reference[];
  columns: Readonly<Record<string, z.ZodType<Value>>>;
  rows(dossier: Dossier): Iterable<Row>;
}

interface Declared<S extends Record<string, z.ZodType<Value>>> {
  name: string;
  title: Bilingual<string>;
  about: Bilingual<string>;
  key: readonly (keyof S & string)[];
  references?: readonly (Reference & { column: keyof S & string })[];
  columns: S;
  rows(dossier: Dossier): Iterable<{ [K in keyof S]: S[K]['_zod']['output'] }>;
}

/** Declares a table. A row that lacks a column, or has one too many, does not compile. */
export function table<S extends Record<string, z.ZodType<Value>>>(declared: Declared<S>): Table {
  const { name, title, about, key, references = [], columns } = declared;
  const names = Object.keys(columns);
  return {
    name,
    title,
    about,
    key,
    references,
    columns,
    *rows(dossier) {
      for (const given of declared.rows(dossier)) yield inOrder(names, given);
    },
  };
}

/** The columns in the order of their declaration, whatever the order in which a row was written. */
function inOrder(names: readonly string[], given: Readonly<Record<string, Value>>): Row {
  return Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
}

/** One row of a table, as a schema. */
export function rowSchema({ columns }: Pick<Table, 'columns'>) {
  return z.object(columns);
}
