import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { fileOf } from '../../src/commands/export/addresses.ts';
import { exportSite } from '../../src/commands/export/export-site.ts';
import { readConfig } from '../../src/config.ts';
import { manyCampaigns } from '../bench/many-campaigns.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { seenEverywhere, sidewaysAnywhere, toldWithAndWithoutJavaScript } from '../support/page-checks.ts';
import { htmlFaults, listen, unfinishedWords } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';
import { serveFolder } from '../support/static-host.ts';
import {
  findsTheirBallotByTheNameOfAPlace,
  findsTheirSectorOnTheMap,
  putsEveryoneSideBySide,
  putsTwoSideBySide,
  understandsAMerger,
  ways,
} from '../support/voter-journeys.ts';

const { database } = seeded('exemple');
const quiet = { NODE_ENV: 'test', LOG_LEVEL: 'silent' };
/** What only a server can do is asked of this one, at the address that the copy knows it by. */
const server = await buildApp(readConfig(quiet), database);
const origin = await listen(server);
let folder: string;
let copy: Awaited<ReturnType<typeof serveFolder>>;
let alone: Awaited<ReturnType<typeof serveFolder>>;

/** A page of each kind, as a copy has it. */
const kinds: [name: string, address: string][] = [
  ['home', '/'],
  ['the scoreboard', '/exemple'],
  ['the scoreboard in English', '/en/exemple'],
  ['the way to a sector', '/exemple/secteurs'],
  ['a sector', '/exemple/secteurs/2'],
  ['everyone compared', '/exemple/comparer?liste=toutes'],
  ['two rounds', '/exemple/tours'],
  ['a letter', '/exemple/lettre'],
  ['a movement', '/exemple/mouvements/aube-nouvelle'],
  ['a contradiction', '/exemple/mouvements/port-clair-d-abord/moins-de-cameras'],
  ['a merged list', '/exemple/listes/secteur-1-tour-2-panneau-2'],
  ['what changed', '/exemple/changements'],
  ['the editions', '/exemple/editions'],
  ['a proof held at an edition', '/exemple/editions/2/mouvements/aube-nouvelle/un-comite-de-controle'],
  ['the maker of frames', '/exemple/integrer'],
  ['a frame', '/integrer/exemple/demandes/moins-de-cameras'],
  ['the data', '/exemple/donnees'],
  ['a reference', '/exemple/citer/mouvements/aube-nouvelle'],
];
/** A button that only a script can make work is not there without one. */
const withButtonsToCopy = ['/exemple/integrer', '/exemple/citer/mouvements/aube-nouvelle'];
const at = (address: string) => `${copy.base}/${fileOf(address)}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parole-tenue-copy-'));
  const [whole, small] = [join(folder, 'whole'), join(folder, 'alone')];
  const config = readConfig({ ...quiet, PUBLIC_URL: origin });
  expect((await exportSite(config, database, whole)).broken).toEqual([]);
  expect((await exportSite(config, manyCampaigns(1).database, small, { alone: true })).broken).toEqual([]);
  copy = await serveFolder(whole);
  alone = await serveFolder(small);
}, 300_000);
afterAll(async () => {
  await Promise.all([copy?.close(), alone?.close(), server.close()]);
  await rm(folder, { recursive: true, force: true });
});

describe.each(kinds)('in a copy, %s', (_name, address) => {
  test('is whole and valid', async () => {
    const html = await readFile(join(folder, 'whole', fileOf(address)), 'utf8');
    expect(await htmlFaults(html)).toEqual([]);
    expect(unfinishedWords(html)).toEqual([]);
  });
});

describeInBrowser('a copy of the site, on a host of plain files', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(kinds)(
    '%s keeps axe silent, never scrolls sideways, and says the same without JavaScript',
    async (_name, address) => {
      const { violations, problems } = await seenEverywhere(browser, at(address));
      expect([violations, problems]).toEqual([[], []]);
      expect(await sidewaysAnywhere(browser, at(address))).toEqual([0, 0]);
      if (withButtonsToCopy.includes(address)) return;
      const [withIt, without] = await toldWithAndWithoutJavaScript(browser, at(address));
      expect(withIt).toBe(without);
    },
  );

  describe.each(ways)('a voter, %s', (_way, javaScriptEnabled, byKeyboard) => {
    test.each([
      [
        'finds the lists of their ballot from the name of a place, which the server finds',
        '/exemple',
        findsTheirBallotByTheNameOfAPlace,
      ],
      ['finds their sector on the map', '/exemple/secteurs', findsTheirSectorOnTheMap],
      ['puts two movements side by side, which the server does', '/exemple', putsTwoSideBySide],
      ['puts every movement side by side in one click', '/exemple', putsEveryoneSideBySide],
      ['understands a merger: who joined whom, and what is to be confirmed', '/exemple', understandsAMerger],
    ])('%s', async (_journey, address, journey) => {
      const page = await openPage(browser, { javaScriptEnabled, viewport: { width: 360, height: 780 } });
      const problems = watchPage(page);
      await page.goto(at(address));
      await journey(page, { byKeyboard, javaScriptEnabled, ending: (path) => `/${fileOf(path)}` });
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });

  test.each([true, false])('from a cell to its proof and to the source, with JavaScript: %s', async (javaScriptEnabled) => {
    const page = await openPage(browser, { javaScriptEnabled });
    await page.goto(at('/exemple'));
    await page.locator('tbody .answer a').first().click();
    await page.waitForURL(({ pathname }) => /\/mouvements\/[^/]+\/[^/]+\/index\.html$/.test(pathname));
    expect(await page.locator('.source-list a').first().getAttribute('href')).toMatch(/^https?:\/\//);
    await page.context().close();
  });

  test('a choice of order or filter is made by the server, whether or not a script waits for it', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage(browser, { javaScriptEnabled });
      const problems = watchPage(page);
      await page.goto(at('/exemple'));
      await page.locator('.filter select').first().selectOption({ index: 1 });
      await page.locator('.filter button').click();
      await page.waitForURL(({ origin: asked, search }) => asked === origin && search !== '');
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });

  test('with no server, each form and each way to write leads to what a copy cannot do, in the language of the page', async () => {
    const page = await openPage(browser);
    const problems = watchPage(page);
    for (const [language, title] of [
      ['', 'Ce qu’une copie ne sait pas faire'],
      ['/en', 'What a copy cannot do'],
    ] as const) {
      for (const [from, selector] of [
        ['/commune-1', '.filter button'],
        ['/commune-1', '.compare-bar button'],
        ['/commune-1/droit-de-reponse', 'a[href*="copie/index.html"]'],
      ] as const) {
        await page.goto(`${alone.base}/${fileOf(language + from)}`);
        await page.locator(selector).first().click();
        await page.waitForURL(/\/copie\/index\.html/);
        expect(await page.locator('h1').innerText()).toBe(title);
      }
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
