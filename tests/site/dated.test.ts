import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../support/seeded.ts';

const origin = 'https://parole-tenue.example';
const { database, state } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), database);
afterAll(() => app.close());
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('a reader who writes a date in the address', () => {
  test.each([
    ['/exemple/au/2020-03-05', '/exemple/editions/3'],
    ['/exemple/au/2020-03-05T18:59', '/exemple/editions/2'],
    ['/exemple/au/2020-03-05T19:00', '/exemple/editions/3'],
    ['/exemple/au/2020-03-05T18:00Z/mouvements/aube-nouvelle', '/exemple/editions/3/mouvements/aube-nouvelle'],
    ['/en/exemple/au/2020-03-05/lettre', '/en/exemple/editions/3/lettre'],
    ['/exemple/au/2099-01-01', '/exemple/editions/7'],
    ['/exemple/au?date=2020-03-05&heure=19%3A00', '/exemple/au/2020-03-05T19%3A00'],
    ['/exemple/au?date=2020-03-05&heure=', '/exemple/au/2020-03-05'],
    ['/exemple/au', '/exemple/editions'],
  ])('%s leads to %s', async (url, location) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, location]);
  });

  test('before the first edition is told so, and where the first one is', async () => {
    const { statusCode, body } = await get('/exemple/au/2020-01-31T12:30');
    expect(statusCode).toBe(404);
    expect(body).toContain('Rien n’était encore publié');
    expect(body).toContain('31\u00a0janvier 2020, 12:30');
    expect(body).toContain('href="/exemple/editions/1"');
  });

  test('before the page existed is told which edition stood then', async () => {
    const { statusCode, body } = await get('/exemple/au/2020-02-11/mouvements/nulle-part');
    expect(statusCode).toBe(404);
    expect(body).toContain('L’édition 1, publiée le 10\u00a0février 2020');
  });

  test.each(['2020-02-30', 'hier', '12-03-2020'])('no page is at « %s »', async (typed) => {
    expect((await get(`/exemple/au/${typed}`)).statusCode).toBe(404);
  });
});

describe('a web archive that speaks Memento (RFC 7089)', () => {
  const links = (header: unknown): { href: string; rel?: string; datetime?: string }[] =>
    [...String(header).matchAll(/<([^>]+)>((?:; \w+="[^"]*")+)/g)].map(([, href = '', rest = '']) => ({
      href,
      ...Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
    }));
  const page = '/exemple/mouvements/aube-nouvelle';
  const gate = { href: `${origin}/exemple/timegate/mouvements/aube-nouvelle`, rel: 'timegate' };
  const map = {
    href: `${origin}/exemple/timemap/mouvements/aube-nouvelle`,
    rel: 'timemap',
    type: 'application/link-format',
  };

  test('finds the past of a living page, and reads when a held one was so', async () => {
    const living = await get(page);
    expect(living.headers['memento-datetime']).toBeUndefined();
    expect(links(living.headers.link)).toEqual(expect.arrayContaining([gate, map]));
    const held = await get('/exemple/editions/3/mouvements/aube-nouvelle');
    expect(held.headers['memento-datetime']).toBe('Thu, 05 Mar 2020 18:00:00 GMT');
    expect(links(held.headers.link)).toEqual(expect.arrayContaining([{ href: origin + page, rel: 'original' }, gate, map]));
  });

  test.each([
    [undefined, 7],
    ['Thu, 05 Mar 2020 18:00:00 GMT', 3],
    ['Thu, 05 Mar 2020 17:59:59 GMT', 2],
    ['Sat, 01 Jan 2000 00:00:00 GMT', 1],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 7],
  ])('asks the gate for %s and is led to edition %i', async (when, number) => {
    const answer = await get(`/exemple/timegate/mouvements/aube-nouvelle`, when ? { 'accept-datetime': when } : {});
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.vary).toContain('accept-datetime');
    expect(answer.headers.location).toBe(`${origin}/exemple/editions/${number}/mouvements/aube-nouvelle`);
    expect(answer.headers['memento-datetime']).toBeUndefined();
    expect(links(answer.headers.link)).toEqual(expect.arrayContaining([{ href: origin + page, rel: 'original' }, map]));
  });

  test('is told that a date which is none is none', async () => {
    expect((await get('/exemple/timegate', { 'accept-datetime': 'last week' })).statusCode).toBe(400);
  });

  test('reads the map of a page: every edition, first to last, each at an address that answers', async () => {
    const answer = await get('/exemple/timemap/mouvements/aube-nouvelle');
    expect(answer.headers['content-type']).toMatch(/^application\/link-format/);
    const listed = links(answer.body);
    const mementos = listed.filter(({ rel }) => rel?.split(' ').includes('memento'));
    expect(mementos.map(({ rel }) => rel)).toEqual(['first memento', ...Array(5).fill('memento'), 'last memento']);
    expect(mementos.map(({ datetime }) => datetime)).toEqual(
      state.editions.map(({ publishedAt }) => new Date(publishedAt).toUTCString()),
    );
    for (const { href, datetime } of mementos) {
      expect((await get(href.replace(origin, ''))).headers['memento-datetime']).toBe(datetime);
    }
  });
});

