import { and, count, eq, gt, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { alert, alertLink, alertMail } from './alerts.table.ts';

export type Alert = typeof alert.$inferSelect;
export type AlertMail = typeof alertMail.$inferSelect;
export interface AlertPlace {
  campaign: string;
  page: string;
  email: string;
}

/** The SQL of alerts. Removing one takes its links and its mails with it. */
export function alertsRepository({ orm }: Database) {
  const at = ({ campaign, page, email }: AlertPlace) =>
    and(eq(alert.campaign, campaign), eq(alert.page, page), eq(alert.email, email));
  return {
    findAt: (place: AlertPlace): Alert | null => orm.select().from(alert).where(at(place)).get() ?? null,
    findByConfirmHash: (hash: string): Alert | null => orm.select().from(alert).where(eq(alert.confirmHash, hash)).get() ?? null,
    findByLink: (hash: string): Alert | null =>
      orm
        .select({ alert })
        .from(alertLink)
        .innerJoin(alert, eq(alert.id, alertLink.alertId))
        .where(eq(alertLink.hash, hash))
        .get()?.alert ?? null,
    getAlert: (id: number): Alert => {
      const found = orm.select().from(alert).where(eq(alert.id, id)).get();
      if (!found) throw new Error(`there is no alert ${id}`);
      return found;
    },
    /** How often one address was written to, whatever it asked for, since a time. */
    countAskedSince: (email: string, since: string): number =>
      orm
        .select({ count: count() })
        .from(alert)
        .where(and(eq(alert.email, email), gt(alert.askedAt, since)))
        .get()?.count ?? 0,
    insertAlert: (row: typeof alert.$inferInsert): number => orm.insert(alert).values(row).returning({ id: alert.id }).get().id,
    recordAsked: (id: number, change: Pick<Alert, 'askedAt' | 'confirmHash' | 'language'>): void =>
      void orm.update(alert).set(change).where(eq(alert.id, id)).run(),
    recordConfirmed: (id: number, confirmedAt: string, toldEdition: number): void =>
      void orm.update(alert).set({ confirmedAt, confirmHash: null, toldEdition }).where(eq(alert.id, id)).run(),
    recordTold: (id: number, toldEdition: number): void =>
      void orm.update(alert).set({ toldEdition }).where(eq(alert.id, id)).run(),
    removeAlert: (id: number): void => void orm.delete(alert).where(eq(alert.id, id)).run(),
    removeUnconfirmedBefore: (time: string): void =>
      void orm
        .delete(alert)
        .where(and(isNull(alert.confirmedAt), lt(alert.askedAt, time)))
        .run(),
    insertLink: (hash: string, alertId: number): void => void orm.insert(alertLink).values({ hash, alertId }).run(),

    /** Slugs of the campaigns that someone follows. */
    listFollowedCampaigns: (): string[] =>
      orm
        .selectDistinct({ campaign: alert.campaign })
        .from(alert)
        .where(isNotNull(alert.confirmedAt))
        .orderBy(alert.campaign)
        .all()
        .map(({ campaign }) => campaign),
    /** Those who wait to be told of an edition. */
    listBehind: (campaign: string, edition: number): Alert[] =>
      orm
        .select()
        .from(alert)
        .where(and(eq(alert.campaign, campaign), isNotNull(alert.confirmedAt), lt(alert.toldEdition, edition)))
        .all(),
    insertMail: (row: typeof alertMail.$inferInsert): void => void orm.insert(alertMail).values(row).onConflictDoNothing().run(),
    listDueMails: (now: string, limit: number): { mail: AlertMail; alert: Alert }[] =>
      orm
        .select({ mail: alertMail, alert })
        .from(alertMail)
        .innerJoin(alert, eq(alert.id, alertMail.alertId))
        .where(and(isNull(alertMail.takenAt), lte(alertMail.nextTryAt, now)))
        .orderBy(alertMail.id)
        .limit(limit)
        .all(),
    /** False when it was taken already. */
    takeMail: (id: number, takenAt: string): boolean =>
      orm
        .update(alertMail)
        .set({ takenAt })
        .where(and(eq(alertMail.id, id), isNull(alertMail.takenAt)))
        .run().changes === 1,
    recordTry: (id: number, tries: number, nextTryAt: string): void =>
      void orm.update(alertMail).set({ tries, nextTryAt, takenAt: null }).where(eq(alertMail.id, id)).run(),
    removeMail: (id: number): void => void orm.delete(alertMail).where(eq(alertMail.id, id)).run(),
    /** What a stop cut off while it was being given to the server: it may have left, so it is not sent again. */
    removeTakenBefore: (time: string): void => void orm.delete(alertMail).where(lt(alertMail.takenAt, time)).run(),
  };
}
