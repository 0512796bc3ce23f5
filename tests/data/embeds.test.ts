import { brotliCompressSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { oembedXml } from '../../src/data/embeds/oembed.ts';
import { htmlFaults, unfinishedWords } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';
import { town, townServer } from '../support/town.ts';

const { app, ledger } = await townServer({ PUBLIC_URL: 'https://parole.example' });
afterAll(() => app.close());

const places = [
  '',
  '/demandes/cameras',
  '/mouvements/pre-vert',
  '/mouvements/pre-vert/cameras',
  '/mouvements/cap-nord/cameras',
  '/listes/secteur-2-tour-1-panneau-4',
  '/secteurs/2',
];
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe.each(places)('a frame of %s', (path) => {
  test('is a whole page that any site may frame, in both languages, live and frozen', async () => {
    for (const address of [`/${town}`, `/en/${town}`, `/${town}/editions/1`]) {
      const { statusCode, body, headers } = await get(`/integrer${address}${path}`);
      expect(statusCode).toBe(200);
      expect(await htmlFaults(body)).toEqual([]);
      expect(unfinishedWords(body)).toEqual([]);
      expect(headers['content-security-policy']).toContain('frame-ancestors *');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  test('weighs at most 15 kB with all it needs', async () => {
    const { body } = await get(`/integrer/${town}${path}`);
    const needed = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url);
    expect(needed.length).toBe(2);
    const files = await Promise.all(needed.map(async (url) => (await get(url)).rawPayload));
    const bytes = [Buffer.from(body), ...files].map((each) => brotliCompressSync(each).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(15_000);
  });

  test('is answered with 304 until the next edition', async () => {
    const first = await get(`/integrer/${town}${path}`, { 'accept-encoding': 'br' });
    const headers = { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) };
    expect((await get(`/integrer/${town}${path}`, headers)).statusCode).toBe(304);
  });
});

test('a frame of the board tells what a list signed from what the campaign read', async () => {
  const { body } = await get(`/integrer/${town}`);
  expect(body).toMatch(/<\/strong> <small>(Réponse signée|Codé d’après)/);
});

test('a frame says what became of a pledge, and who judges, in French whatever its language', async () => {
  const judged = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), seeded('exemple').database);
  onTestFinished(() => judged.close());
  const { body } = await judged.inject('/integrer/en/exemple/mouvements/aube-nouvelle/arreter-la-video-automatisee');
  expect(body).toContain('Since the vote: kept, according to <span lang="fr">Ligue des quais (fictive)</span>');
});

test('only frames may be framed', async () => {
  for (const url of [`/${town}`, `/${town}/integrer`, `/${town}/donnees`, '/bureau']) {
    expect((await get(url)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('a frozen frame says how much has changed since, and where today’s is', async () => {
  const { body } = await get(`/integrer/${town}/editions/1/mouvements/pre-vert/cameras`);
  expect(body).toContain('S’engage</strong>');
  expect(body).toContain('2 changements ont été publiés depuis.');
  expect(body).toContain(`href="https://parole.example/${town}/mouvements/pre-vert/cameras"`);
  expect((await get(`/integrer/${town}/editions/2`)).body).toContain('Rien n’a changé depuis.');
});

test.each(['/personne', `/${town}/editions/9`, `/${town}/lettre`, `/${town}/mouvements/personne`, `/${town}/secteurs/99`, '/en'])(
  'there is no frame of %s',
  async (path) => expect((await get(`/integrer${path}`)).statusCode).toBe(404),
);

test('a page tells programs where its frame is, and oEmbed gives it', async () => {
  const page = `https://parole.example/${town}/mouvements/pre-vert`;
  const { body } = await get(`/${town}/mouvements/pre-vert`);
  const [, link = ''] = /type="application\/json\+oembed" href="https:\/\/parole\.example([^"]+)"/.exec(body) ?? [];
  expect(link).toBe(`/oembed?url=${encodeURIComponent(page)}`);
  const answer = z
    .object({ type: z.literal('rich'), version: z.literal('1.0'), html: z.string(), width: z.int(), height: z.int() })
    .parse((await get(`${link}&maxwidth=500`)).json());
  expect(answer.width).toBe(500);
  expect(answer.html).toContain(`<iframe src="https://parole.example/integrer/${town}/mouvements/pre-vert"`);
  const small = (await get(`${link}%2F&maxwidth=120&maxheight=200`)).json();
  expect(small).toMatchObject({ width: 120, height: 200 });
  expect(small.html).toContain('width="120" height="200"');
  expect((await get(`${link}&maxwidth=large&maxheight=-3`)).json()).toMatchObject({ width: 800, height: 460 });
  expect((await get(`${link}&format=yaml`)).statusCode).toBe(501);
  for (const url of ['https://ailleurs.example/x', `https://parole.example/${town}/lettre`, 'rien']) {
    expect((await get(`/oembed?url=${encodeURIComponent(url)}`)).statusCode).toBe(404);
  }
});

test('each page leads to its own frame and pictures, as of the edition it shows', async () => {
  const { body } = await get(`/en/${town}/editions/1/mouvements/pre-vert`);
  const [, link = ''] = /href="(\/en\/[^"]+\/integrer\?[^"]+)"/.exec(body) ?? [];
  const made = await get(link.replaceAll('&amp;', '&'));
  expect(made.body).toContain(`src="/integrer/en/${town}/editions/1/mouvements/pre-vert"`);
});

test('the page of the data gives the pictures of the board with their alternative text', async () => {
  const { body } = await get(`/${town}/donnees`);
  expect(body).toContain(`href="/images/${town}/planche.svg"`);
  expect(body).toContain('Pas de réponse à ce jour');
  expect(await htmlFaults(body)).toEqual([]);
});

test('oEmbed answers in XML too, and the page’s headers lead to both', async () => {
  const page = `/${town}/mouvements/pre-vert`;
  const { headers } = await get(page);
  const links = [
    ...String(headers.link).matchAll(/<https:\/\/parole\.example(\/oembed[^>]+)>; rel="alternate"; type="([^"]+)"/g),
  ];
  expect(links.map(([, , type]) => type)).toEqual(['application/json+oembed', 'text/xml+oembed']);
  const [json, xml] = await Promise.all(links.map(([, url = '']) => get(url)));
  expect([json?.statusCode, xml?.statusCode, xml?.headers['content-type']]).toEqual([200, 200, 'text/xml; charset=utf-8']);
  expect(XMLValidator.validate(xml?.body ?? '')).toBe(true);
  const { oembed } = z
    .object({ oembed: z.record(z.string(), z.string()) })
    .parse(new XMLParser({ parseTagValue: false }).parse(xml?.body ?? ''));
  expect(oembed).toEqual(Object.fromEntries(Object.entries(json?.json()).map(([name, value]) => [name, String(value)])));
});

test('a name that XML cannot hold leaves its oEmbed answer well formed', () => {
  const answer = { type: 'rich', version: '1.0', title: 'a\u0000b\u000bc\uffff', provider_name: '', provider_url: '' } as const;
  const xml = oembedXml({ ...answer, cache_age: 1, width: 1, height: 1, html: '<b>\n</b>' });
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).toContain('<title>a b c </title>');
});

test('a stranger who asks for many pictures at once is told to come back; the pages and what is made already do not wait', async () => {
  const known = `/images/${town}/carte.png`;
  expect((await get(known)).statusCode).toBe(200);
  const asked = ['', '/en'].flatMap((language) =>
    [1, 2].flatMap((edition) =>
      places.flatMap((path) =>
        ['carte', 'planche'].map((name) => `/images${language}/${town}/editions/${edition}${path}/${name}.png`),
      ),
    ),
  );
  const answers = await Promise.all([...asked, known, `/${town}`].map((url) => get(url)));
  const refused = answers.filter(({ statusCode }) => statusCode === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers).toMatchObject({ 'retry-after': '10', 'cache-control': 'no-store' });
  expect(refused[0]?.headers.etag).toBeUndefined();
  expect(answers.slice(-2).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect((await get(asked.at(-1) ?? '')).statusCode).toBe(200);
});

test('the maker of frames keeps to what exists, and shows its code and its frame', async () => {
  const { body } = await get(`/${town}/integrer?quoi=/demandes/cameras&edition=1&langue=en`);
  expect(body).toContain(`src="/integrer/en/${town}/editions/1/demandes/cameras"`);
  expect(body).toContain(`&lt;iframe src=&quot;https://parole.example/integrer/en/${town}/editions/1/demandes/cameras&quot;`);
  const cell = await get(`/${town}/integrer?quoi=/mouvements/pre-vert/cameras&edition=1`);
  expect(cell.body).toMatch(/title=&quot;Parole tenue.: 2\. [^&]+ \(Pré Vert, Valmont\)&quot;/);
  for (const file of ['carte.png', 'planche.png', 'planche.svg'])
    expect(cell.body).toContain(`href="/images/${town}/editions/1/mouvements/pre-vert/cameras/${file}"`);
  expect(await htmlFaults(cell.body)).toEqual([]);
  const strange = await get(`/${town}/integrer?quoi=/demandes/"><script>&edition=99&langue=xx`);
  expect(strange.body).toContain(`src="/integrer/${town}"`);
  expect(await htmlFaults(body)).toEqual([]);
});

describe('pictures', () => {
  test.each([
    [`/images/${town}/carte.png`, 'image/png'],
    [`/images/en/${town}/editions/1/mouvements/pre-vert/planche.svg`, 'image/svg+xml'],
    [`/images/${town}/mouvements/pre-vert/cameras/carte.png`, 'image/png'],
    [`/images/en/${town}/secteurs/2/carte.png`, 'image/png'],
    [`/images/${town}/listes/secteur-2-tour-1-panneau-4/planche.txt`, 'text/plain'],
  ])('%s', async (url, type) => {
    const first = await get(url);
    expect([first.statusCode, first.headers['content-type']?.split(';')[0]]).toEqual([200, type]);
    expect((await get(url, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
  });

  test.each([
    `/images/${town}/carte.gif`,
    `/images/${town}/grande.png`,
    `/images/${town}/constructor.png`,
    `/images/${town}/mouvements/personne/carte.png`,
    '/images/',
  ])('there is no %s', async (url) => expect((await get(url)).statusCode).toBe(404));

  test('a page gives its picture to whoever shares its address, and a redaction empties the picture too', async () => {
    const { body } = await get(`/${town}/mouvements/pre-vert/projets`);
    const url = `/images/${town}/mouvements/pre-vert/projets/carte`;
    expect(body).toContain(`<meta property="og:image" content="https://parole.example${url}.png">`);
    expect((await get(`/images/${town}/editions/1/mouvements/pre-vert/projets/carte.txt`)).body).toContain('Nous les retirerons');
    const address = ledger.listEntries(town, 1).find(({ subject }) => subject === 'pre-vert/projets')?.ordinal;
    ledger.redact(town, `1.${address}`, 'Décision de justice.', '2020-03-20T10:00:00Z');
    expect((await get(`/images/${town}/editions/1/mouvements/pre-vert/projets/carte.txt`)).body).not.toContain('Nous les');
  });
});
