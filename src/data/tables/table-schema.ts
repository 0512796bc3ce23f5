import { z } from 'zod';
import type { Codes } from './codes.ts';
import { metaOf, partialDatePattern } from './column.ts';
import type { Table, Value } from './table.ts';
import { schemaVersion } from './tables.ts';

const jsonColumn = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).optional(),
});

/** What a column is, in the words of Table Schema. */
export interface Field {
  name: string;
  type: string;
  format?: string;
  description: string;
  'description:en': string;
  constraints?: { required?: true; enum?: string[]; pattern?: string };
  categories?: { value: string; label: string; 'label:en': string }[];
  missingValues?: { value: string; label: string; 'label:en'?: string }[];
}

/** The Table Schema of a table (https://datapackage.org/standard/table-schema/), in French as the files are, with the English beside. */
export function tableSchemaOf(table: Table) {
  const fields = fieldsOf(table);
  const absences = fields.flatMap(({ missingValues = [] }) => missingValues.map(({ value }) => value));
  const references = table.references.map(({ column, table: resource, field }) => ({
    fields: column,
    reference: { resource, fields: field },
  }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    name: table.name,
    title: table.title.fr,
    'title:en': table.title.en,
    description: table.about.fr,
    'description:en': table.about.en,
    version: schemaVersion,
    fields,
    missingValues: [...new Set(['', ...absences])],
    primaryKey: table.key,
    ...(references.length > 0 && { foreignKeys: references }),
  };
}

/** One field a column, from its schema and its words alone. */
export function fieldsOf(table: Table): Field[] {
  return Object.entries(table.columns).map(([name, schema]) => fieldOf(name, schema, table.key));
}

function fieldOf(name: string, schema: z.ZodType<Value>, key: readonly string[]): Field {
  const { about, labels, absences } = metaOf(schema);
  const json = jsonColumn.parse(z.toJSONSchema(schema instanceof z.ZodNullable ? schema.unwrap() : schema));
  const codes = labels ? Object.keys(labels.fr) : undefined;
  // In a CSV an empty text and no text are one: only what names the row, and what is not free text, must be there.
  const isFreeText = json.type === 'string' && !json.enum && !json.format && !key.includes(name);
  const mayBeEmpty = isFreeText || absences !== undefined || schema.safeParse(null).success;
  const constraints = {
    ...(mayBeEmpty ? {} : { required: true as const }),
    ...(codes && { enum: codes }),
    ...(json.pattern === partialDatePattern.source && { pattern: json.pattern }),
  };
  return {
    name,
    ...typeOf(json),
    description: about.fr,
    'description:en': about.en,
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(labels && { categories: labelled(labels) }),
    ...(absences && { missingValues: [{ value: '', label: 'Sans objet' }, ...labelled(absences)] }),
  };
}

function typeOf({ type, format }: z.infer<typeof jsonColumn>): Pick<Field, 'type' | 'format'> {
  if (type === 'integer' || type === 'boolean') return { type };
  if (format === 'date') return { type: 'date' };
  if (format === 'date-time') return { type: 'datetime' };
  return format === 'uri' ? { type: 'string', format: 'uri' } : { type: 'string' };
}

function labelled({ fr, en }: Codes) {
  return Object.entries(fr).map(([value, label]) => ({ value, label, 'label:en': en[value] ?? label }));
}
