import { z } from 'zod';
import { webAddress } from '../../ledger/payloads.ts';
import { readPartialDate } from '../../lib/partial-date.ts';
import type { DraftSource } from '../../positions/draft.ts';
import type { Evidence } from '../../positions/evidence.ts';

/** How many sources a form has room for; those left empty are left out. */
export const sourceCount = 3;

export const line = z.string().trim().max(500).catch('');
export const text = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(20_000))
  .catch('');

export interface TypedSource {
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  /** The SHA-256 of a document that was kept; empty when there is none. */
  piece: string;
  isPublic: boolean;
}

/** The sources of a form as they were typed, the empty ones too. */
export function readTypedSources(given: Readonly<Record<string, unknown>>): TypedSource[] {
  return Array.from({ length: sourceCount }, (_, index) => {
    const one = (name: keyof TypedSource) => line.parse(given[`${name}-${index + 1}`]);
    const words = { url: one('url'), title: one('title'), publisher: one('publisher'), publishedOn: one('publishedOn') };
    return { ...words, piece: one('piece'), isPublic: given[`public-${index + 1}`] === 'oui' };
  });
}

export interface ReadingForm {
  /** An ISO date: nothing has been said, and nothing has happened, tomorrow. */
  today: string;
  findEvidence(sha256: string): Evidence | null;
}

/** As much of an ISO date as was typed; empty, with a problem at its field, when it is none or has not come yet. */
export function readDate(id: string, typed: string, today: string, problems: Map<string, string>): string {
  const read = typed === '' ? '' : readPartialDate(typed);
  if (read === null) problems.set(id, 'Cette date n’existe pas. Écrivez 12/03/2020, mars 2020 ou 2020.');
  else if (read > today) problems.set(id, 'Cette date est dans l’avenir.');
  return read ?? '';
}

/** The sources that were written, and what is wrong with any of them by its field. */
export function readSources(
  typed: readonly TypedSource[],
  { today, findEvidence }: ReadingForm,
  problems: Map<string, string>,
): DraftSource[] {
  const sources = typed.map((source, index) => {
    const { url, title, publisher, piece, isPublic } = source;
    const isAddress = url === '' || webAddress.safeParse(url).success;
    if (!isAddress) problems.set(`url-${index + 1}`, 'Une adresse web commence par https:// ou http://.');
    const document = piece === '' ? null : findEvidence(piece);
    if (piece !== '' && !document) problems.set(`document-${index + 1}`, 'Ce document n’a pas été gardé. Joignez-le de nouveau.');
    const publishedOn = readDate(`publishedOn-${index + 1}`, source.publishedOn, today, problems);
    return { url, title, publisher, publishedOn, evidence: document && { ...document, isPublic } };
  });
  return sources.filter(({ evidence, ...words }) => evidence || Object.values(words).some((value) => value !== ''));
}
