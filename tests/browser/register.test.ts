import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database, state } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);
const pages = ['/exemple/registre', '/en/exemple/registre', '/exemple/donnees', '/en/exemple/editions/2/donnees'];
let browser: Browser;
afterAll(async () => {
  await browser?.close();
  await app.close();
});

test.each(pages)('%s is whole and valid', async (path) => {
  const { statusCode, body } = await app.inject(path);
  expect(statusCode).toBe(200);
  expect(await htmlFaults(body)).toEqual([]);
  expect(unfinishedWords(body)).toEqual([]);
});

describeInBrowser('in a browser', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  test.each(pages)('%s keeps axe silent, and never scrolls sideways', async (path) => {
    const page = await openPage(browser, { viewport: { width: 320, height: 700 } });
    const problems = watchPage(page);
    await page.goto(base + path);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a journalist checks what they downloaded on the page itself, and nothing leaves it', async () => {
    const page = await openPage(browser);
    const problems = watchPage(page);
    await page.goto(`${base}/exemple/registre`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    const register = (await app.inject('/exemple/registre.json')).rawPayload;
    await choose(page, 'registre.json', register);
    await expect.poll(() => result(page)).toContain('Le registre tient');
    await choose(page, 'donnees.zip', (await app.inject('/exemple/donnees.zip')).rawPayload);
    await expect.poll(() => result(page)).toContain('Le registre tient');
    await choose(page, 'faux.json', Buffer.from(register.toString().replaceAll('S’engage', 'Refuse').replace('Aube', 'Soir')));
    await expect.poll(() => result(page)).toContain('Le registre est rompu');
    await choose(page, 'registre.json', register);
    await page.getByLabel('Une empreinte trouvée ailleurs').fill(`${state.edition.number}:${'0'.repeat(64)}`);
    await page.keyboard.press('Tab');
    await expect.poll(() => result(page)).toContain('n’est pas celle qui a été notée ailleurs');
    await choose(page, 'photo.json', Buffer.from('rien'));
    await expect.poll(() => result(page)).toContain('ne peut pas être lu');
    expect(sent.filter((url) => !url.includes('favicon'))).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('without JavaScript, the page offers what it can do: the files and the command', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${base}/exemple/registre`);
    expect(await page.getByText('Dans cette page').isVisible()).toBe(false);
    expect(await page.getByText('node verifier.mjs').isVisible()).toBe(true);
    await page.context().close();
  });
});

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Le fichier téléchargé').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const result = (page: Page) => page.locator('[data-result]').innerText();
