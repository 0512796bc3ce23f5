import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Payload } from '../../src/ledger/payloads.ts';
import { inventedTown, manyCampaigns } from '../bench/many-campaigns.ts';
import { frenchLeft } from '../support/french-left.ts';
import { htmlFaults, unfinishedWords } from '../support/pages.ts';

const settings = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'https://parole.example',
  CONTACT_EMAIL: 'ici@example.org',
};
const opened: { close(): Promise<unknown> }[] = [];
afterAll(() => Promise.all(opened.map((app) => app.close())));

type About = Partial<Payload<'campaign'>>;

async function serve(count: number, about?: (index: number) => About) {
  const { database, ledger } = manyCampaigns(count, about);
  const app = await buildApp(readConfig(settings), database);
  opened.push(app);
  return { app, ledger, read: async (url: string) => (await app.inject(url)).body };
}

const election = (year: number): Payload<'campaign'>['election'] => {
  return { id: `mun-${year}`, name: `Municipales ${year}`, firstRoundOn: `${year}-03-15`, secondRoundOn: null };
};
const real = (town: string, communeCode: string, year: number): About => {
  return { town, title: `Une lettre à ${town}`, communeCode, fictional: false, election: election(year) };
};
/** Two towns of one name, one town with two elections, one with two letters, one that is fictional, and others. */
const region: About[] = [
  real('Saint-Élan', '35001', 2026),
  real('Saint-Élan', '35001', 2020),
  real('Sainte-Orme-les-Bains', '35002', 2026),
  real('Val-Dorey', '22010', 2026),
  real('Val-Dorey', '97410', 2026),
  real('Le Mesnil', '14001', 2020),
  { ...real('Le Mesnil', '14001', 2020), title: 'Une autre lettre' },
  real('Œuvrigny', '59001', 2026),
  { ...real('Aubépine', '59002', 2026), fictional: true },
  real('Port-Aven', '56001', 2026),
];
const { app, ledger, read } = await serve(region.length, (index) => region[index - 1] ?? {});

/** Where a search leads at once; null when it shows a page. */
const leadsTo = async (url: string) => (await app.inject(url)).headers.location ?? null;
/** The towns that it shows, with what is said of each. */
const shown = async (url: string) => {
  const [, part = ''] = /id="trouve">(.*?)<h2/s.exec(await read(url)) ?? [];
  return [...part.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) =>
    item
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
};
const said = async (url: string) => /id="annonce" role="status">([^<]*)/.exec(await read(url))?.[1] ?? '';

