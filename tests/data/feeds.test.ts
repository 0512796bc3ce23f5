import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { htmlFaults } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const origin = 'https://parole-tenue.example';
const { database, ledger, state } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), database);
afterAll(() => app.close());

const text = z.string().min(1);
const dateTime = z.iso.datetime({ offset: true });
const iri = z.url({ protocol: /^https$/ });
const link = z.strictObject({ '@rel': z.enum(['alternate', 'self']).default('alternate'), '@href': iri });
const typed = z.strictObject({ '@type': z.literal('html'), '#text': text });
const person = z.strictObject({ name: text, uri: iri.optional() });
/** RFC 4287, §4.1.1 and §4.1.2, for the elements that we write; anything else is a mistake. */
const entry = z.strictObject({
  title: typed,
  id: iri,
  link: z.array(link).length(1),
  updated: dateTime,
  published: dateTime,
  content: typed,
});
const document = z.strictObject({
  '?xml': z.strictObject({ '@version': z.literal('1.0'), '@encoding': z.literal('utf-8') }),
  feed: z.strictObject({
    '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
    '@xml:lang': z.enum(['fr', 'en']),
    id: iri,
    title: text,
    updated: dateTime,
    generator: text,
    author: person,
    link: z.array(link),
    subtitle: text,
    rights: text,
    entry: z.array(entry).min(1),
  }),
});
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => name === 'entry' || name === 'link',
});

