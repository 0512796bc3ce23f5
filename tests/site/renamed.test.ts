import { get, type IncomingMessage } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { htmlFaults, unfinishedWords } from '../support/pages.ts';
import { emptyLedger, firstEdition, position, town } from '../support/town.ts';

const { database, ledger } = emptyLedger();
const at = { publishedAt: '2020-03-10T08:00:00Z' };
ledger.publish(town, firstEdition, at);
const address = `1.${firstEdition.findIndex(({ kind, subject }) => kind === 'movement' && subject === 'cap-nord') + 1}`;
ledger.publish(
  town,
  [
    { kind: 'withdrawal', subject: 'cap-nord', payload: { kind: 'movement', subject: 'cap-nord' }, reason: 'Mal orthographié.' },
    {
      kind: 'movement',
      subject: 'cap-au-nord',
      payload: { slug: 'cap-au-nord', name: 'Cap au Nord', leader: 'Iris Baudet' },
      corrects: address,
      reason: 'Mal orthographié.',
    },
    position({ movement: 'cap-au-nord', demand: 'projets' }),
    { kind: 'withdrawal', subject: 'tous-ici', payload: { kind: 'movement', subject: 'tous-ici' }, reason: 'N’existe pas.' },
  ],
  at,
);
const comite = firstEdition.findIndex(({ kind, subject }) => kind === 'demand' && subject === 'comite') + 1;
ledger.redact(town, `1.${comite}`, 'Décision de justice.', at.publishedAt);
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
afterAll(() => app.close());

test.each([
  ['/valmont-2020/mouvements/cap-nord', '/valmont-2020/mouvements/cap-au-nord'],
  ['/valmont-2020/mouvements/cap-nord/projets', '/valmont-2020/mouvements/cap-au-nord/projets'],
  ['/en/valmont-2020/mouvements/cap-nord', '/en/valmont-2020/mouvements/cap-au-nord'],
  ['/valmont-2020/editions/2/mouvements/cap-nord', '/valmont-2020/editions/2/mouvements/cap-au-nord'],
  ['/valmont-2020/mouvements/cap-nord.csv', '/valmont-2020/mouvements/cap-au-nord.csv'],
  ['/valmont-2020/editions/2/mouvements/cap-nord/projets.json', '/valmont-2020/editions/2/mouvements/cap-au-nord/projets.json'],
  ['/en/valmont-2020/mouvements/cap-nord.atom', '/en/valmont-2020/mouvements/cap-au-nord.atom'],
  ['/en/valmont-2020/citer/mouvements/cap-nord', '/en/valmont-2020/citer/mouvements/cap-au-nord'],
  ['/valmont-2020/citer/mouvements/cap-nord/projets.ris', '/valmont-2020/citer/mouvements/cap-au-nord/projets.ris'],
  ['/integrer/en/valmont-2020/mouvements/cap-nord', '/integrer/en/valmont-2020/mouvements/cap-au-nord'],
  ['/images/valmont-2020/mouvements/cap-nord/carte.png', '/images/valmont-2020/mouvements/cap-au-nord/carte.png'],
])('%s, an old name, leads for good to %s', async (url, location) => {
  const answer = await app.inject(url);
  expect([answer.statusCode, answer.headers.location]).toEqual([301, location]);
  expect((await app.inject(location)).statusCode).toBe(200);
});

test('before it was renamed it is still there, page, file and frame; what never was is nowhere', async () => {
  for (const url of ['/valmont-2020/editions/1/mouvements/cap-nord', '/integrer/valmont-2020/editions/1/mouvements/cap-nord'])
    expect((await app.inject(url)).statusCode).toBe(200);
  expect((await app.inject('/valmont-2020/editions/1/mouvements/cap-nord.csv')).statusCode).toBe(200);
  expect((await app.inject('/valmont-2020/mouvements/cap-nord/rien')).statusCode).toBe(404);
  expect((await app.inject('/valmont-2020/mouvements/personne.csv')).statusCode).toBe(404);
});

