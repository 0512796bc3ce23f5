import { auditRepository } from '../accounts/audit.repository.ts';
import type { Person } from '../accounts/can.ts';
import { frozenUntil } from '../campaigns/freeze-words.ts';
import { PublicationFrozen } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';

/** It was done: once, however often its form was sent. The number is that of what it was done to. */
export interface Done {
  done: number;
}

/** A freeze stopped it; `until` is the wall-clock time of the town, in words. */
export interface Frozen {
  refused: 'frozen';
  until: string;
}

export type Acts = ReturnType<typeof openActs>;

/** What every act at the desk has in common: it is one transaction, it is done once, and it leaves its trace. */
export function openActs(database: Database, clock: Clock) {
  const audit = auditRepository(database);
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();
  const now = () => clock.now().toISOString();

  return {
    now,
    /** Does it once: the second time the same form comes, says what it said the first time. What a freeze stops is undone whole. */
    once<O extends object>(person: Person, key: string, work: () => O | Done): O | Done | Frozen {
      try {
        return inTransaction((): O | Done => {
          const before = audit.findSubmittedForm(person.id, key);
          if (before !== null) return { done: Number(before) };
          const outcome = work();
          if ('done' in outcome)
            audit.insertSubmittedForm({ personId: person.id, key, location: String(outcome.done), at: now() });
          return outcome;
        });
      } catch (error) {
        if (error instanceof PublicationFrozen) return { refused: 'frozen', until: frozenUntil(error.freeze) };
        throw error;
      }
    },
    /** What a form made, by the form's own name. */
    remember: (person: Person, key: string, id: number): void =>
      audit.insertSubmittedForm({ personId: person.id, key, location: String(id), at: now() }),
    recall(person: Person, key: string): number | null {
      const id = audit.findSubmittedForm(person.id, key);
      return id === null ? null : Number(id);
    },
    /** Who did what to what, when and why. */
    note(person: Person, campaignId: number, action: string, subject: string, reason = ''): void {
      audit.insertAudit({ at: now(), personId: person.id, campaignId, action, subject, reason: reason.trim() || null });
    },
    /** The same for what a machine does by itself again and again: one line as long as nothing else happened in between. */
    noteOnce(person: Person, campaignId: number, action: string, subject: string): void {
      const last = audit.findLastAudit(campaignId, subject);
      if (last?.action === action && last.personId === person.id) return;
      audit.insertAudit({ at: now(), personId: person.id, campaignId, action, subject, reason: null });
    },
  };
}
