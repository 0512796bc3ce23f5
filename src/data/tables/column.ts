import { z } from 'zod';
import type { Bilingual } from '../../lib/language.ts';
import type { Codes } from './codes.ts';

/** What a column says of itself: one description gives the Table Schema, the OpenAPI document and the page that explains the files. */
export interface ColumnMeta {
  about: Bilingual<string>;
  /** The words of each code, when the column holds codes. */
  labels?: Codes;
  /** Codes that say why there is no value: in the Table Schema they are labelled missing values. */
  absences?: Codes;
}

const registry = z.registry<ColumnMeta>();

/** Declares one column. The words are kept beside the schema, never in it, so that both languages have the same rank. */
function column<S extends z.ZodType>(schema: S, meta: ColumnMeta): S {
  const described = schema.meta({ description: meta.about.en });
  registry.add(described, meta);
  return described;
}

export const text = (fr: string, en: string) => column(z.string(), { about: { fr, en } });
export const optionalText = (fr: string, en: string) => column(z.string().nullable(), { about: { fr, en } });
export const integer = (fr: string, en: string) => column(z.int(), { about: { fr, en } });
export const optionalInteger = (fr: string, en: string) => column(z.int().nullable(), { about: { fr, en } });
export const optionalTruth = (fr: string, en: string) => column(z.boolean().nullable(), { about: { fr, en } });
export const optionalDay = (fr: string, en: string) => column(z.iso.date().nullable(), { about: { fr, en } });
export const instant = (fr: string, en: string) => column(z.iso.datetime(), { about: { fr, en } });
export const address = (fr: string, en: string) => column(z.url(), { about: { fr, en } });
export const optionalAddress = (fr: string, en: string) => column(z.url().nullable(), { about: { fr, en } });

/** A calendar date, or as much of it as is known; no spreadsheet has a type for it, so it stays text. */
export const optionalPartialDate = (fr: string, en: string) =>
  column(z.string().regex(partialDatePattern).nullable(), { about: { fr, en } });

export const partialDatePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function code<const C extends string>(labels: Codes<C>, fr: string, en: string) {
  return column(z.enum(codesOf(labels)), { about: { fr, en }, labels });
}

export function optionalCode<const C extends string>(labels: Codes<C>, fr: string, en: string) {
  return column(z.enum(codesOf(labels)).nullable(), { about: { fr, en }, labels });
}

/** A code that is there, or a code that says why it is not. */
export function codeOrAbsence<const C extends string, const A extends string>(
  labels: Codes<C>,
  absences: Codes<A>,
  fr: string,
  en: string,
) {
  return column(z.enum([...codesOf(labels), ...codesOf(absences)]), { about: { fr, en }, labels, absences });
}

function codesOf<C extends string>({ fr }: Codes<C>): C[] {
  return Object.keys(fr).filter((key): key is C => Object.hasOwn(fr, key));
}

/** What a column was declared to say. */
export function metaOf(schema: z.ZodType): ColumnMeta {
  const meta = registry.get(schema);
  if (!meta) throw new Error('a column was declared without words');
  return meta;
}
