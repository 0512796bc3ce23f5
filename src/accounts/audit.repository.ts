import { and, count, desc, eq, gte, lt } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { audit, submittedForm } from './accounts.table.ts';

export type AuditRow = typeof audit.$inferSelect;

/** What to see of what was done; an absent part filters nothing. `from` and `before` are UTC instants. */
export interface AuditFilter {
  personId?: number | undefined;
  action?: string | undefined;
  from?: string | undefined;
  before?: string | undefined;
}

/** The SQL of what was done: who, what, when, why; and of the forms that were already applied once. */
export function auditRepository({ orm }: Database) {
  return {
    insertAudit: (row: Omit<typeof audit.$inferInsert, 'id'>): void => void orm.insert(audit).values(row).run(),
    /** Newest first; those of the campaign that the filter lets through, `limit` of them after `offset`. */
    listAudit: (campaignId: number, filter: AuditFilter = {}, { limit = -1, offset = 0 } = {}): AuditRow[] =>
      orm.select().from(audit).where(within(campaignId, filter)).orderBy(desc(audit.id)).limit(limit).offset(offset).all(),
    countAudit: (campaignId: number, filter: AuditFilter = {}): number =>
      orm.select({ rows: count() }).from(audit).where(within(campaignId, filter)).get()?.rows ?? 0,
    /** Everything that was ever done in a campaign, by its name. */
    listActions: (campaignId: number): string[] =>
      orm
        .selectDistinct({ action: audit.action })
        .from(audit)
        .where(eq(audit.campaignId, campaignId))
        .all()
        .map(({ action }) => action),
    /** Who ever did something in a campaign. */
    listActors: (campaignId: number): number[] =>
      orm
        .selectDistinct({ personId: audit.personId })
        .from(audit)
        .where(eq(audit.campaignId, campaignId))
        .all()
        .flatMap(({ personId }) => personId ?? []),
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

function within(campaignId: number, { personId, action, from, before }: AuditFilter) {
  return and(
    eq(audit.campaignId, campaignId),
    personId === undefined ? undefined : eq(audit.personId, personId),
    action === undefined ? undefined : eq(audit.action, action),
    from === undefined ? undefined : gte(audit.at, from),
    before === undefined ? undefined : lt(audit.at, before),
  );
}
