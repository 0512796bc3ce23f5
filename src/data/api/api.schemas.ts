import { z } from 'zod';
import { rowSchema, type Table } from '../tables/table.ts';
import { pagingShape } from './paging.ts';
import { problem } from './problem.ts';

const edition = z
  .object({
    number: z.int(),
    publishedAt: z.iso.datetime(),
    hash: z.string().meta({ description: 'SHA-256: the fingerprint of everything published up to this edition' }),
  })
  .meta({ id: 'Edition' });

const licence = z.object({ name: z.string(), url: z.string() }).meta({ id: 'Licence' });

export const campaign = z
  .object({
    slug: z.string(),
    title: z.string(),
    town: z.string(),
    communeCode: z.string(),
    fictional: z.boolean(),
    election: z.object({
      id: z.string(),
      name: z.string(),
      firstRoundOn: z.iso.date(),
      secondRoundOn: z.iso.date().nullable(),
    }),
    edition,
    page: z.string().meta({ description: 'The page for people' }),
    archive: z.string().meta({ description: 'Everything, as a Frictionless Data Package' }),
    register: z.string().meta({ description: 'The register itself, to be checked' }),
    tables: z.record(z.string(), z.string()).meta({ description: 'Each table by its name, at its address here' }),
  })
  .meta({ id: 'Campaign' });

export const campaigns = z.object({
  licence,
  schemaVersion: z.string(),
  campaigns: z.array(campaign),
  next: z.string().nullable().meta({ description: 'The address of the next campaigns; null at the end' }),
});
export const campaignParams = z.object({ campaign: z.string().max(100) });
export const campaignQuery = z.strictObject({ edition: pagingShape.edition });

/** The columns by which rows may be chosen. */
const filterable = ['cell', 'movement', 'list', 'demand', 'race', 'round', 'stance', 'contact_status', 'subject', 'verdict'];

export function filtersOf({ columns }: Pick<Table, 'columns'>): string[] {
  return filterable.filter((name) => Object.hasOwn(columns, name));
}

export function tableQuery(table: Table) {
  const about = (name: string) =>
    z
      .string()
      .max(200)
      .optional()
      .meta({ description: `Only rows whose \`${name}\` is this` });
  return z.strictObject({ ...Object.fromEntries(filtersOf(table).map((name) => [name, about(name)])), ...pagingShape });
}

export function tableAnswer(table: Table) {
  return z.object({
    campaign: z.string(),
    edition,
    licence,
    schema: z.string().meta({ description: 'The Table Schema of the rows' }),
    rows: z.array(rowSchema(table).meta({ id: `row_${table.name}`, description: table.about.en })),
    next: z.string().nullable().meta({ description: 'The address of the next rows; null at the end' }),
  });
}

/** How each route may fail. */
export const problems = { 400: problem, 404: problem, 429: problem, 503: problem };
