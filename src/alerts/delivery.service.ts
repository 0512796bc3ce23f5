import { hashToken, newToken } from '../accounts/tokens.ts';
import { freezeAt } from '../campaigns/freeze.ts';
import { changesAbout } from '../standings/changes/place.ts';
import { difference } from '../standings/difference.ts';
import { subjectOf } from '../standings/page-subject.ts';
import type { Standings } from '../standings/standings.service.ts';
import { editionMail } from './alert-mail.ts';
import { type Alert, type AlertMail, alertsRepository } from './alerts.repository.ts';
import { type AlertServices, confirmWithin } from './alerts.service.ts';

const minute = 60_000;
const batch = 50;
const lastTry = 6;

export type Delivery = ReturnType<typeof openDelivery>;

/**
 * Tells those who asked. Publishing knows nothing of it: each round compares what people know with what is public, writes down what is
 * to be sent, and sends it. A stop loses nothing; what a stop cut off while it was leaving is not sent a second time.
 */
export function openDelivery(services: AlertServices & { standings: Standings }) {
  const { database, mailer, clock, standings, publicUrl } = services;
  const alerts = alertsRepository(database);
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();
  const ago = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds).toISOString();

  function isFrozen(slug: string): boolean {
    const campaign = standings.directory.find(slug)?.campaign;
    return campaign !== undefined && freezeAt(campaign.election, campaign.timeZone, clock.now()) !== null;
  }

  /** Whoever is behind is told of everything since in one mail; what does not concern them is passed over in silence. */
  function writeDown(campaign: string, edition: number): void {
    const concerned = new Map<string, boolean>();
    for (const alert of alerts.listBehind(campaign, edition)) {
      const key = `${alert.toldEdition} ${alert.page}`;
      const concerns = concerned.get(key) ?? isConcerned(alert, edition);
      concerned.set(key, concerns);
      if (concerns) {
        const nextTryAt = clock.now().toISOString();
        alerts.insertMail({ alertId: alert.id, since: alert.toldEdition, edition, nextTryAt });
      }
      alerts.recordTold(alert.id, edition);
    }
  }

  function isConcerned({ campaign, page, toldEdition }: Alert, edition: number): boolean {
    const after = standings.find(campaign, edition);
    const about = subjectOf(page);
    if (!after || !about) return false;
    return changesAbout(after, difference(standings.find(campaign, toldEdition), after), about).length > 0;
  }

  async function send(mail: AlertMail, alert: Alert): Promise<void> {
    const after = standings.find(alert.campaign, mail.edition);
    if (!after) return alerts.removeMail(mail.id);
    const token = newToken();
    const taken = inTransaction(() => {
      if (!alerts.takeMail(mail.id, clock.now().toISOString())) return false;
      alerts.insertLink(hashToken(token), alert.id);
      return true;
    });
    if (!taken) return;
    const before = standings.find(alert.campaign, mail.since);
    const outcome = await mailer.send({ to: alert.email, ...editionMail({ before, after }, alert, { publicUrl, token }) });
    if ('sent' in outcome) return alerts.removeMail(mail.id);
    if (outcome.bounced) return alerts.removeAlert(alert.id);
    return tryAgainLater(mail);
  }

  /** After 5 minutes, then 10, 20 …; after a few hours the next edition will tell. */
  function tryAgainLater({ id, tries }: AlertMail): void {
    const nextTryAt = new Date(clock.now().getTime() + 5 * minute * 2 ** tries).toISOString();
    if (tries + 1 < lastTry) alerts.recordTry(id, tries + 1, nextTryAt);
    else alerts.removeMail(id);
  }

  return {
    enabled: mailer.enabled,
    /** One round: forget, write down, send. Gives how many mails were handed over or tried. */
    async round(): Promise<number> {
      alerts.removeUnconfirmedBefore(ago(confirmWithin));
      alerts.removeTakenBefore(ago(24 * 60 * minute));
      for (const campaign of alerts.listFollowedCampaigns()) {
        const newest = standings.newestNumber(campaign);
        if (!isFrozen(campaign)) inTransaction(() => writeDown(campaign, newest));
      }
      const due = alerts.listDueMails(clock.now().toISOString(), batch).filter(({ alert }) => !isFrozen(alert.campaign));
      for (const { mail, alert } of due) await send(mail, alert);
      return due.length;
    },
  };
}