describe('a voter who types the name of their town', () => {
  test.each([
    ['as it is written', 'Port-Aven', '/commune-10'],
    ['without hyphen, accent or capitals', 'port aven', '/commune-10'],
    ['with « st » for « sainte »', 'ste orme les bains', '/commune-3'],
    ['with a ligature', 'oeuvrigny', '/commune-8'],
    ['with an arrondissement', 'Port-Aven 2e arrondissement', '/commune-10'],
    ['by the INSEE code', '56001', '/commune-10'],
  ])('%s, is led to its lists', async (_how, typed, board) => {
    expect(await leadsTo(`/?ville=${encodeURIComponent(typed)}`)).toBe(board);
    expect(await leadsTo(`/en?ville=${encodeURIComponent(typed)}`)).toBe(`/en${board}`);
  });

  test('by a post code of today, is led there too', async () => {
    const { app: france } = await serve(9, (index) =>
      index === 1 ? real('Rennes', '35238', 2026) : real(`Lieu ${index}`, '', 2026),
    );
    expect((await france.inject('/?ville=35700')).headers.location).toBe('/commune-1');
  });

  test('sees both elections of the town, the newest first', async () => {
    expect(await leadsTo('/?ville=st+elan')).toBeNull();
    expect(await said('/?ville=st+elan')).toBe('2\u00a0campagnes pour «\u202fst elan\u202f»\u00a0:');
    expect(await shown('/?ville=st+elan')).toEqual([
      'Saint-Élan Municipales 2026 · Une lettre à Saint-Élan',
      'Saint-Élan Municipales 2020 · Une lettre à Saint-Élan',
    ]);
    expect(await said('/en?ville=st+elan')).toBe('2\u00a0campaigns for “st elan”:');
  });

  test('tells two towns of one name by their département', async () => {
    expect((await shown('/?ville=val-dorey')).map((each) => each.split(' Muni')[0])).toEqual([
      'Val-Dorey (22)',
      'Val-Dorey (974)',
    ]);
  });

  test('is shown what begins so when the name is not whole, and is gone nowhere while typing', async () => {
    expect(await leadsTo('/?ville=port')).toBeNull();
    expect((await shown('/?ville=port')).length).toBe(1);
    expect(await leadsTo('/?ville=Port-Aven&voir=liste')).toBeNull();
    expect(await shown('/?ville=Port-Aven&voir=liste')).toHaveLength(1);
  });

  test('is told when a campaign is fictional', async () => {
    expect(await shown('/?ville=aub')).toEqual(['Aubépine Municipales 2026 · Une lettre à Aubépine Exemple fictif']);
  });

  test('is told that there is none, and what to do', async () => {
    const body = await read('/?ville=Atlantide');
    expect(await said('/?ville=Atlantide')).toBe('Aucune campagne pour «\u202fAtlantide\u202f».');
    expect(body).toContain('<title>Aucune campagne pour «\u202fAtlantide\u202f» · Parole tenue</title>');
    expect(body).toContain('Vérifiez le nom, ou essayez le code postal');
    expect(body).toContain('href="mailto:ici@example.org"');
    expect(await said('/en?ville=Atlantide')).toBe('No campaign for “Atlantide”.');
  });

  test('may type anything: it is text, and fills no memory', async () => {
    const body = await read(`/?ville=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>alert');
    expect(await read('/?ville=')).toBe(await read('/'));
    expect(await read('/?ville=%20')).toBe(await read('/'));
  });
});

test('the home page and what a search finds are whole and valid, in both languages', async () => {
  for (const url of ['/', '/en', '/?ville=st+elan', '/en?ville=st+elan', '/?ville=Atlantide', '/en?ville=Atlantide']) {
    const body = await read(url);
    expect([url, await htmlFaults(body), unfinishedWords(body)]).toEqual([url, [], []]);
    if (url.startsWith('/en')) expect(frenchLeft(body)).toEqual([]);
  }
});

test('towns stand by election, newest first, then by name; two letters to one town say what they ask; what is fictional is last', async () => {
  const [, every = ''] = /Toutes les campagnes<\/h2>(.*)<footer/s.exec(await read('/')) ?? [];
  const lines = [...every.matchAll(/<(?:h3|li)[^>]*>(.*?)<\/(?:h3|li)>/gs)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''));
  expect(lines).toEqual([
    'Municipales 2026',
    ...['Œuvrigny', 'Port-Aven', 'Saint-Élan', 'Sainte-Orme-les-Bains', 'Val-Dorey (22)', 'Val-Dorey (974)'],
    'Municipales 2020',
    ...['Le Mesnil Une lettre à Le Mesnil', 'Le Mesnil Une autre lettre', 'Saint-Élan'],
    'Exemples fictifs',
    'Aubépine',
  ]);
  expect(every).toContain('9\u00a0campagnes, dans 7\u00a0communes.');
});

test('a handful of campaigns is shown whole, and nobody has to search', async () => {
  const { read: readFew } = await serve(8, (index) => region[index - 1] ?? {});
  const body = await readFew('/');
  expect(body.match(/<article class="campaign">/g)).toHaveLength(8);
  expect(body).not.toContain('name="ville"');
  expect(await readFew('/?ville=nulle-part')).toContain('Aucune campagne pour');
});

test('what was published last stands first', async () => {
  ledger.publish('commune-6', [{ kind: 'signatory', subject: 'x', payload: { slug: 'x', name: 'Les Voisins', rank: 2 } }], {
    publishedAt: '2026-03-12T10:00:00Z',
  });
  const [, recent = ''] = /Mis à jour récemment<\/h2>(.*?)<\/ul>/s.exec(await read('/')) ?? [];
  expect(recent).toMatch(/^\s*<ul class="updated">\s*<li><h3><a href="\/commune-6" lang="fr">Le Mesnil/);
  expect(recent).toContain('À jour du 12\u00a0mars 2026.');
});

describe('with a thousand campaigns', async () => {
  const thousand = await serve(1000, inventedTown);

  test.each(['/', '/en', '/campagnes/1', '/?ville=saint', '/?ville=nulle-part'])('%s is light, whole and valid', async (url) => {
    const body = await thousand.read(url);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(40_000);
    expect(await htmlFaults(body)).toEqual([]);
    expect(unfinishedWords(body)).toEqual([]);
  });

  test.each(['', '/en'])('every town is reached by links from the home page, under %j', async (prefix) => {
    const home = await thousand.read(prefix || '/');
    const lists = [...home.matchAll(/href="((?:\/en)?\/campagnes\/\d+)"/g)].map(([, href = '']) => href);
    const towns = (await Promise.all(lists.map(thousand.read))).flatMap((body) =>
      [...body.matchAll(/<li><a href="((?:\/en)?\/commune-\d+)"/g)].map(([, href = '']) => href),
    );
    expect(new Set(towns).size).toBe(1000);
    expect(towns.length).toBe(1000);
    expect(towns.every((href) => href.startsWith(`${prefix}/commune-`))).toBe(true);
  });

  test('a list says which towns it holds, leaves itself to no search engine, and there are no others', async () => {
    const body = await thousand.read('/campagnes/2');
    expect(body).toMatch(/<title>Châteauépinon – Fontlinange, Municipales 2026 · Parole tenue<\/title>/);
    expect(body).toContain('<meta name="robots" content="noindex, follow">');
    for (const page of ['0', '13', '01', '2.0', 'x']) {
      expect([page, (await thousand.app.inject(`/campagnes/${page}`)).statusCode]).toEqual([page, 404]);
    }
    expect((await app.inject('/campagnes/1')).statusCode).toBe(404);
  });

  test('a search that finds too many says so', async () => {
    const body = await thousand.read('/?ville=saint');
    expect(body).toContain('Plus de 20 campagnes pour «\u202fsaint\u202f». En voici 20\u202f; tapez le nom en entier.');
  });
});
