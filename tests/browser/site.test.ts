import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
seedCampaign(database, join(seedsFolder, 'exemple'));
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);
let browser: Browser;

/** One page of every kind, of the real campaign and of the one that has every state. */
const kinds: [name: string, path: string][] = [
  ['home', '/'],
  ['the scoreboard', '/marseille-2020'],
  ['a scoreboard with every state', '/exemple'],
  ['a letter', '/marseille-2020/lettre'],
  ['a sector', '/marseille-2020/secteurs/4'],
  ['a sector that differs', '/exemple/secteurs/2'],
  ['a movement', '/marseille-2020/mouvements/printemps-marseillais'],
  ['a corrected movement', '/exemple/mouvements/aube-nouvelle'],
  ['a proof', '/marseille-2020/mouvements/printemps-marseillais/reduire-les-cameras'],
  ['a contradiction', '/exemple/mouvements/port-clair-d-abord/moins-de-cameras'],
  ['a proof with lists that differ', '/exemple/mouvements/aube-nouvelle/moins-de-cameras'],
  ['a silence', '/exemple/mouvements/horizon-commun/moins-de-cameras'],
  ['a list', '/marseille-2020/listes/secteur-4-tour-1-panneau-3'],
  ['a merged list', '/exemple/listes/secteur-1-tour-2-panneau-2'],
  ['a demand', '/marseille-2020/demandes/reduire-les-cameras'],
];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

describe.each(kinds)('%s', (_name, path) => {
  test('is whole and valid', async () => {
    const { statusCode, body } = await app.inject(path);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    expect(unfinishedWords(body)).toEqual([]);
  });
});

describeInBrowser('in a browser', () => {
  describe.each([...kinds, ['what is not there', '/nulle-part'] as const])('%s', (_name, path) => {
    test.each(['light', 'dark'] as const)('keeps axe silent in %s, and itself', async (colorScheme) => {
      const page = await openPage(browser, { colorScheme });
      const problems = watchPage(page);
      await page.goto(base + path);
      expect(await axeViolations(page)).toEqual([]);
      expect(problems.filter((each) => !(path === '/nulle-part' && each.includes('404')))).toEqual([]);
      await page.context().close();
    });

    test('never scrolls sideways, at 320 px, nor with its text twice as large', async () => {
      const page = await openPage(browser, { viewport: { width: 320, height: 700 }, bypassCSP: true });
      await page.goto(base + path);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      expect(await sidewaysScroll(page)).toBe(0);
      await page.context().close();
    });

    test('says the same without JavaScript', async () => {
      const texts = [];
      for (const javaScriptEnabled of [true, false]) {
        const page = await openPage(browser, { javaScriptEnabled });
        await page.goto(base + path);
        texts.push(await page.locator('main').innerText());
        await page.context().close();
      }
      expect(texts[0]).toBe(texts[1]);
    });
  });
});
