import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, listen, sidewaysScroll } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('exemple');
seedCampaign(database, join(seedsFolder, 'marseille-2020'));
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

  const names = (page: Page) => page.locator('tbody th > a').allInnerTexts();

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

  test('sorts and narrows it in place: the focus stays, one voice says it, the address can be shared', async () => {
    const page = await openPage(browser);
    const problems = watchPage(page);
    await page.goto(`${base}/exemple`);
    const before = await names(page);
    await page.locator('#tableau').evaluate((board) => board.ownerDocument.body.setAttribute('data-same-page', 'yes'));
    await page.getByLabel('Ordre', { exact: true }).selectOption('nom');
    await expect.poll(() => names(page)).not.toEqual(before);
    expect((await names(page)).toSorted()).toEqual(before.toSorted());
    await page.getByLabel('Position', { exact: true }).focus();
    await page.getByLabel('Position', { exact: true }).selectOption('refuses');
    await expect.poll(() => page.getByRole('status').innerText()).toContain('sur 8');
    expect(await page.locator(':focus').getAttribute('name')).toBe('position');
    expect(await page.locator('body').getAttribute('data-same-page')).toBe('yes');
    expect(page.url()).toBe(`${base}/exemple?ordre=nom&position=refuses`);
    expect(await axeViolations(page)).toEqual([]);
    const shared = await openPage(browser, { javaScriptEnabled: false });
    await shared.goto(page.url());
    expect(await names(shared)).toEqual(await names(page));
    await shared.context().close();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => names(page)).toEqual(before);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript a button does the same, from the keyboard alone', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${base}/exemple`);
    await page.getByLabel('Réponse à la lettre').focus();
    await page.keyboard.type('N');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('reponse=non');
    expect(await names(page)).not.toContain('Aube nouvelle');
    expect(await page.getByRole('status').innerText()).toContain('sur 8');
    await page.context().close();
  });

  test('is told in words when nobody is what was chosen, with the way back', async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/exemple?demande=un-comite-de-controle&position=contradicts`);
    expect(await page.locator('.nothing').innerText()).toContain('aucune liste');
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.nothing button').click();
    await expect.poll(async () => (await names(page)).length).toBe(8);
    await page.context().close();
  });

  test('stays a table, by its roles, on the narrowest screen', async () => {
    const page = await openPage(browser, { viewport: { width: 320, height: 700 } });
    await page.goto(`${base}/exemple`);
    const table = page.getByRole('table');
    expect(await table.getByRole('row').count()).toBe(9);
    expect(await table.getByRole('rowheader').count()).toBe(8);
    expect(await table.getByRole('columnheader').count()).toBe(4);
    await page.context().close();
  });

  test('sees the town, the date, the sentence, what is asked and the first list without scrolling a phone', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 780 } });
    await page.goto(`${base}/exemple`);
    for (const part of ['h1', '.fresh time', '.summary', '.asks li:last-child', 'tbody tr:first-child th > a']) {
      const box = await page.locator(part).first().boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0), part).toBeLessThan(780);
    }
    await page.context().close();
  });

  test.each(['/marseille-2020', '/marseille-2020/secteurs/3', '/exemple/comparer?liste=toutes'])(
    'holds %s on a phone at twice the text size, without scrolling sideways',
    async (path) => {
      const page = await openPage(browser, { viewport: { width: 360, height: 780 } });
      await page.goto(base + path);
      await page.locator('html').evaluate((html) => html.style.setProperty('font-size', '200%'));
      expect(await sidewaysScroll(page)).toBe(0);
      await page.context().close();
    },
  );

  test.each(['exemple', 'marseille-2020'])(
    'prints %s on two sheets of A4, with its date and where each source is',
    async (slug) => {
      const page = await openPage(browser);
      await page.goto(`${base}/${slug}`);
      const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
      expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeLessThanOrEqual(2);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.fresh time').isVisible()).toBe(true);
      expect(await page.locator('.cell-source').first().isVisible()).toBe(true);
      await page.context().close();
    },
  );
});
