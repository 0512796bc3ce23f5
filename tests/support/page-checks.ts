import type { Browser } from 'playwright-core';
import { openPage, watchPage } from './browser.ts';
import { axeViolations, sidewaysScroll } from './pages.ts';

/** What axe finds on a page in light, in dark and on a small screen, and what the browser complained of meanwhile. */
export async function seenEverywhere(browser: Browser, url: string): Promise<{ violations: string[]; problems: string[] }> {
  const page = await openPage(browser, { colorScheme: 'light' });
  const problems = watchPage(page);
  await page.goto(url);
  const violations = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  violations.push(...(await axeViolations(page)));
  await page.setViewportSize({ width: 320, height: 700 });
  violations.push(...(await axeViolations(page)));
  await page.context().close();
  return { violations, problems };
}

/** How far a page scrolls sideways at 320 px, and on a large screen with its text twice as large. */
export async function sidewaysAnywhere(browser: Browser, url: string): Promise<[number, number]> {
  const page = await openPage(browser, { viewport: { width: 320, height: 700 }, bypassCSP: true });
  await page.goto(url);
  const narrow = await sidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
  const large = await sidewaysScroll(page);
  await page.context().close();
  return [narrow, large];
}

/** What the page says with JavaScript, and without. */
export async function toldWithAndWithoutJavaScript(browser: Browser, url: string): Promise<[string, string]> {
  const told = async (javaScriptEnabled: boolean) => {
    const page = await openPage(browser, { javaScriptEnabled });
    await page.goto(url);
    const text = await page.locator('main').innerText();
    await page.context().close();
    return text;
  };
  return [await told(true), await told(false)];
}
