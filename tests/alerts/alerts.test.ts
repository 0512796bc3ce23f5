import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDelivery } from '../../src/alerts/delivery.service.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openMailer } from '../../src/lib/mailer.ts';
import { openMailbox } from '../support/mailbox.ts';
import { htmlFaults } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';
import { handClock } from '../support/world.ts';

const origin = 'https://parole-tenue.example';
const mailbox = await openMailbox();
const { database, ledger, standings } = seeded('exemple');
const { clock, pass } = handClock('2026-11-24T09:00:00Z');
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin, ...mailbox.settings });
const app = await buildApp(config, database, clock);
const deliver = () =>
  openDelivery({ database, clock, standings, publicUrl: origin, mailer: openMailer(mailbox.settings) }).round();
afterAll(async () => {
  await app.close();
  await mailbox.close();
});

const count = (table: string) => database.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
beforeEach(() => {
  database.sql.exec('DELETE FROM alert');
  mailbox.mails.length = 0;
});

let visitors = 0;
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

async function subscribe(email: string, page = '', base = '/alertes/exemple'): Promise<void> {
  await ask(email, page, base);
  const answer = await post(linkIn(lastMail()?.text, 'confirmer'));
  expect(answer.statusCode).toBe(200);
  mailbox.mails.length = 0;
}

let published = 0;
/** An edition that says something new of a movement each time. */
function publish(movement: string, reason = 'Relu.') {
  published += 1;
  const asked = [{ on: `2020-02-${10 + published}`, channel: 'post' as const }];
  const payload = { movement, status: 'declined' as const, asked };
  return ledger.publish('exemple', [{ kind: 'contact', subject: movement, payload, reason }], {
    publishedAt: clock.now().toISOString(),
  });
}

describe('a reader who asks for alerts', () => {
  test('must confirm by the link of a mail, kept by its hash alone', async () => {
    const answer = await ask('lectrice@exemple.invalid');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/alertes/exemple/envoye']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['lectrice@exemple.invalid']]);
    const link = linkIn(lastMail()?.text, 'confirmer');
    expect(JSON.stringify(database.sql.prepare('SELECT * FROM alert').all())).not.toContain(link.split('/').at(-1));
    // Mail programs open links: that alone confirms nothing.
    expect((await app.inject(link)).body).toContain('Confirmer l’alerte');
    expect(count('alert WHERE confirmed_at IS NOT NULL')).toBe(0);
    expect((await post(link)).body).toContain('C’est fait');
    expect(count('alert WHERE confirmed_at IS NOT NULL')).toBe(1);
    expect((await post(link)).body).toContain('Ce lien ne sert plus');
  });

  test('and never confirms is forgotten after 48 hours, and sent nothing', async () => {
    await ask('distraite@exemple.invalid');
    const link = linkIn(lastMail()?.text, 'confirmer');
    publish('cap-ensemble');
    await deliver();
    expect(mailbox.mails.length).toBe(1);
    pass(48 * 3600 + 1);
    expect((await post(link)).body).toContain('Ce lien ne sert plus');
    await deliver();
    expect(count('alert')).toBe(0);
  });

  test('is told the same whether the address is known or not, and nobody is flooded', async () => {
    await subscribe('connue@exemple.invalid');
    pass(3600);
    const known = await ask('connue@exemple.invalid');
    expect(lastMail()?.text).toContain('Vous recevez déjà');
    const unknown = await ask('inconnue@exemple.invalid');
    expect(known.headers.location).toBe(unknown.headers.location);
    expect(mailbox.mails.length).toBe(2);
    for (let index = 0; index < 3; index += 1) await ask('inconnue@exemple.invalid');
    const pages = [
      'aube-nouvelle',
      'cap-ensemble',
      'lune-rousse',
      'horizon-commun',
      'les-quais-solidaires',
      'port-clair-d-abord',
    ];
    for (const page of pages) await ask('inconnue@exemple.invalid', `mouvements/${page}`);
    expect(mailbox.mails.filter(({ to }) => to[0] === 'inconnue@exemple.invalid').length).toBe(5);
  });

  test('with a wrong address is told so, and loses nothing of what they typed', async () => {
    const wrong = await ask('lectrice@', 'mouvements/aube-nouvelle');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="lectrice@"');
    expect(wrong.body).toContain('value="mouvements/aube-nouvelle"');
    expect(wrong.body).toContain('href="#courriel"');
    const refused = await ask('personne@refuse.example');
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('refusée par son serveur');
    expect((await ask('plus@plus-tard.example')).statusCode).toBe(503);
    expect(count('alert')).toBe(0);
  });

  test('comes from one of our own pages, is no program, and does not come a hundred times', async () => {
    const foreign = await post('/alertes/exemple', { courriel: 'a@exemple.invalid' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.statusCode).toBe(403);
    const robot = await post('/alertes/exemple', { courriel: 'a@exemple.invalid', 'site-web': 'https://spam.example' });
    expect(robot.statusCode).toBe(303);
    expect(count('alert')).toBe(0);
    const statuses: number[] = [];
    for (let index = 0; index < 10; index += 1) {
      const one = await app.inject({ method: 'POST', url: '/alertes/exemple', remoteAddress: '192.0.2.9', payload: {} });
      statuses.push(one.statusCode);
    }
    expect(statuses).toEqual([...Array(8).fill(422), 429, 429]);
  });
});

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
      ...{ database, clock, standings, publicUrl: origin },
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

test.each([
  '/alertes/exemple',
  '/en/alertes/exemple?sur=mouvements/aube-nouvelle',
  '/alertes/exemple/envoye',
  '/alertes/confirmer/rien',
  '/en/alertes/fin/rien',
])('%s is whole and valid, and kept by nobody', async (url) => {
  const { statusCode, body, headers } = await app.inject(url);
  expect(statusCode).toBe(200);
  expect(await htmlFaults(body)).toEqual([]);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['set-cookie']).toBeUndefined();
});

test('where no mail server is set, nothing is asked', async () => {
  const silent = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database, clock);
  const { body } = await silent.inject('/alertes/exemple');
  expect(body).toContain('n’envoie pas de courriel');
  expect(body).not.toContain('<form class="alert-form"');
  expect((await silent.inject({ method: 'POST', url: '/alertes/exemple', payload: {} })).statusCode).toBe(404);
  await silent.close();
});
