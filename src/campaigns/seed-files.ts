import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { payloadSchemas } from '../ledger/payloads.ts';

const { campaign, letter, demand, movement, race, contact, position, reply, assessment } = payloadSchemas;

const campaignFile = campaign.omit({ communeCode: true }).extend({
  commune: z.strictObject({ code: z.string().length(5), name: z.string(), departement: z.string() }),
  letter: letter.omit({ body: true }),
  signatories: z.array(z.string()),
  demands: z.array(demand.omit({ number: true })).min(1),
  movements: z.array(movement).min(1),
});

const optionalCount = z.preprocess((text) => (text === '' ? null : text), z.coerce.number().int().nonnegative().nullable());
const optionalText = z.string().transform((text) => text || null);

const listRow = z.strictObject({
  race: z.string(),
  round: z.coerce.number().int().min(1).max(2),
  panel: z.coerce.number().int().positive(),
  movement: z.string(),
  label: z.string(),
  nuance: optionalText,
  head_first_name: optionalText,
  head_last_name: optionalText,
  votes: optionalCount,
  council_seats: optionalCount,
  sector_seats: optionalCount,
  intercommunal_seats: optionalCount,
});

const seededPosition = position.extend({
  list: z.string().nullable().default(null),
  lifecycle: position.shape.lifecycle.default('current'),
  quote: z.string().nullable().default(null),
  condition: z.string().nullable().default(null),
  speaker: z.string().nullable().default(null),
  saidOn: position.shape.saidOn.default(null),
  reportedBy: z.string().nullable().default(null),
  /** Why it replaces what was published before; needed when something was. */
  reason: z.string().optional(),
});

const editionFile = z.strictObject({
  publishedAt: z.iso.datetime(),
  note: z.string(),
  /** One for every movement, or one each. */
  contacts: z.union([contact.omit({ movement: true }), z.array(contact)]).default([]),
  positions: z.array(seededPosition).default([]),
  replies: z.array(reply).default([]),
  assessments: z.array(assessment).default([]),
  withdrawals: z.array(z.strictObject({ kind: z.string(), subject: z.string(), reason: z.string() })).default([]),
  redactions: z.array(z.strictObject({ address: z.string(), reason: z.string() })).default([]),
});

export type SeededEdition = z.infer<typeof editionFile>;
export type Seed = ReturnType<typeof readSeed>;

/** Reads a campaign's folder under seeds/. Throws (zod, csv-parse) when a file does not hold what its schema says. */
export function readSeed(folder: string) {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const json = (name: string): unknown => JSON.parse(text(name));
  const rows = (name: string): unknown => (existsSync(join(folder, name)) ? parse(text(name), { columns: true }) : []);
  return {
    ...campaignFile.parse(json('campaign.json')),
    body: text('letter.md'),
    races: z.array(race).parse(json('races.json')),
    lists: z.array(listRow).parse(rows('lists.csv')),
    lineage: z.array(payloadSchemas.lineage).parse(rows('lineage.csv')),
    editions: z.array(editionFile).min(1).parse(json('editions.json')),
  };
}
