import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, listen } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';
import {
  act,
  findsTheirBallotByTheNameOfAPlace,
  findsTheirSectorOnTheMap,
  onServer,
  putsEveryoneSideBySide,
  putsTwoSideBySide,
  understandsAMerger,
  ways,
} from '../support/voter-journeys.ts';

const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);

describeInBrowser('a voter', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  describe.each(ways)('%s', (_way, javaScriptEnabled, byKeyboard) => {
    async function open(path: string) {
      const page = await openPage(browser, { javaScriptEnabled, viewport: { width: 360, height: 780 } });
      const problems = watchPage(page);
      await page.goto(base + path);
      return { page, problems };
    }

    test.each([
      ['finds the lists of their ballot from the name of a place', '/exemple', findsTheirBallotByTheNameOfAPlace],
      ['finds their sector on the map', '/exemple/secteurs', findsTheirSectorOnTheMap],
      ['puts two movements side by side, in an address to share', '/exemple', putsTwoSideBySide],
      ['puts every movement side by side in one click', '/exemple', putsEveryoneSideBySide],
      ['understands a merger: who joined whom, and what is to be confirmed', '/exemple', understandsAMerger],
    ])('%s', async (_journey, path, journey) => {
      const { page, problems } = await open(path);
      await journey(page, { byKeyboard, javaScriptEnabled, ending: onServer });
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test('sorts and narrows the board without losing what they ticked', async () => {
      const { page, problems } = await open('/exemple');
      await act(page, 'input[value="aube-nouvelle"]', byKeyboard, 'Space');
      await page.locator('.filter summary').click();
      await page.getByLabel('Réponse à la lettre').selectOption('non');
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Appliquer' }).click();
      await page.waitForURL(/reponse=non.*liste=aube-nouvelle/);
      await expect.poll(() => page.locator('.unseen').innerText()).toContain('Aube nouvelle');
      await page.locator('input[value="cap-ensemble"]').check();
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Tout afficher' }).click();
      else await page.getByLabel('Réponse à la lettre').selectOption('');
      await expect.poll(() => page.locator('tbody tr').count()).toBe(8);
      expect(await page.locator('tbody :checked').count()).toBe(2);
      expect(await page.locator('.unseen').count()).toBe(0);
      await act(page, '.compare-bar button', byKeyboard);
      await page.waitForURL(/comparer\?liste=aube-nouvelle&liste=cap-ensemble$/);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });

  test('keeps what they ticked in sight of the way to compare it, and can still reach what is under it', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 780 } });
    await page.goto(`${base}/exemple`);
    expect(await page.locator('.compare-bar').evaluate((bar) => bar.computedStyleMap().get('position')?.toString())).toBe(
      'static',
    );
    await page.locator('input[value="aube-nouvelle"]').check();
    const box = await page.locator('.compare-bar').boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(780);
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test('prints a comparison of everyone on A4, in at most three sheets', async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/exemple/comparer?liste=toutes`);
    const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeLessThanOrEqual(3);
    await page.context().close();
  });
});
