import { openDelivery } from '../../src/alerts/delivery.service.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openMailer } from '../../src/lib/mailer.ts';
import { openMailbox } from './mailbox.ts';
import { seeded } from './seeded.ts';
import { handClock } from './world.ts';

/** Where the links of the mails lead. */
export const origin = 'https://parole-tenue.example';

/** The real server over the fictional campaign, with a real mail server, for readers who ask for alerts. */
export async function openAlertWorld() {
  const mailbox = await openMailbox();
  const { database, ledger, standings } = seeded('exemple');
  const { clock, pass } = handClock('2026-11-24T09:00:00Z');
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin, ...mailbox.settings });
  const app = await buildApp(config, database, clock);
  const given = { database, clock, standings, publicUrl: origin };
  let visitors = 0;
  let published = 0;

  /** Each reader comes from an address of their own. */
  function post(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    visitors += 1;
    return app.inject({
      method: 'POST',
      url,
      remoteAddress: `10.0.${visitors >> 8}.${visitors & 255}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  }

  const ask = (courriel: string, sur = '', base = '/alertes/exemple') => post(base, { courriel, sur });
  const lastMail = () => mailbox.mails.at(-1)?.parsed;
  const linkIn = (text: string | undefined, what: string) =>
    new RegExp(`${origin}((?:/en)?/alertes/${what}/[\\w-]{43})`).exec(text ?? '')?.[1] ?? '';

  return {
    ...{ app, config, database, ledger, mailbox, clock, pass, given, post, ask, lastMail, linkIn },
    deliver: () => openDelivery({ ...given, mailer: openMailer(mailbox.settings) }).round(),
    count: (table: string) => database.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    forget(): void {
      database.sql.exec('DELETE FROM alert');
      mailbox.mails.length = 0;
    },
    async subscribe(email: string, page = '', base = '/alertes/exemple'): Promise<number> {
      await ask(email, page, base);
      const answer = await post(linkIn(lastMail()?.text, 'confirmer'));
      mailbox.mails.length = 0;
      return answer.statusCode;
    },
    /** An edition that says something new of a movement each time. */
    publish(movement: string, reason = 'Relu.') {
      published += 1;
      const asked = [{ on: `2020-02-${10 + published}`, channel: 'post' as const }];
      const payload = { movement, status: 'declined' as const, asked };
      return ledger.publish('exemple', [{ kind: 'contact', subject: movement, payload, reason }], {
        publishedAt: clock.now().toISOString(),
      });
    },
    close: async () => {
      await app.close();
      await mailbox.close();
    },
  };
}
