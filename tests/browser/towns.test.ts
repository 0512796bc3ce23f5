import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { inventedTown, manyCampaigns } from '../bench/many-campaigns.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { seenEverywhere, sidewaysAnywhere, toldWithAndWithoutJavaScript } from '../support/page-checks.ts';
import { listen } from '../support/pages.ts';
import { act, ways } from '../support/voter-journeys.ts';

/** Commune 1 is « Belarac » in 2026; the last one is the same town in 2020. */
const both = (index: number) =>
  index === 400 ? { ...inventedTown(1), election: inventedTown(3).election } : inventedTown(index);
const { database } = manyCampaigns(400, both);
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', CONTACT_EMAIL: 'ici@example.org' }), database);
const base = await listen(app);

/** A machine that is busy draws late. */
const waiting = { timeout: 15_000 };

const places = (page: Page) => page.locator('#trouve li a').allInnerTexts();

describeInBrowser('a voter, where there are hundreds of campaigns', () => {
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
      const type = async (town: string) => {
        await act(page, '#ville', byKeyboard, 'Tab');
        await page.locator('#ville').focus();
        await page.keyboard.type(town);
      };
      return { page, problems, type };
    }

    test.each([
      ['/', 'st brelac', '/commune-10', 'Saint-brelac'],
      ['/en', 'saint-brelac', '/en/commune-10', 'Saint-brelac'],
    ])('from %s, types « %s » and is on the board of their town', async (home, typed, board, town) => {
      const { page, problems, type } = await open(home);
      await type(typed);
      await page.keyboard.press('Enter');
      await page.waitForURL(base + board);
      expect(await page.title()).toContain(town);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test('sees both elections of their town, and takes the newest', async () => {
      const { page, problems, type } = await open('/');
      await type('BELARAC');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?ville=BELARAC$/);
      expect(await page.locator('#annonce').innerText()).toBe('2\u00a0campagnes pour «\u202fBELARAC\u202f»\u00a0:');
      const found = (await page.locator('#trouve li').allInnerTexts()).map((text) => text.replaceAll('\n', ' '));
      expect(found).toEqual([
        'Belarac Municipales 2026 · Moins de caméras à Belarac',
        'Belarac Municipales 2020 · Moins de caméras à Belarac',
      ]);
      await act(page, '#trouve li a', byKeyboard);
      await page.waitForURL(`${base}/commune-1`);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test('is told what to do when there is none', async () => {
      const { page, problems, type } = await open('/');
      await type('Atlantide');
      await page.keyboard.press('Enter');
      await page.waitForURL(/ville=Atlantide/);
      expect(await page.locator('#annonce').innerText()).toBe('Aucune campagne pour «\u202fAtlantide\u202f».');
      expect(await page.locator('#trouve').innerText()).toContain('essayez le code postal');
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test('goes down the lists to their town without a search', async () => {
      const { page, problems } = await open('/');
      await act(page, '.ranges a[href="/campagnes/1"]', byKeyboard);
      await page.waitForURL(`${base}/campagnes/1`);
      expect(await page.locator('.town-list a').first().innerText()).toBe('Belarac');
      await act(page, '.town-list a', byKeyboard);
      await page.waitForURL(`${base}/commune-1`);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });

  test('sees the towns while typing, without leaving the page, and hears how many', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 780 } });
    const problems = watchPage(page);
    await page.goto(base);
    await page.locator('#ville').pressSequentially('bela');
    await page.locator('#trouve li').first().waitFor();
    expect(await page.locator('#annonce').innerText()).toMatch(/^\d+\u00a0campagnes pour «\u202fbela\u202f»\u00a0:$/);
    expect((await places(page)).every((town) => town.startsWith('Bela'))).toBe(true);
    await page.locator('#ville').fill('hauteflorac');
    await expect.poll(() => page.locator('#trouve li').count(), waiting).toBe(1);
    expect(await places(page)).toEqual(['Hauteflorac']);
    await page.locator('#ville').fill('');
    await expect.poll(() => page.locator('#trouve li').count(), waiting).toBe(0);
    expect([page.url(), await page.locator('#annonce').innerText()]).toEqual([`${base}/`, '']);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each(['/', '/en', '/campagnes/2', '/?ville=belarac', '/?ville=nulle-part', '/?ville=saint'])(
    '%s keeps axe silent, never scrolls sideways, and says the same without JavaScript',
    async (path) => {
      const { violations, problems } = await seenEverywhere(browser, base + path);
      expect([violations, problems]).toEqual([[], []]);
      expect(await sidewaysAnywhere(browser, base + path)).toEqual([0, 0]);
      const [withIt, without] = await toldWithAndWithoutJavaScript(browser, base + path);
      expect(withIt).toBe(without);
    },
  );
});
