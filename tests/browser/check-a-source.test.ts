import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { listen } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);

/** Someone who never touches a mouse: goes from link to link until one is called so, and follows it. */
async function followByKeyboard(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const ids = (await focused.getAttribute('aria-labelledby'))?.split(' ') ?? [];
    const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).allTextContents()));
    const called = (texts.flat().join(' ') || (await focused.innerText())).replaceAll('\n', ' ');
    if (!name.test(called)) continue;
    expect(await page.locator(':focus-visible').count()).toBe(1);
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`no link is called ${name} on ${page.url()}`);
}

describeInBrowser('a reader checks a source', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each([true, false])(
    'from home to the proof in one step and to the source in two, by keyboard alone, with JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await openPage(browser, { javaScriptEnabled });
      await page
        .context()
        .route(/^https:/, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: 'la source' }));
      await page.goto(base);
      await followByKeyboard(page, /^S’engage en partie.*Printemps marseillais|^S’engage.*Printemps marseillais/);
      await page.waitForURL(/\/mouvements\/printemps-marseillais\//);
      expect(await page.locator('.proof blockquote, .proof .verdict').first().isVisible()).toBe(true);
      const source = page.locator('.source-list a').first();
      const href = await source.getAttribute('href');
      expect(href).toMatch(/^https:\/\//);
      const title = await source.innerText();
      await followByKeyboard(page, new RegExp(`^${RegExp.escape(title)}$`));
      await page.waitForURL(href ?? '');
      await page.context().close();
    },
  );
});