describe('what changed', () => {
  test('two dates lead to the two editions they mean', async () => {
    const { statusCode, headers } = await get('/exemple/changements?du=2020-02-25&au=2020-03-06');
    expect([statusCode, headers.location]).toEqual([302, '/exemple/changements?du=2&au=3']);
    expect((await get('/exemple/changements?du=3&au=2')).headers.location).toBe('/exemple/changements?du=2&au=3');
  });

  test('is told with its reasons, also of what is gone', async () => {
    const { body } = await get('/exemple/changements?du=2&au=5');
    for (const words of ['avait oublié que la réponse', 'blog anonyme', 'n’était pas de lui', 'droit de réponse']) {
      expect(body).toContain(words);
    }
    const english = await get('/en/exemple/changements?du=2&au=5');
    expect(english.body).toContain('1 position changed, 1 position withdrawn');
  });

  test('can be asked of one page', async () => {
    const { body } = await get('/exemple/changements?du=2&sur=mouvements/lune-rousse');
    expect(body).toContain('5\u00a0éditions\u00a0: 1 position retirée');
    expect(body).not.toContain('Aube nouvelle');
  });

  test.each(['du=99', 'du=x', 'au=0', 'sur=mouvements/personne', 'sur=mouvements/%2561ube-nouvelle', 'sur=lettre'])(
    'nothing is at ?%s',
    async (query) => expect((await get(`/exemple/changements?${query}`)).statusCode).toBe(404),
  );

  test('is the same as data', async () => {
    const answer = await get('/exemple/changements.json?du=2&au=5');
    const rows: { what: string; field: string | null; subject: string; before: string | null; after: string | null }[] =
      answer.json().rows;
    expect(rows.find(({ field, what }) => what === 'changed' && field === 'stance')).toMatchObject({
      subject: 'aube-nouvelle/un-comite-de-controle',
      before: 'S’engage',
      after: 'S’engage en partie',
    });
    expect(new Set(rows.map(({ what }) => what))).toEqual(new Set(['changed', 'withdrawn', 'added', 'redacted']));
    const csv = await get('/exemple/changements.csv?du=2&au=5');
    expect(csv.body.split('\r\n').filter((line) => line !== '').length).toBe(rows.length + 1);
  });
});

test('every campaign page carries the fingerprint of its edition: in short while it lives, whole once it is held', async () => {
  const { hash = '' } = state.editions[2] ?? {};
  expect((await get('/exemple')).body).toContain(`>${state.edition.hash.slice(0, 12)}…<`);
  expect((await get('/exemple/editions/3/lettre')).body).toContain(`>${hash}<`);
  expect((await get('/exemple/editions')).body).toContain(`<code>${hash}</code>`);
});

test('a page held at an edition says so, and never says what came later', async () => {
  const held = await get('/exemple/editions/3/mouvements/aube-nouvelle');
  expect(held.body).toContain('Vous lisez l’édition 3');
  expect(held.body).toContain('href="/exemple/mouvements/aube-nouvelle"');
  expect(held.body).toContain('hx-get="/exemple/changements?du=3&amp;sur=mouvements/aube-nouvelle"');
  expect(held.headers['cache-control']).toContain('max-age=3600');
  expect((await get('/exemple')).body).not.toContain('class="held"');
});
