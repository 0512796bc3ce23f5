import { z } from 'zod';
import type { PublicState } from '../fold.ts';
import { editionAt, readMoment } from '../moments.ts';
import { isPublished, type PageSubject, pathOfSubject, subjectOf } from '../page-subject.ts';

const query = z.object({ du: z.string().catch(''), au: z.string().catch(''), sur: z.string().catch('') });

/** Two editions to compare, as an address names them, and the page that it is about. */
export interface TypedSpan {
  from: string;
  to: string;
  about: string;
}

/** Of an address only what is a number, a moment or a page: no other spelling has a meaning. */
export function readSpan(asked: unknown): TypedSpan {
  const { du, au, sur } = query.parse(asked);
  return { from: du.trim(), to: au.trim(), about: sur.replace(/^\/|\/$/g, '') };
}

export interface Span {
  /** 0: before the first edition. */
  since: number;
  until: number;
  about: PageSubject;
  /** The path of the page it is about; empty for everything. */
  path: string;
  /** Whether the address named editions by their numbers: any other spelling leads to that one. */
  exact: boolean;
}

/** The editions that a typed span means, in a state that is the newest one. Null when it means none. */
export function spanIn(state: PublicState, { from, to, about }: TypedSpan): Span | null {
  const newest = state.edition.number;
  const since = from === '' ? Math.min(1, newest - 1) : numberOf(state, from);
  const until = to === '' ? newest : numberOf(state, to);
  const path = about === '' ? '' : `/${about}`;
  const subject = subjectOf(path);
  if (since === null || until === null || until < 1 || subject === null || !everPublished(state, subject)) return null;
  if (pathOfSubject(subject) !== path) return null;
  const [low, high] = since <= until ? [since, until] : [until, since];
  const exact = [from, to].every((typed) => typed === '' || /^(?:0|[1-9]\d*)$/.test(typed)) && low === since;
  return { since: low, until: high, about: subject, path, exact };
}

/** An edition by its number, or the one that stood at a moment: 0 before the first. Null for what is neither. */
function numberOf({ edition, editions, campaign }: PublicState, typed: string): number | null {
  if (/^\d{1,9}$/.test(typed)) return Number(typed) <= edition.number ? Number(typed) : null;
  const moment = readMoment(typed);
  return moment && (editionAt(editions, moment, campaign.timeZone)?.number ?? 0);
}

/** Also of what is no more: that it is gone is a change. */
function everPublished(state: PublicState, subject: PageSubject): boolean {
  const { movement, demand, list, sector } = subject;
  const gone =
    (movement === undefined || state.of('movement').has(movement)) &&
    (demand === undefined || state.of('demand').has(demand)) &&
    (list === undefined || state.of('list').has(list)) &&
    sector === undefined;
  return gone || isPublished(state, subject);
}
