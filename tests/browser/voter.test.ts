import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, listen } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);

/** With a mouse and JavaScript; without JavaScript; from the keyboard alone. */
const ways = [
  ['with JavaScript', true, false],
  ['without JavaScript', false, false],
  ['from the keyboard alone', true, true],
] as const;

describeInBrowser('a voter', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Tabs until the element has the focus: what cannot be reached so is lost to whoever has no mouse. */
  async function reach(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 150; presses++) {
      await page.keyboard.press('Tab');
      if (await page.locator(`${selector}:focus`).count()) return;
    }
    throw new Error(`the keyboard never reaches ${selector}`);
  }

  async function act(page: Page, selector: string, byKeyboard: boolean, key = 'Enter'): Promise<void> {
    if (!byKeyboard) return page.locator(selector).first().click();
    await reach(page, selector);
    await page.keyboard.press(key);
  }

  describe.each(ways)('%s', (_way, javaScriptEnabled, byKeyboard) => {
    async function open(path: string) {
      const page = await openPage(browser, { javaScriptEnabled, viewport: { width: 360, height: 780 } });
      const problems = watchPage(page);
      await page.goto(base + path);
      return { page, problems };
    }

    test('finds the lists of their ballot from the name of a place', async () => {
      const { page, problems } = await open('/exemple');
      await act(page, '#ou', byKeyboard);
      await page.keyboard.type('collines');
      await page.keyboard.press('Enter');
      await page.waitForURL(/ou=collines/);
      expect(await page.locator('.found').innerText()).toContain('Secteur 2');
      expect(await page.locator('#ou').inputValue()).toBe('collines');
      const own = page.locator('tr', { has: page.getByRole('link', { name: 'AUBE NOUVELLE', exact: true }) }).first();
      expect(await own.innerText()).toContain('Réponse sans position claire');
      expect(await own.innerText()).toContain('Son mouvement');
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test('finds their sector on the map', async () => {
      const { page } = await open('/exemple/secteurs');
      await act(page, '.map a[href$="/secteurs/3"]', byKeyboard);
      await page.waitForURL(/secteurs\/3$/);
      expect(await page.locator('h1').innerText()).toBe('Secteur 3');
      await page.context().close();
    });

    test('puts two movements side by side, in an address to share', async () => {
      const { page, problems } = await open('/exemple');
      await act(page, 'input[value="aube-nouvelle"]', byKeyboard, 'Space');
      await act(page, 'input[value="cap-ensemble"]', byKeyboard, 'Space');
      await act(page, '.compare-bar button', byKeyboard);
      await page.waitForURL(/comparer\?liste=aube-nouvelle&liste=cap-ensemble$/);
      expect(await page.locator('h1').innerText()).toBe('Comparer Aube nouvelle et Cap Ensemble');
      expect(await page.locator('.versus').count()).toBe(3);
      expect(await page.locator('.versus').first().locator('li').count()).toBe(2);
      expect(await page.locator('.versus').first().innerText()).toContain('Nous débrancherons ce logiciel');
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

    test('puts every movement side by side in one click', async () => {
      const { page } = await open('/exemple');
      await act(page, '.compare-bar a', byKeyboard);
      await page.waitForURL(/liste=toutes/);
      expect(await page.locator('.versus').last().innerText()).toContain('Demain les phares');
      if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
      await page.context().close();
    });

    test('understands a merger: who joined whom, and what is to be confirmed', async () => {
      const { page, problems } = await open('/exemple');
      await act(page, '.more a[href$="/tours"]', byKeyboard);
      await page.waitForURL(/tours$/);
      const merger = page.locator('.mergers li').first();
      expect(await merger.innerText()).toMatch(
        /AUBE NOUVELLE AVEC LISE GARANCE.* et .*LES QUAIS SOLIDAIRES.* ont fusionné dans/s,
      );
      expect(await merger.innerText()).toContain('À confirmer');
      const drawing = page.getByRole('img', { name: /Secteur 1/ });
      expect(await drawing.locator('desc').textContent()).toContain('les listes 2 et 4 fusionnent dans la liste 2');
      expect(await page.locator('#secteur-1').innerText()).toContain('fusionne dans la liste du panneau 2');
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
