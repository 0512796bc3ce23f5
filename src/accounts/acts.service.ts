import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { auditRepository } from './audit.repository.ts';
import type { Person } from './can.ts';

/** What was done, and where the person goes on. */
export interface Done {
  done: string;
}

export interface Note {
  campaignId: number;
  action: string;
  subject: string;
  reason?: string;
}

/**
 * Does what a form asks, in one transaction with its audit row, and once: the second time the same form comes, `work` does not run and
 * the answer is that of the first time. Whatever `work` returns that is not `Done` is a refusal: nothing is kept of it.
 */
export function openActs(database: Database, clock: Clock) {
  const audit = auditRepository(database);

  return function act<R>(person: Person, key: string, work: (note: (row: Note) => void) => Done | R): Done | R {
    const at = clock.now().toISOString();
    const note = ({ campaignId, action, subject, reason = '' }: Note) =>
      audit.insertAudit({ at, personId: person.id, campaignId, action, subject, reason: reason || null });
    return database.sql
      .transaction(() => {
        const before = audit.findSubmittedForm(person.id, key);
        if (before !== null) return { done: before };
        const outcome = work(note);
        if (isDone(outcome)) audit.insertSubmittedForm({ personId: person.id, key, location: outcome.done, at });
        return outcome;
      })
      .immediate();
  };
}

function isDone(outcome: unknown): outcome is Done {
  return typeof outcome === 'object' && outcome !== null && 'done' in outcome;
}
