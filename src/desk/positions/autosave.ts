import type { FastifyReply, FastifyRequest } from 'fastify';
import { hardSpace } from '../../lib/typography.ts';
import type { Outcome } from '../../positions/positions.service.ts';
import { links } from '../links.ts';

/** What the page is told after it saved a draft by itself; `text` is shown as it is. */
export interface Autosaved {
  state: 'saved' | 'waiting' | 'conflict';
  text: string;
  /** Where the draft is from now on, for the next time. */
  draft?: { action: string; version: number };
  /** Entries that look like this one. */
  alike?: string[];
}

/** Whether the page itself sends the form while someone types: it asks for JSON, which no form does. */
export function isAutosave({ headers }: FastifyRequest): boolean {
  return headers.accept === 'application/json';
}

/** `14 h 05`, by the clock of the town. */
function timeIn(instant: Date, timeZone: string): string {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(instant).split(':');
  return `${Number(hour)}${hardSpace}h${hardSpace}${minute}`;
}

export function sayWaiting(reply: FastifyReply, problems: ReadonlyMap<string, string>): FastifyReply {
  const [first = ''] = problems.values();
  const text = `Pas encore enregistré : ${first} Une copie reste dans ce navigateur.`.replace(' :', `${hardSpace}:`);
  return reply.code(422).send({ state: 'waiting', text } satisfies Autosaved);
}

export interface Saved {
  outcome: Outcome;
  version: number;
  now: Date;
  timeZone: string;
  alike: string[];
}

export function sayOutcome(reply: FastifyReply, { outcome, version, now, timeZone, alike }: Saved): FastifyReply {
  if (!('done' in outcome)) return reply.code(409).send({ state: 'conflict', text: conflictText } satisfies Autosaved);
  const draft = { action: links.position(outcome.done), version };
  const text = `Brouillon enregistré à ${timeIn(now, timeZone)}.`;
  return reply.send({ state: 'saved', text, draft, alike } satisfies Autosaved);
}

const conflictText =
  'Quelqu’un a changé ce brouillon ailleurs (une autre personne, ou vous dans un autre onglet). Vos mots restent ici\u00a0; appuyez sur «\u202fGarder en brouillon\u202f» pour voir les deux versions.';