async function readFeed(url: string) {
  const answer = await app.inject(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(XMLValidator.validate(answer.body)).toBe(true);
  return document.parse(parser.parse(answer.body)).feed;
}

const pages = [
  '',
  '/mouvements/aube-nouvelle',
  '/mouvements/aube-nouvelle/un-comite-de-controle',
  '/listes/secteur-1-tour-1-panneau-1',
];

describe.each([...pages, '/demandes/un-comite-de-controle', '/secteurs/2'])('the feed of /exemple%s', (page) => {
  test.each(['', '/en'])('is Atom, names itself and its page, and goes from new to old%s', async (language) => {
    const feed = await readFeed(`${language}/exemple${page}.atom`);
    expect(feed.link).toEqual([
      { '@rel': 'alternate', '@href': `${origin}${language}/exemple${page}` },
      { '@rel': 'self', '@href': `${origin}${language}/exemple${page}.atom` },
    ]);
    expect(feed.id).toBe(`${origin}${language}/exemple${page}.atom`);
    const times = feed.entry.map(({ updated }) => updated);
    expect(times).toEqual(times.toSorted().reverse());
    expect(feed.updated).toBe(times[0]);
    expect(new Set(feed.entry.map(({ id }) => id)).size).toBe(feed.entry.length);
    for (const { id, link } of feed.entry) {
      expect(link[0]?.['@href']).toBe(id);
      expect((await app.inject(id.replace(origin, ''))).statusCode).toBe(200);
    }
  });

  test('is found by its page', async () => {
    const { body } = await app.inject(`/exemple${page}`);
    expect(body).toContain(`<link rel="alternate" type="application/atom+xml" href="/exemple${page}.atom"`);
  });
});

test('each edition is one entry, dated by it, with its fingerprint', async () => {
  const feed = await readFeed('/exemple.atom');
  const told = new Map(feed.entry.map(({ id, ...rest }) => [id, rest]));
  for (const { number, publishedAt, hash } of state.editions.filter((edition) => edition.number !== 4)) {
    const found = told.get(`${origin}/exemple/editions/${number}`);
    expect(found?.updated).toBe(publishedAt);
    expect(found?.content['#text']).toContain(hash);
  }
  // All that edition 4 said was redacted by edition 5.
  expect(told.has(`${origin}/exemple/editions/4`)).toBe(false);
});

test('what was corrected is shown word for word, with its reason', async () => {
  const feed = await readFeed('/exemple/demandes/un-comite-de-controle.atom');
  const correction = feed.entry.find(({ id }) => id.includes('/editions/3/'));
  expect(correction?.content['#text']).toContain('<ins> en partie</ins>');
  expect(correction?.content['#text']).toContain('avait oublié');
});

test('an entry keeps its name and date when others come, and a feed that has not changed is not sent again', async () => {
  const before = await readFeed('/exemple.atom');
  const { etag = '' } = (await app.inject('/exemple.atom')).headers;
  expect((await app.inject({ url: '/exemple.atom', headers: { 'if-none-match': etag } })).statusCode).toBe(304);
  const subject = 'aube-nouvelle/moins-de-cameras';
  ledger.publish(
    'exemple',
    [{ kind: 'withdrawal', subject, payload: { kind: 'position', subject }, reason: 'Un <essai> & \u0001 des signes ]]>' }],
    { publishedAt: '2024-01-01T08:00:00.000Z' },
  );
  const after = await readFeed('/exemple.atom');
  expect(after.entry.slice(1).map(({ id, updated, published }) => ({ id, updated, published }))).toEqual(
    before.entry.map(({ id, updated, published }) => ({ id, updated, published })),
  );
  expect(after.entry[0]?.content['#text']).toContain('&lt;essai&gt; &amp;  des signes');
});

describe('a feed of more than fifty editions', async () => {
  const long = seeded('exemple');
  const urls = ['/exemple.atom', '/en/exemple/mouvements/lune-rousse.atom'];
  const before = new Map(await Promise.all(urls.map(async (url) => [url, (await readFeed(url)).entry.length] as const)));
  for (let day = 0; day < 113; day += 1) {
    const publishedAt = new Date(Date.parse('2024-02-01T08:00:00Z') + day * 86_400_000).toISOString();
    const payload = { slug: 'lune-rousse', name: `Lune rousse ${day}`, leader: null };
    long.ledger.publish('exemple', [{ kind: 'movement', subject: 'lune-rousse', payload, reason: 'Son nom.' }], { publishedAt });
  }
  const server = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), long.database);
  afterAll(() => server.close());
  const history = z.looseObject({
    '@xmlns:fh': z.string().optional(),
    'fh:archive': z.string().optional(),
    id: iri,
    link: z.array(z.looseObject({ '@rel': z.string().default('alternate'), '@href': iri })),
    entry: z.array(z.looseObject({ id: iri })),
  });
  async function read(url: string) {
    const answer = await server.inject(url.replace(origin, ''));
    expect([url, answer.statusCode, XMLValidator.validate(answer.body)]).toEqual([url, 200, true]);
    return history.parse(z.object({ feed: z.unknown() }).parse(parser.parse(answer.body)).feed);
  }
  const linkOf = ({ link }: z.infer<typeof history>, rel: string) => link.find((each) => each['@rel'] === rel)?.['@href'];

  test.each(['/exemple.atom', '/en/exemple/mouvements/lune-rousse.atom'])(
    '%s leads back to the first, and loses none',
    async (url) => {
      const newest = await read(url);
      expect([newest.entry.length, newest['fh:archive']]).toEqual([50, undefined]);
      const found = new Set(newest.entry.map(({ id }) => id));
      let archives = 0;
      for (let next = linkOf(newest, 'prev-archive'); next; archives += 1) {
        const archive = await read(next);
        expect([archive['@xmlns:fh'], archive['fh:archive']]).toEqual(['http://purl.org/syndication/history/1.0', '']);
        expect([archive.id, linkOf(archive, 'current'), linkOf(archive, 'self')]).toEqual([newest.id, origin + url, next]);
        expect(archive.entry.length).toBe(50);
        for (const { id } of archive.entry) found.add(id);
        next = linkOf(archive, 'prev-archive');
      }
      expect(archives).toBe(2);
      expect(found.size).toBe((before.get(url) ?? 0) + 113);
    },
  );

  test.each(['0', '3', '99', 'un', '1.5'])('there is no archive %s', async (number) =>
    expect((await server.inject(`/exemple/archives/${number}.atom`)).statusCode).toBe(404),
  );

  test('the page of the editions shows the newest in full, and every other by its number and date', async () => {
    for (const language of ['', '/en']) {
      const { body, rawPayload } = await server.inject(`${language}/exemple/editions`);
      const numbers = [...body.matchAll(/id="edition-(\d+)"/g)].map(([, number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
      expect(body.match(/class="fingerprint"/g)?.length).toBe(100);
      expect(rawPayload.length).toBeLessThan(120_000);
      expect(await htmlFaults(body)).toEqual([]);
    }
  });
});

test.each(['/nulle-part.atom', '/exemple/mouvements/personne.atom', '/exemple/editions/1.atom'])(
  'there is no %s',
  async (url) => {
    expect((await app.inject(url)).statusCode).toBe(404);
  },
);

test('a judgement of a pledge is never told without whose it is, in the feed and on the page of the changes', async () => {
  const feed = (await app.inject('/exemple.atom')).body.replaceAll('\u00a0', ' ');
  expect(feed).toContain('Tenu (10 juillet 2020), selon Ligue des quais (fictive)');
  const { body } = await app.inject('/en/exemple/changements');
  expect(body.replaceAll('\u00a0', ' ')).toContain(
    'Kept (10 July 2020), according to <span lang="fr">Ligue des quais (fictive)</span>',
  );
});
