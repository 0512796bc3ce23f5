import { z } from 'zod';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { keptFormsRepository } from './kept-forms.repository.ts';
import { sessionsRepository } from './sessions.repository.ts';
import type { Fields } from './worth-keeping.ts';

/** How long the words of a form wait for whoever wrote them. */
const daysKept = 3;
/** Nobody has more forms open than that; past it, the oldest gives way. */
const mostKept = 20;

const fieldsSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A form that waits: where it goes, and what was typed in it. */
export interface WaitingForm {
  id: number;
  path: string;
  fields: Fields;
  keptAt: string;
}

export type KeptForms = ReturnType<typeof openKeptForms>;

/**
 * What was typed and sent after the session had ended. The form's own token says whose it is: it was given to that person's page and
 * to nobody else's, so no other site can leave words here, and nobody else reads them.
 */
export function openKeptForms(database: Database, clock: Clock) {
  const kept = keptFormsRepository(database);
  const sessions = sessionsRepository(database);
  const before = (days: number) => new Date(clock.now().getTime() - days * 86_400_000).toISOString();

  return {
    /** Whose form it is, however long ago their session ended; null when nobody was given that token. */
    findOwner: (csrfToken: string): number | null => sessions.findTokenOwner(csrfToken),
    keep(personId: number, path: string, fields: Fields): void {
      const work = () => {
        kept.removeKeptBefore(before(daysKept));
        for (const { id } of kept.listKept(personId).slice(0, -(mostKept - 1))) kept.removeKept(personId, id);
        kept.insertKept({ personId, path, fields: JSON.stringify(fields), keptAt: clock.now().toISOString() });
      };
      database.sql.transaction(work).immediate();
    },
    list: (personId: number): WaitingForm[] =>
      kept
        .listKept(personId)
        .filter(({ keptAt }) => keptAt > before(daysKept))
        .map(({ id, path, fields, keptAt }) => ({ id, path, keptAt, fields: fieldsSchema.parse(JSON.parse(fields)) })),
    drop: (personId: number, id: number): boolean => kept.removeKept(personId, id),
  };
}
