import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
afterAll(() => app.close());

const read = async (url: string) => (await app.inject(url)).body;
const lines = (body: string) => [...body.matchAll(/<span class="cell-since">(.*)<\/span>$/gm)].map(([, line = '']) => line);
const said = async (url: string) =>
  lines(await read(url)).map((line) => line.replaceAll(/<[^>]+>/g, '').replaceAll('&#39;', '’'));

test('a voter sees on the board what became of each pledge, and who judges: the newest judgement, or how many facts', async () => {
  expect(await said('/marseille-2020')).toEqual([
    'Depuis le vote\u00a0: non tenu, selon La Quadrature du Net, signataire de la lettre',
    'Depuis le vote\u00a0: non tenu, selon France 3 Provence-Alpes-Côte d’Azur',
    'Depuis le vote\u00a0: 2\u00a0faits datés',
  ]);
});

test('in English too, with the judge’s name in French', async () => {
  const [first] = lines(await read('/en/marseille-2020'));
  expect(first).toMatch(
    />Since the vote: \w+.*, according to <span lang="fr">La Quadrature du Net, signataire de la lettre<\/span>$/,
  );
});

test('it leads to the dated facts and their sources', async () => {
  const [, page = '', id = ''] = /href="([^"#]+)#([^"]+)"/.exec(lines(await read('/marseille-2020'))[0] ?? '') ?? [];
  const body = await read(page);
  const facts = body.slice(body.indexOf(`id="${id}"`));
  expect(facts).toContain('8\u00a0juin 2021');
  expect(facts).toMatch(/<a [^>]*href="https:/);
});

test('it says nothing of those of whom nothing is known since, nor before the vote', async () => {
  expect(await said('/marseille-2020/mouvements/une-volonte-pour-marseille')).toEqual([]);
  expect(await said('/marseille-2020/editions/1')).toEqual([]);
});
