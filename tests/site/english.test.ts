import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { readConfig } from '../../src/config.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { escapeHtml } from '../../src/lib/html.ts';
import { french } from '../../src/lib/typography.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { frenchLeft, namesLeft } from '../support/french-left.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
seedCampaign(database, join(seedsFolder, 'exemple'));
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', CONTACT_EMAIL: 'ici@example.org' }), database);

/** What people wrote, longest first: one name may stand within another. */
const names = ['marseille-2020', 'exemple']
  .flatMap((slug) => openStandings(openLedger(database)).find(slug) ?? [])
  .flatMap((state) => [
    state.campaign.title,
    ...state.current('signatory').map(({ name }) => name),
    ...state.current('movement').map(({ name }) => name),
    ...state.current('list').map(({ label }) => label),
    ...state.current('demand').flatMap(({ title, shortTitle }) => [title, shortTitle]),
    ...state
      .current('position')
      .flatMap(({ condition, quote, summary, speaker, sources }) =>
        [condition, quote, summary, speaker, ...sources.map(({ publisher }) => publisher)].filter((each) => each !== null),
      ),
    ...state.current('assessment').flatMap(({ accordingTo }) => accordingTo ?? []),
    ...state.current('race').flatMap(({ name, areas }) => [name, ...areas.map((area) => area.name)]),
  ])
  .flatMap((name) => [escapeHtml(french(name)), escapeHtml(name)])
  .sort((a, b) => b.length - a.length);

/** Pages of one language, as they are today; what they point at. Files and past editions have tests of their own. */
const isFile = (path: string) => /\.\w+(?:\?|$)/.test(path);
const isPage = (path: string) => !isFile(path) && !/\/editions\/\d|^\/(?:assets|pieces|images|integrer|api)\//.test(path);
const pages = new Map<string, { status: number; body: string }>();

/** As many readers as pages: forms count how often one of them comes. */
async function readAll(from: string, own: RegExp): Promise<void> {
  const waiting = [from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue;
    const { statusCode, body, headers } = await app.inject({
      url: path,
      remoteAddress: `10.0.${pages.size >> 8}.${pages.size & 255}`,
    });
    pages.set(path, { status: statusCode, body: String(headers['content-type']).includes('html') ? body : '' });
    if (!own.test(path)) continue;
    const links = [...body.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    waiting.push(...links.filter(isPage));
  }
}

beforeAll(async () => {
  await readAll('/en', /^\/en(?:\/|$)/);
  await readAll('/', /^\/(?!en(?:\/|$))/);
}, 240_000);

describe('every page that another leads to, in both languages', () => {
  test('is there', () => {
    expect(pages.size).toBeGreaterThan(300);
    expect([...pages].filter(([, { status }]) => status >= 400).map(([path, { status }]) => `${status} ${path}`)).toEqual([]);
  });

  test('speaks English under /en, and leaves French only to what people wrote, which says that it is', () => {
    const english = [...pages].filter(([path, { body }]) => path.startsWith('/en') && body.includes('<html lang="en">'));
    expect(english.length).toBeGreaterThan(150);
    const left = english.flatMap(([path, { body }]) => frenchLeft(body, names).map((each) => `${path}: ${each}`));
    expect([...new Set(left.map((each) => each.replace(/^(\S+) \S+ /, '')))].slice(0, 40)).toEqual([]);
  });
});

const ofSite = /^\/en\/[^/?]+(?:$|[?/])/;

test('every name of the town on a page of the site says that it is French, to eyes and to ears', () => {
  const own = [...pages].filter(([path, { body }]) => ofSite.test(path) && body.includes('<html lang="en">'));
  expect(own.length).toBeGreaterThan(100);
  const withoutReferences = (body: string) => body.replaceAll(/<p class="cite-text"[^>]*>[^<]*<\/p>/g, '');
  const left = own.flatMap(([path, { body }]) => namesLeft(withoutReferences(body), names).map((each) => `${path}: ${each}`));
  expect(left.slice(0, 40)).toEqual([]);
});

test('the reader of what is left finds French where it is, and not where it is marked', () => {
  const page = (body: string) => `<html lang="en"><head><title>Les listes</title></head><body>${body}</body></html>`;
  expect(frenchLeft(page('<p>The lists of <span lang="fr">la ville</span>, and<br>more</p>'))).toEqual([]);
  expect(frenchLeft(page('<p lang="fr">Les <b>listes</b></p><p>dans la ville</p>'))).toHaveLength(2);
  expect(frenchLeft(page('<a aria-label="Répondre">x</a>'))).toHaveLength(1);
});
