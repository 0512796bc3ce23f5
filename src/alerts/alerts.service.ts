import { hashToken, newToken } from '../accounts/tokens.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import type { Language } from '../lib/language.ts';
import type { Mailer } from '../lib/mailer.ts';
import type { PublicState } from '../standings/fold.ts';
import { alreadyMail, confirmMail } from './alert-mail.ts';
import { type Alert, alertsRepository } from './alerts.repository.ts';

const hour = 3_600_000;
/** How long a link of confirmation works, and an address that nobody confirmed is kept. */
export const confirmWithin = 48 * hour;
/** One address is asked about one page once in ten minutes, and about five pages a day: nobody may be flooded through us. */
const askAgainAfter = hour / 6;
const asksPerDay = 5;

export interface AlertServices {
  database: Database;
  mailer: Mailer;
  clock: Clock;
  publicUrl: string;
}

export interface Asking {
  state: PublicState;
  page: string;
  language: Language;
  email: string;
}

/** `sent` also when nothing was: whoever asks learns nothing of an address that is not theirs. */
export type AskOutcome = 'sent' | 'refused' | 'later';

/** Who is told of new editions: asks twice (double opt-in), forgets at once. */
export function openAlerts({ database, mailer, clock, publicUrl }: AlertServices) {
  const alerts = alertsRepository(database);
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();

  /** Keeps the request and the hash of its link, both or none. Null when the address was written to too lately. */
  function prepare({ state, page, language, email }: Asking, token: string): Alert | null {
    const now = clock.now().getTime();
    const askedAt = new Date(now).toISOString();
    const place = { campaign: state.campaign.slug, page, email };
    const known = alerts.findAt(place);
    if (known && Date.parse(known.askedAt) > now - askAgainAfter) return null;
    if (alerts.countAskedSince(email, new Date(now - 24 * hour).toISOString()) >= asksPerDay) return null;
    const hash = hashToken(token);
    if (known?.confirmedAt) {
      alerts.recordAsked(known.id, { askedAt, confirmHash: null, language });
      alerts.insertLink(hash, known.id);
      return alerts.getAlert(known.id);
    }
    if (known) alerts.recordAsked(known.id, { askedAt, confirmHash: hash, language });
    const id = known?.id ?? alerts.insertAlert({ ...place, language, askedAt, confirmHash: hash });
    return alerts.getAlert(id);
  }

  return {
    enabled: mailer.enabled,
    /** Sends the mail with which the address is confirmed; the alert begins when its link is used. */
    async ask(asking: Asking): Promise<AskOutcome> {
      const token = newToken();
      const alert = inTransaction(() => prepare(asking, token));
      if (!alert) return 'sent';
      const mail = (alert.confirmedAt ? alreadyMail : confirmMail)(asking.state, alert, { publicUrl, token });
      const outcome = await mailer.send({ to: alert.email, ...mail });
      if ('sent' in outcome) return 'sent';
      if (!alert.confirmedAt) alerts.removeAlert(alert.id);
      return outcome.bounced ? 'refused' : 'later';
    },
    /** The alert that a link would confirm; null when it is none, was used, or is too old. */
    findToConfirm(token: string): Alert | null {
      const found = alerts.findByConfirmHash(hashToken(token));
      return found && Date.parse(found.askedAt) > clock.now().getTime() - confirmWithin ? found : null;
    },
    /** From now on: what was published before is no news. */
    confirm: ({ id }: Alert, newestEdition: number): void => alerts.recordConfirmed(id, clock.now().toISOString(), newestEdition),
    findToEnd: (token: string): Alert | null => alerts.findByLink(hashToken(token)),
    /** Erases the address and all that hangs on it. */
    end: ({ id }: Alert): void => alerts.removeAlert(id),
  };
}

export type Alerts = ReturnType<typeof openAlerts>;
