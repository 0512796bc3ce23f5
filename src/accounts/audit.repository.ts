import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { audit, submittedForm } from './accounts.table.ts';

export type AuditRow = typeof audit.$inferSelect;

/** The SQL of what was done: who, what, when, why; and of the forms that were already applied once. */
export function auditRepository({ orm }: Database) {
  return {
    insertAudit: (row: Omit<typeof audit.$inferInsert, 'id'>): void => void orm.insert(audit).values(row).run(),
    /** Newest first. */
    listAudit: (campaignId: number): AuditRow[] =>
      orm.select().from(audit).where(eq(audit.campaignId, campaignId)).orderBy(desc(audit.id)).all(),
    /** The newest about one thing of a campaign. */
    findLastAudit: (campaignId: number, subject: string): AuditRow | null =>
      orm
        .select()
        .from(audit)
        .where(and(eq(audit.campaignId, campaignId), eq(audit.subject, subject)))
        .orderBy(desc(audit.id))
        .limit(1)
        .get() ?? null,
    /** Where the person was led when they first sent this form; null when they did not yet. */
    findSubmittedForm: (personId: number, key: string): string | null =>
      orm
        .select({ location: submittedForm.location })
        .from(submittedForm)
        .where(and(eq(submittedForm.personId, personId), eq(submittedForm.key, key)))
        .get()?.location ?? null,
    insertSubmittedForm: (row: typeof submittedForm.$inferInsert): void => void orm.insert(submittedForm).values(row).run(),
  };
}
