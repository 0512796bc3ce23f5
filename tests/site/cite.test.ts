import { parse, RISParser } from 'biblatex-csl-converter';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { hardSpace } from '../../src/lib/typography.ts';
import { sentenceOf } from '../../src/standings/citations/sentence.ts';
import { citedPages } from '../../src/standings/page-subject.ts';
import { htmlFaults } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const origin = 'https://parole-tenue.example';
const { database, state } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), database);
afterAll(() => app.close());

const names: Record<string, string> = {
  movement: 'aube-nouvelle',
  demand: 'un-comite-de-controle',
  key: 'secteur-1-tour-1-panneau-1',
  slug: 'moins-de-cameras',
  number: '2',
};
const pages = citedPages.map((page) => page.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? ''));
const { hash } = state.edition;
const text = (body: string) =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

/** What another parser than the one that wrote it reads in a text of marked pieces. */
const pieces = z.array(z.looseObject({ text: z.string() })).transform((all) => all.map((piece) => piece.text).join(''));
const parsed = z.looseObject({
  fields: z.looseObject({
    title: pieces,
    note: pieces,
    url: z.string(),
    date: z.string(),
    author: z.array(z.unknown()).length(1),
  }),
});

describe.each(pages)('a journalist on /exemple%s', (page) => {
  const permanent = `${origin}/exemple/editions/7${page}`;

  test('finds a sentence ready to print, with edition, day, fingerprint and permanent address', async () => {
    for (const [url, address] of [
      [`/exemple${page}`, permanent],
      [`/en/exemple${page}`, `${origin}/en/exemple/editions/7${page}`],
    ] as const) {
      const { body } = await app.inject(url);
      const [, sentence = ''] = /id="citer-phrase">([^<]*)</.exec(body) ?? [];
      expect(sentence).toMatch(/15\u00a0(?:mars|March) 2023/);
      expect(sentence).toMatch(/(?:édition|edition) 7/);
      expect(sentence).toContain(hash.slice(0, 12));
      expect(sentence).toContain(`${address})`);
    }
  });

  test('finds every form of reference on a page of its own, each with the same', async () => {
    const { body, statusCode } = await app.inject(`/exemple/citer${page}`);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    const shown = text(body);
    expect(shown.split(permanent).length).toBeGreaterThan(6);
    expect(shown.split(hash).length).toBeGreaterThan(5);
    expect(shown).toMatch(/Parole tenue\. \(2023, 15 mars\)\. /);
    expect(text((await app.inject(`/en/exemple/citer${page}`)).body)).toContain('Parole tenue. (2023, March 15). ');
  });

  test('takes BibTeX away, and another parser reads it', async () => {
    const { body, headers } = await app.inject(`/exemple/citer${page}.bib`);
    expect(headers['content-type']).toBe('application/x-bibtex; charset=utf-8');
    const { entries, errors, warnings } = parse(body, {});
    expect([errors, warnings]).toEqual([[], []]);
    const { fields } = parsed.parse(Object.values(entries)[0]);
    expect(fields).toMatchObject({ url: permanent, date: '2023-03-15', author: [{ literal: [{ text: 'Parole tenue' }] }] });
    expect(fields.note).toContain(hash);
    expect(fields.title).toContain('(édition 7)');
  });

  test('takes RIS away, and another parser reads it', async () => {
    const { body, headers } = await app.inject(`/exemple/citer${page}.ris`);
    expect(headers['content-type']).toBe('application/x-research-info-systems; charset=utf-8');
    for (const line of body.split('\r\n').slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(body).toContain('DA  - 2023/03/15/');
    const { entries, errors } = new RISParser(body).parse();
    expect(errors).toEqual([]);
    const { fields } = parsed.parse(Object.values(entries)[0]);
    expect(fields).toMatchObject({ url: permanent, author: [{ family: [{ text: 'Parole tenue' }] }] });
    expect(fields.note).toContain(hash);
  });

  test('takes CSL-JSON away, of the edition they read', async () => {
    const [item] = (await app.inject(`/exemple/citer${page}.csl.json`)).json();
    expect(item).toMatchObject({ type: 'webpage', URL: permanent, issued: { 'date-parts': [[2023, 3, 15]] }, version: '7' });
    const held = await app.inject(`/exemple/editions/3/citer${page}.csl.json`);
    expect(held.json()[0]).toMatchObject({ URL: `${origin}/exemple/editions/3${page}`, version: '3' });
    expect(held.headers['cache-control']).toContain('max-age=3600');
  });
});

test.each([
  ['/exemple/mouvements/aube-nouvelle', 'Aube nouvelle s’engage sur 2 demandes sur 3'],
  [
    '/exemple/mouvements/aube-nouvelle/un-comite-de-controle',
    'la position enregistrée pour Aube nouvelle est : « S’engage en partie » (réponse signée)',
  ],
  [
    '/exemple/mouvements/port-clair-d-abord/arreter-la-video-automatisee',
    'la position enregistrée pour Port-Clair d’abord est : « Ne s’engage pas » (codé d’après un acte de mandat)',
  ],
  [
    '/exemple/mouvements/horizon-commun/moins-de-cameras',
    'aucune position n’est connue pour Horizon commun (a refusé de répondre)',
  ],
  [
    '/exemple/demandes/un-comite-de-controle',
    'aucun engagement n’est connu sur la demande « Un comité citoyen », sur 8 mouvements',
  ],
])('%s says « %s »', async (url, said) => {
  const { body } = await app.inject(url);
  const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(hardSpace, ' ');
  expect(plain(body)).toContain(said);
});

test.each(['/exemple/citer/mouvements/personne', '/exemple/citer/mouvements/personne.bib', '/exemple/citer/lettre'])(
  'there is nothing to cite at %s',
  async (url) => expect((await app.inject(url)).statusCode).toBe(404),
);

test('a reporter who prints a commitment that no list signed prints that it was read in a source', () => {
  const { state } = seeded('marseille-2020');
  const movement = sentenceOf(state, 'fr', { movement: 'printemps-marseillais' });
  const demand = sentenceOf(state, 'en', { demand: 'retirer-les-projets' });
  expect(movement).toMatch(/s’engage sur 1.demande sur 3 \(codé d’après des sources, sans réponse signée\)$/);
  expect(demand).toMatch(/\(coded from sources, without a signed answer\)$/);
});

test('a reporter who prints a pledge prints what became of it, and who judges', () => {
  const { state } = seeded('marseille-2020');
  const cell = { movement: 'printemps-marseillais', demand: 'retirer-les-projets' };
  expect(sentenceOf(state, 'fr', cell)).toMatch(
    / ; depuis le vote : « Non tenu » \(selon La Quadrature du Net, signataire de la lettre, 8.juin 2021\)$/,
  );
  expect(sentenceOf(state, 'en', cell)).toMatch(/; since the vote: “.+” \(according to La Quadrature du Net, .+, 8.June.2021\)$/);
  expect(sentenceOf(state, 'fr', { ...cell, movement: 'une-volonte-pour-marseille' })).not.toContain('depuis le vote');
});