describe('what was withdrawn and has no other name', () => {
  const page = '/valmont-2020/mouvements/tous-ici';

  test('is gone (410), says since when and why, and leads to what it was and to what changed', async () => {
    const { statusCode, headers, body } = await app.inject(page);
    expect([statusCode, headers['cache-control']]).toEqual([410, 'public, max-age=60']);
    expect(await htmlFaults(body)).toEqual([]);
    expect(unfinishedWords(body)).toEqual([]);
    expect(body).toContain('Ce mouvement a été retiré');
    expect(body).toContain('Depuis l’édition 2');
    expect(body).toContain('N’existe pas.');
    for (const [, url = ''] of body.matchAll(/href="(\/valmont-2020[^"]*)"/g))
      expect([url, (await app.inject(url.replaceAll('&amp;', '&'))).statusCode]).toEqual([url, 200]);
    expect(body).toContain('href="/valmont-2020/editions/1/mouvements/tous-ici"');
  });

  test('is a change of each of its cells too: an old page of one says that it is no more', async () => {
    const { body } = await app.inject('/valmont-2020/changements?du=1&sur=mouvements/tous-ici/cameras');
    expect(body).toContain('1 mouvement retiré');
    expect(body).toContain('N’existe pas.');
  });

  test('says it in English too, at each held edition since, and never in the edition that had it', async () => {
    const english = await app.inject(`/en${page}`);
    expect([english.statusCode, english.body.includes('This movement was withdrawn')]).toEqual([410, true]);
    expect((await app.inject('/valmont-2020/editions/2/mouvements/tous-ici')).statusCode).toBe(410);
    expect((await app.inject('/valmont-2020/editions/1/mouvements/tous-ici')).statusCode).toBe(200);
  });

  test.each([
    `${page}/projets`,
    `${page}.csv`,
    `${page}.json`,
    `${page}.xlsx`,
    `${page}.atom`,
    `/valmont-2020/citer/mouvements/tous-ici`,
    `/valmont-2020/citer/mouvements/tous-ici.bib`,
    `/images${page}/carte.png`,
  ])('so is %s', async (url) => expect((await app.inject(url)).statusCode).toBe(410));

  test('a frame of it on another site says so where it stands', async () => {
    const { statusCode, headers, body } = await app.inject(`/integrer${page}`);
    expect([statusCode, headers['content-security-policy']]).toEqual([410, expect.stringContaining('frame-ancestors *')]);
    expect(await htmlFaults(body)).toEqual([]);
    expect(body).toContain('Ce mouvement a été retiré');
    expect(body).toContain('N’existe pas.');
  });

  test('what the law had redacted keeps none of its words, and says that it was redacted', async () => {
    const { statusCode, body } = await app.inject('/valmont-2020/demandes/comite');
    expect([statusCode, body.includes('a été masqué'), body.includes('Décision de justice.')]).toEqual([410, true, true]);
    expect(body).not.toContain('editions/1/demandes/comite');
  });
});

describe('an ending added to an English address leads to the file, which has no language', () => {
  test.each([
    ['/en/valmont-2020.csv', '/valmont-2020.csv'],
    ['/en/valmont-2020/mouvements/pre-vert.xlsx', '/valmont-2020/mouvements/pre-vert.xlsx'],
    ['/en/valmont-2020/editions/1/demandes/projets.ods', '/valmont-2020/editions/1/demandes/projets.ods'],
    ['/en/valmont-2020/donnees/positions.json', '/valmont-2020/donnees/positions.json'],
    ['/en/valmont-2020/editions/2/donnees.zip', '/valmont-2020/editions/2/donnees.zip'],
    ['/en/valmont-2020/registre.json', '/valmont-2020/registre.json'],
    ['/en/valmont-2020/changements.csv?du=1&au=2', '/valmont-2020/changements.csv?du=1&au=2'],
  ])('%s', async (url, location) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, location]);
    expect((await app.inject(location)).statusCode).toBe(200);
  });

  // As a client can write them on the line itself; a browser, and `inject`, would tidy them first.
  test('no address leads to another site', async () => {
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const answerTo = (path: string) =>
      new Promise<IncomingMessage>((resolve, reject) =>
        get({ host: '127.0.0.1', port, path }, (answer) => resolve(answer.resume())).on('error', reject),
      );
    for (const path of ['/en/\\other.example/lettre.csv', 'http://other.example/en/valmont-2020/lettre.csv']) {
      const { statusCode, headers } = await answerTo(path);
      expect([path, statusCode, headers.location]).toEqual([path, 404, undefined]);
    }
  });
});
