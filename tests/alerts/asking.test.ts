import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openAlertWorld } from '../support/alerts.ts';
import { htmlFaults } from '../support/pages.ts';

const world = await openAlertWorld();
const { app, database, clock, mailbox, pass, post, ask, lastMail, linkIn, deliver, count, subscribe, publish } = world;
afterAll(() => world.close());
beforeEach(() => world.forget());

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
      const one = await app.inject({ method: 'POST', url: '/alertes/exemple', remoteAddress: '192.0.2.9' });
      statuses.push(one.statusCode);
    }
    expect(statuses).toEqual([...Array(8).fill(422), 429, 429]);
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

test('reading the form is not counted: a whole office may, one after the other', async () => {
  for (let time = 0; time < 130; time += 1)
    expect((await app.inject({ url: '/alertes/exemple', remoteAddress: '192.0.2.77' })).statusCode).toBe(200);
});

test('where no mail server is set, nothing is asked, and no page offers it but by the feed', async () => {
  const silent = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database, clock);
  const { body } = await silent.inject('/alertes/exemple');
  expect(body).toContain('n’envoie pas de courriel');
  expect(body).not.toContain('<form class="alert-form"');
  expect((await silent.inject({ method: 'POST', url: '/alertes/exemple' })).statusCode).toBe(404);
  expect(body).toContain('href="/exemple.atom"');
  for (const page of ['/exemple', '/exemple/mouvements/cap-ensemble', '/en/exemple/editions']) {
    const shown = (await silent.inject(page)).body;
    expect([page, shown.includes('/alertes/')]).toEqual([page, false]);
    expect(shown).toMatch(/<a href="(?:\/en)?\/exemple[^"]*\.atom"/);
    expect((await app.inject(page)).body).toContain('/alertes/');
  }
  await silent.close();
});
