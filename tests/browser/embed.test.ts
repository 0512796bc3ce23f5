import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, listen, sidewaysScroll } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);
/** Another site, whose page holds our frame. */
const other = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').searchParams.get('path') ?? '';
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="fr"><title>Ailleurs</title><h1>Ailleurs</h1>
    <iframe src="${base}/integrer${path}" title="Parole tenue" width="100%" height="200" style="border:0" data-parole-tenue></iframe>
    <script src="${base}/integrer/cadres.js" async></script>`);
});
let browser: Browser;

describeInBrowser('a frame on another site', () => {
  let elsewhere = '';
  beforeAll(async () => {
    browser = await launchBrowser();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://localhost:${portOf(other.address())}`;
  });
  afterAll(async () => {
    await browser?.close();
    other.close();
    await app.close();
  });

  test('takes the height of its content, sets no cookie, and breaks no policy', async () => {
    const page = await openPage(browser, { viewport: { width: 400, height: 800 } });
    const problems = watchPage(page);
    await page.goto(`${elsewhere}/?path=/exemple`);
    const frame = page.frameLocator('iframe');
    await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBeGreaterThan(600);
    const inside = await frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
    expect(inside).toBeLessThanOrEqual(1);
    expect(await page.context().cookies()).toEqual([]);
    expect(problems.filter((each) => !each.includes('favicon'))).toEqual([]);
    await page.context().close();
  });

  test('says the same without JavaScript', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${elsewhere}/?path=/exemple/mouvements/aube-nouvelle/moins-de-cameras`);
    await expect.poll(() => page.frameLocator('iframe').getByText('S’engage').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('keeps axe silent in %s, at 320 px too', async (colorScheme) => {
    const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 } });
    for (const path of ['/exemple', '/exemple/editions/2/mouvements/aube-nouvelle/moins-de-cameras']) {
      await page.goto(`${base}/integrer${path}`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await page.context().close();
  });

  test('whoever makes one sees it change as they choose', async () => {
    const page = await openPage(browser);
    const problems = watchPage(page);
    await page.goto(`${base}/exemple/integrer`);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Ce qu’il montre').selectOption('/demandes/moins-de-cameras');
    await expect.poll(() => page.locator('iframe').getAttribute('src')).toBe('/integrer/exemple/demandes/moins-de-cameras');
    await page.getByLabel('Quand').selectOption('2');
    await expect
      .poll(() => page.locator('#code-a-copier').innerText())
      .toContain('/integrer/exemple/editions/2/demandes/moins-de-cameras');
    await expect.poll(() => page.frameLocator('iframe').getByText('Figé à l’édition 2.').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

const portOf = (address: AddressInfo | string | null): number => (address && typeof address === 'object' ? address.port : 0);
