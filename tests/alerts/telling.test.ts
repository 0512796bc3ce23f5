import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDelivery } from '../../src/alerts/delivery.service.ts';
import { openAlertWorld, origin } from '../support/alerts.ts';

const world = await openAlertWorld();
const { app, database, ledger, clock, mailbox, given, pass, post, lastMail, linkIn, deliver, count, subscribe, publish } = world;
afterAll(() => world.close());
beforeEach(() => world.forget());

describe('a reader who confirmed', () => {
  test('is sent one mail an edition, in words, with the way to check and the way to end', async () => {
    await subscribe('lectrice@exemple.invalid');
    const edition = publish('horizon-commun', 'La réponse est arrivée.');
    await Promise.all([deliver(), deliver()]);
    await deliver();
    expect(mailbox.mails.length).toBe(1);
    const mail = lastMail();
    expect(mail?.subject).toBe(`Port-Clair : édition ${edition.number}`);
    expect(mail?.text).toContain('Modification, sollicitation\u00a0: Horizon commun');
    expect(mail?.text).toContain('La réponse est arrivée.');
    expect(mail?.text).toContain(edition.hash);
    expect(mail?.text).toContain(`${origin}/exemple/changements?du=${edition.number - 1}&au=${edition.number}`);
    expect(mail?.text).toContain('Exemple fictif');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('ends it in one click of the mail program (RFC 8058), and the address is erased', async () => {
    await subscribe('lectrice@exemple.invalid');
    publish('horizon-commun');
    await deliver();
    const raw = JSON.stringify(lastMail()?.headers.get('list'));
    expect(raw).toContain('One-Click');
    const link = linkIn(lastMail()?.text, 'fin');
    expect(raw).toContain(link);
    expect((await app.inject(link)).body).toContain('Arrêter et effacer mon adresse');
    expect(count('alert')).toBe(1);
    const answer = await post(link, { 'List-Unsubscribe': 'One-Click' }, { 'sec-fetch-site': 'cross-site' });
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([200, undefined]);
    expect([count('alert'), count('alert_link'), count('alert_mail')]).toEqual([0, 0, 0]);
    expect((await post(link)).statusCode).toBe(200);
  });

  test('follows one page and is not told of the others', async () => {
    await subscribe('curieux@exemple.invalid', 'mouvements/aube-nouvelle');
    publish('horizon-commun');
    await deliver();
    expect(mailbox.mails).toEqual([]);
    publish('aube-nouvelle');
    await deliver();
    expect(mailbox.mails.length).toBe(1);
    expect(lastMail()?.text).toContain('/exemple/mouvements/aube-nouvelle');
  });

  test('reads English when they asked in English', async () => {
    await subscribe('reader@exemple.invalid', '', '/en/alertes/exemple');
    publish('horizon-commun');
    await deliver();
    expect(lastMail()?.text).toContain('Changed, contact: Horizon commun');
    expect(linkIn(lastMail()?.text, 'fin')).toMatch(/^\/en\/alertes\/fin\//);
  });

  test('is sent nothing in a freeze, and all of it in one mail afterwards', async () => {
    await subscribe('lectrice@exemple.invalid');
    const now = clock.now().getTime();
    pass((Date.parse('2020-03-14T10:00:00Z') - now) / 1000);
    publish('horizon-commun');
    const last = publish('aube-nouvelle');
    expect(await deliver()).toBe(0);
    expect(mailbox.mails).toEqual([]);
    pass((now - clock.now().getTime()) / 1000);
    await deliver();
    expect(mailbox.mails.length).toBe(1);
    expect(lastMail()?.text).toContain(`Les éditions ${last.number - 1} à ${last.number} de`);
  });

  test('whose server is away is tried again later, and not for ever; whose address is refused is forgotten', async () => {
    await subscribe('plus@exemple.invalid');
    await subscribe('non@exemple.invalid');
    database.sql.exec("UPDATE alert SET email = 'plus@plus-tard.example' WHERE email LIKE 'plus%'");
    database.sql.exec("UPDATE alert SET email = 'non@refuse.example' WHERE email LIKE 'non%'");
    publish('horizon-commun');
    expect(await deliver()).toBe(2);
    expect([count('alert'), count('alert_mail')]).toEqual([1, 1]);
    expect(await deliver()).toBe(0);
    for (let index = 0; index < 6; index += 1) {
      pass(6 * 3600);
      await deliver();
    }
    expect([count('alert'), count('alert_mail')]).toEqual([1, 0]);
  });

  test('is not sent twice what a stop cut off while it was leaving', async () => {
    await subscribe('lectrice@exemple.invalid');
    publish('horizon-commun');
    const cut = openDelivery({
      ...given,
      mailer: { enabled: true, send: () => Promise.reject(new Error('the process ends here')) },
    });
    await expect(cut.round()).rejects.toThrow('ends here');
    await deliver();
    expect(mailbox.mails).toEqual([]);
    publish('aube-nouvelle');
    await deliver();
    expect(mailbox.mails.length).toBe(1);
  });

  test('is not shown what a redaction emptied before the mail left', async () => {
    await subscribe('lectrice@exemple.invalid');
    const { number } = publish('horizon-commun', 'Une raison');
    ledger.redact('exemple', `${number}.1`, 'Ordonné par un juge.', clock.now().toISOString());
    await deliver();
    expect(lastMail()?.text).toContain('Ordonné par un juge.');
    expect(lastMail()?.text).not.toContain('A refusé de répondre');
  });
});
