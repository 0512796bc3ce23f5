import { z } from 'zod';
import { canonicalJson, editionHash, genesisHash, sha256 } from '../../src/ledger/hash.ts';

const entryShape = z.object({
  ordinal: z.int(),
  kind: z.string(),
  subject: z.string(),
  payloadHash: z.string(),
  corrects: z.string().nullable(),
  reason: z.string().nullable(),
  payload: z.record(z.string(), z.json()).nullable(),
});
const editionShape = z.object({
  number: z.int(),
  publishedAt: z.string(),
  note: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  entries: z.array(entryShape),
});

/** A later edition, by its hashes alone. */
const sealedShape = editionShape.extend({ entries: z.array(entryShape.omit({ payload: true })) });

/** A register as it is downloaded. */
export const registerShape = z.object({
  format: z.string(),
  campaign: z.string(),
  editions: z.array(editionShape),
  since: z.array(sealedShape).optional(),
});
export type Register = z.infer<typeof registerShape>;
type Edition = z.infer<typeof editionShape>;
type Dice = () => number;

const pick = <T>(items: readonly T[], dice: Dice): T => {
  const item = items[dice() % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** What someone who wants the past to have been different does to a register. */
export const alterations: { name: string; alter(register: Register, dice: Dice): Register }[] = [
  {
    name: 'a payload changed',
    alter: onEntry((entry, dice) => (entry.payload = { ...entry.payload, summary: `réécrit ${dice()}` })),
  },
  { name: 'a payload emptied', alter: onEntry((entry) => (entry.payload = null)) },
  { name: 'a reason changed', alter: onEntry((entry, dice) => (entry.reason = `autre raison ${dice()}`)) },
  { name: 'a subject changed', alter: onEntry((entry) => (entry.subject += '-bis')) },
  { name: 'a hash of a payload changed', alter: onEntry((entry, dice) => (entry.payloadHash = sha256(String(dice())))) },
  { name: 'an entry dropped', alter: onEdition((edition, dice) => edition.entries.splice(dice() % edition.entries.length, 1)) },
  {
    name: 'an entry dropped, the others numbered again',
    alter: onEdition((edition, dice) => {
      edition.entries.splice(dice() % edition.entries.length, 1);
      number(edition);
    }),
  },
  {
    name: 'two entries swapped',
    alter: onEdition((edition, dice) => {
      swap(edition.entries, dice);
      number(edition);
    }),
  },
  {
    name: 'an entry added',
    alter: onEdition((edition, dice) => {
      edition.entries.push({ ...pick(edition.entries, dice), ordinal: edition.entries.length + 1 });
    }),
  },
  { name: 're-dated', alter: onEdition((edition, dice) => (edition.publishedAt = new Date(dice() * 1000).toISOString())) },
  { name: 'a note changed', alter: onEdition((edition, dice) => (edition.note = `note ${dice()}`)) },
  {
    name: 'an edition dropped',
    alter: (register, dice) => {
      register.editions.splice(dice() % register.editions.length, 1);
      return register;
    },
  },
  { name: 'the last edition dropped', alter: (register) => ({ ...register, editions: register.editions.slice(0, -1) }) },
  {
    name: 'two editions swapped',
    alter: (register, dice) => {
      swap(register.editions, dice);
      return register;
    },
  },
  { name: 'a redaction pretended in the last edition', alter: (register, dice) => pretendRedaction(register, dice, false) },
  { name: 'a redaction pretended in an edition of its own', alter: (register, dice) => pretendRedaction(register, dice, true) },
  { name: 'another campaign', alter: (register, dice) => ({ ...register, campaign: `autre-${dice()}` }) },
];

/** Empties an entry that was never redacted, and announces it as the site would. */
function pretendRedaction(register: Register, dice: Dice, inItsOwn: boolean): Register {
  const edition = pick(register.editions, dice);
  const entry = pick(edition.entries, dice);
  const address = `${edition.number}.${entry.ordinal}`;
  const payload = { address };
  const payloadHash = sha256(canonicalJson(payload));
  const redaction = {
    kind: 'redaction',
    subject: address,
    payloadHash,
    corrects: address,
    reason: 'Décision de justice.',
    payload,
  };
  const last = register.editions.at(-1) ?? edition;
  if (inItsOwn) register.editions.push({ ...last, number: last.number + 1, previousHash: last.hash, entries: [] });
  const announcing = register.editions.at(-1) ?? edition;
  announcing.entries.push({ ...redaction, ordinal: announcing.entries.length + 1 });
  announcing.hash = editionHash({ ...announcing, campaign: register.campaign }, announcing.entries);
  entry.payload = null;
  return register;
}

function number({ entries }: Edition): void {
  for (const [index, entry] of entries.entries()) entry.ordinal = index + 1;
}

function onEdition(change: (edition: Edition, dice: Dice) => unknown) {
  return (register: Register, dice: Dice): Register => {
    change(pick(register.editions, dice), dice);
    return register;
  };
}

function onEntry(change: (entry: Edition['entries'][number], dice: Dice) => unknown) {
  return onEdition((edition, dice) => change(pick(edition.entries, dice), dice));
}

function swap<T>(items: T[], dice: Dice): void {
  const first = dice() % items.length;
  const second = (first + 1 + (dice() % Math.max(1, items.length - 1))) % items.length;
  const [a, b] = [items[first], items[second]];
  if (a === undefined || b === undefined) return;
  items[first] = b;
  items[second] = a;
}

/** Numbers, links and every hash made right again from the start: a forgery that holds by itself. */
export function rehashed({ campaign, format, editions }: Register): Register {
  let previousHash = genesisHash;
  const forged = editions.map((edition, index) => {
    const entries = edition.entries.map((entry, rank) => ({
      ...entry,
      ordinal: rank + 1,
      payloadHash: entry.payload === null ? entry.payloadHash : sha256(canonicalJson(entry.payload)),
    }));
    const header = { ...edition, campaign, number: index + 1, previousHash };
    const hash = editionHash(header, entries);
    previousHash = hash;
    return { ...edition, number: index + 1, previousHash: header.previousHash, hash, entries };
  });
  return { format, campaign, editions: forged };
}
