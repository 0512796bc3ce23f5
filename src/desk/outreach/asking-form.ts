import { z } from 'zod';
import { newToken } from '../../accounts/tokens.ts';
import { webAddress } from '../../ledger/payloads.ts';
import { readPartialDate } from '../../lib/partial-date.ts';
import { unknownFields } from '../../outreach/letter-template.ts';
import type { Letter, NewAddress, NotedContact } from '../../outreach/outreach.service.ts';
import { addressKinds, type LetterKind, letterKinds } from '../../outreach/vocabulary.ts';

const line = z.string().trim().max(500).catch('');
const text = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(20_000))
  .catch('');
const many = z.array(z.string()).catch([]);

/** How the addresses of the desk name what is sent. */
export const kindNames: Record<LetterKind, string> = { letter: 'lettre', reminder: 'relance' };

export function readKind(value: unknown): LetterKind {
  return letterKinds.find((kind) => kindNames[kind] === value) ?? 'letter';
}

const sent = z.object({ cle: z.string().min(16).max(100).catch(newToken), note: text });

export function readSent(body: unknown): z.infer<typeof sent> {
  return sent.parse(body ?? {});
}

/** The movements that were ticked, by their slugs: one checkbox or many. */
export function readChosen(body: unknown): string[] {
  const { mouvement } = z.object({ mouvement: z.unknown().optional() }).parse(body ?? {});
  return typeof mouvement === 'string' ? [mouvement] : many.parse(mouvement);
}

export type TypedLetter = Letter;
const letter = z.object({ subject: line, body: text, version: z.coerce.number().int().min(0).catch(0) });

export function readLetter(body: unknown): { typed: TypedLetter; problems: Map<string, string> } {
  const typed = letter.parse(body ?? {});
  const problems = new Map<string, string>();
  if (typed.subject === '') problems.set('subject', 'Écrivez l’objet du courriel.');
  if (typed.body === '') problems.set('body', 'Écrivez la lettre.');
  for (const id of ['subject', 'body'] as const) {
    const unknown = unknownFields(typed[id]);
    if (unknown.length > 0) problems.set(id, unknownWords(unknown));
  }
  if (unknownFields(typed.subject).length === 0 && typed.subject.includes('{{lien}}')) {
    problems.set('subject', 'Le lien personnel n’a pas sa place dans l’objet : mettez-le dans la lettre.');
  }
  return { typed, problems };
}

function unknownWords(names: readonly string[]): string {
  const shown = names.map((name) => `{{${name}}}`).join(', ');
  return `${shown} : ce champ n’existe pas. Choisissez dans la liste des champs, plus bas.`;
}

const settings = z.object({ reminderDays: line, replyTo: line });
export type TypedSettings = z.infer<typeof settings>;

export function readSettings(body: unknown): { typed: TypedSettings; problems: Map<string, string> } {
  const typed = settings.parse(body ?? {});
  const problems = new Map<string, string>();
  if (
    !z.coerce
      .number()
      .int()
      .min(1)
      .max(60)
      .safeParse(typed.reminderDays || 'x').success
  ) {
    problems.set('reminderDays', 'Écrivez un nombre de jours, de 1 à 60.');
  }
  if (typed.replyTo !== '' && !z.email().safeParse(typed.replyTo).success) {
    problems.set('replyTo', 'Écrivez une adresse électronique complète, ou laissez vide.');
  }
  return { typed, problems };
}

const address = z.object({ kind: z.enum(addressKinds).nullable().catch(null), value: line, holder: line, liste: line });
export type TypedAddress = z.infer<typeof address>;

export const noAddress: TypedAddress = { kind: null, value: '', holder: '', liste: '' };

type Read<T, V> = { typed: T; problems: Map<string, string>; value: V | null };

export function readAddress(body: unknown, lists: readonly { id: number; key: string }[]): Read<TypedAddress, NewAddress> {
  const typed = address.parse(body ?? {});
  const { kind, value, holder } = typed;
  const problems = new Map<string, string>();
  if (kind === null) problems.set('kind', 'Dites de quelle sorte d’adresse il s’agit.');
  if (value === '') problems.set('value', 'Écrivez l’adresse ou le numéro.');
  else if (kind === 'email' && !z.email().safeParse(value).success) {
    problems.set('value', 'Une adresse électronique s’écrit nom@domaine.fr.');
  } else if (kind === 'social_network' && !webAddress.safeParse(value).success) {
    problems.set('value', 'Donnez l’adresse de la page, qui commence par https://');
  }
  const list = lists.find(({ key }) => key === typed.liste);
  return { typed, problems, value: kind && problems.size === 0 ? { kind, value, holder, listId: list?.id ?? null } : null };
}

/** What a volunteer may say of a contact; the others are said by the mail server. */
export const notedChannels = ['phone', 'meeting', 'email', 'post', 'social_network'] as const;
export const notedOutcomes = ['sent', 'promised', 'answered', 'declined', 'not_reached'] as const;

const contact = z.object({
  channel: z.enum(notedChannels).nullable().catch(null),
  outcome: z.enum(notedOutcomes).nullable().catch(null),
  happenedOn: line,
  note: text,
});
export type TypedContact = z.infer<typeof contact>;

/** `today` is an ISO day: no contact took place tomorrow. */
export function readContact(body: unknown, today: string): Read<TypedContact, NotedContact> {
  const typed = contact.parse(body ?? {});
  const { channel, outcome, note } = typed;
  const happenedOn = readPartialDate(typed.happenedOn) ?? '';
  const problems = new Map<string, string>();
  if (channel === null) problems.set('channel', 'Dites par quel moyen.');
  if (outcome === null) problems.set('outcome', 'Dites ce qui s’est passé.');
  if (happenedOn.length !== 10) problems.set('happenedOn', 'Écrivez le jour, par exemple 12/03/2020.');
  else if (happenedOn > today) problems.set('happenedOn', 'Cette date est dans l’avenir.');
  const isWhole = channel && outcome && problems.size === 0;
  return { typed, problems, value: isWhole ? { channel, outcome, happenedOn, note, listId: null } : null };
}

/** The day on which letters were posted: an ISO day, not after today; null when it is none. */
export function readPostedDay(body: unknown, today: string): string | null {
  const { happenedOn } = z.object({ happenedOn: line }).parse(body ?? {});
  const day = readPartialDate(happenedOn) ?? '';
  return day.length === 10 && day <= today ? day : null;
}

/** What may be said afterwards of a letter that was sent. */
export function readSettled(body: unknown): 'sent' | 'failed' | 'bounced' | null {
  const { issue } = z.object({ issue: z.enum(['sent', 'failed', 'bounced']).nullable().catch(null) }).parse(body ?? {});
  return issue;
}

/** `2020-03-07` as a volunteer types it. */
export function typedDay(day: string): string {
  return day.split('-').reverse().join('/');
}
