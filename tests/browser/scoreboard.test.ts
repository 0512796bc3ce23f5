import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, listen } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);

describeInBrowser('a voter reads the scoreboard', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const names = (page: Page) => page.locator('tbody th .row-name').allInnerTexts();

  test('from a cell to the quoted source in one click, and to the whole proof in one other', async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/exemple`);
    const cell = page
      .locator('tbody td')
      .filter({ has: page.locator('.cell-source a') })
      .first();
    expect(await cell.locator('.cell-source a').getAttribute('href')).toMatch(/^https?:\/\//);
    await cell.locator('.answer a').click();
    expect(await page.locator('.source-list a').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test.each([true, false])('puts the lists in the order of the panels, with JavaScript: %s', async (javaScriptEnabled) => {
    const page = await openPage(browser, { javaScriptEnabled });
    const problems = watchPage(page);
    await page.goto(`${base}/exemple`);
    const before = await names(page);
    await page.getByRole('link', { name: 'panneau' }).click();
    await expect.poll(() => page.url()).toContain('ordre=panneau');
    await expect.poll(() => names(page)).not.toEqual(before);
    expect((await names(page)).toSorted()).toEqual(before.toSorted());
    if (javaScriptEnabled) {
      expect(await page.locator(':focus').innerText()).toContain('panneau');
      await expect.poll(() => page.getByRole('status').innerText()).toContain('panneau');
      expect(await axeViolations(page)).toEqual([]);
      await page.goBack();
      await expect.poll(() => names(page)).toEqual(before);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('prints it on two sheets of A4, with its date and where each source is', async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/exemple`);
    const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeLessThanOrEqual(2);
    await page.context().close();
  });
});
