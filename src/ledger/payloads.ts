import { z } from 'zod';
import { verdicts } from '../followup/verdict.ts';
import { evidenceTypes } from '../positions/evidence.ts';
import { bases, contactStatuses, lifecycles, stances } from '../positions/stance.ts';

/** A calendar date, or as much of it as is known: 2020, 2020-03 or 2020-03-07 (ISO 8601). */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const day = z.iso.date();
const count = z.int().nonnegative().nullable();

/** Only http(s) may become a link: escaping does not stop a `javascript:` address. */
export const webAddress = z.url({ protocol: /^https?$/ });

const campaign = z.strictObject({
  slug: z.string(),
  title: z.string(),
  town: z.string(),
  communeCode: z.string(),
  timeZone: z.string(),
  fictional: z.boolean(),
  election: z.strictObject({ id: z.string(), name: z.string(), firstRoundOn: day, secondRoundOn: day.nullable() }),
});

const letter = z.strictObject({
  title: z.string(),
  /** Markdown, sanitised when it is drawn. */
  body: z.string(),
  url: webAddress.nullable(),
  publishedOn: day,
  /** When the campaign last looked for written replies, and what it found, in words. */
  repliesCheckedOn: day.nullable(),
  repliesNote: z.string().nullable(),
});

const signatory = z.strictObject({ slug: z.string(), name: z.string(), rank: z.int() });

const demand = z.strictObject({
  number: z.int().positive(),
  slug: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  explanation: z.string(),
  rules: z.strictObject({ commits: z.string(), commits_in_part: z.string(), refuses: z.string() }),
});

const race = z.strictObject({
  /** `commune`, or `secteur-4`. */
  slug: z.string(),
  code: z.string(),
  kind: z.enum(['commune', 'sector']),
  sectorNumber: z.int().positive().nullable(),
  name: z.string(),
  areas: z.array(z.strictObject({ code: z.string(), name: z.string(), postCode: z.string() })),
  rounds: z.array(z.strictObject({ number: z.int(), registered: count, voted: count, valid: count })),
});

const movement = z.strictObject({ slug: z.string(), name: z.string(), leader: z.string().nullable() });

const list = z.strictObject({
  /** `secteur-4-tour-1-panneau-3`: made by listKey. */
  key: z.string(),
  race: z.string(),
  movement: z.string(),
  round: z.int(),
  panel: z.int().positive(),
  label: z.string(),
  nuance: z.string().nullable(),
  head: z.string().nullable(),
  votes: count,
  seats: z.strictObject({ council: count, sector: count, intercommunal: count }),
});

const lineage = z.strictObject({
  child: z.string(),
  parent: z.string(),
  kind: z.enum(['continues', 'merges']),
  source: z.string(),
});

const contact = z.strictObject({
  movement: z.string(),
  status: z.enum(contactStatuses),
  /** Each time we asked, oldest first; no address, no name, no note. */
  asked: z.array(
    z.strictObject({ on: day, channel: z.enum(['open_letter', 'email', 'post', 'phone', 'meeting', 'social_network']) }),
  ),
});

const publishedSource = z.strictObject({
  url: webAddress.nullable(),
  title: z.string(),
  publisher: z.string(),
  publishedOn: partialDate.nullable(),
  /** The archived document, by the SHA-256 of what is served at /pieces/. */
  evidence: z
    .strictObject({ sha256: z.string().length(64), name: z.string(), type: z.enum(evidenceTypes), bytes: z.int().positive() })
    .optional(),
});

const position = z.strictObject({
  movement: z.string(),
  /** The list that differs from its movement, by its key; null when the movement speaks. */
  list: z.string().nullable(),
  demand: z.string(),
  stance: z.enum(stances),
  basis: z.enum(bases),
  lifecycle: z.enum(lifecycles),
  /** What was said, in the campaign's words. */
  summary: z.string(),
  /** What was said, to the letter; null when only a report is known. */
  quote: z.string().nullable(),
  /** The condition or the shortfall of a commitment in part. */
  condition: z.string().nullable(),
  speaker: z.string().nullable(),
  saidOn: partialDate.nullable(),
  reportedBy: z.string().nullable(),
  sources: z.array(publishedSource).min(1),
  /** Said by the desk alone, which lets nothing out that a second person has not read; absent from what came another way. */
  secondReading: z.literal(true).optional(),
});

const reply = z.strictObject({
  movement: z.string(),
  /** The position that it answers, by its subject or by the address of a version; null when it answers a follow-up. */
  position: z.string().nullable(),
  /** The follow-up that it answers, by its subject. */
  assessment: z.string().optional(),
  text: z.string(),
  receivedAt: z.iso.datetime(),
  author: z.string(),
});

const assessment = z.strictObject({
  movement: z.string(),
  demand: z.string(),
  verdict: z.enum(verdicts),
  fact: z.string(),
  happenedOn: partialDate,
  accordingTo: z.string().nullable(),
  sources: z.array(publishedSource).min(1),
});

/** What takes a subject off the public pages; the entry's reason says why. */
const withdrawal = z.strictObject({ kind: z.string(), subject: z.string() });
/** Names the redacted entry by its address (`12.3`: edition 12, third entry). */
const redaction = z.strictObject({ address: z.string() });

/** Every kind of entry and the shape of its payload. A new kind is added here and nowhere else. */
export const payloadSchemas = {
  campaign,
  letter,
  signatory,
  demand,
  race,
  movement,
  list,
  lineage,
  contact,
  position,
  reply,
  assessment,
  withdrawal,
  redaction,
} as const;

export type EntryKind = keyof typeof payloadSchemas;
export type Payload<K extends EntryKind> = z.infer<(typeof payloadSchemas)[K]>;
export type PublishedSource = z.infer<typeof publishedSource>;

/** What is given to the ledger: any kind, with the payload of that kind. */
export type NewEntry = {
  [K in EntryKind]: { kind: K; subject: string; payload: Payload<K>; corrects?: string | null; reason?: string | null };
}[EntryKind];

/** An entry as it is kept. `payload` is null once it has been redacted. */
export interface LedgerEntry {
  edition: number;
  ordinal: number;
  kind: EntryKind;
  subject: string;
  payload: string | null;
  payloadHash: string;
  corrects: string | null;
  reason: string | null;
}

/** The same as the rows hold it: whoever tampers with them may have written any kind. */
export type StoredEntry = Omit<LedgerEntry, 'kind'> & { kind: string };

export interface Edition {
  campaign: string;
  number: number;
  publishedAt: string;
  note: string;
  previousHash: string;
  hash: string;
}

/** `12.3`: how one entry points at another, in every copy of the ledger. */
export function entryAddress(entry: { edition: number; ordinal: number }): string {
  return `${entry.edition}.${entry.ordinal}`;
}
