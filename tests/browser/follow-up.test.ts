import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { followUps } from '../support/follow-up-steps.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll } from '../support/pages.ts';
import { type Actor, campaign, openWorld, type World } from '../support/world.ts';

describeInBrowser('eight months after the vote', () => {
  let browser: Browser;
  let world: World;
  let base: string;
  const phone = { viewport: { width: 360, height: 740 } };

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await openWorld();
    base = await listen(world.app);
    onTestFinished(() => world.close());
  });

  async function pageOf(who: Actor, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
    const page = await openPage(browser, options);
    const [name = '', value = ''] = who.cookie.split('=');
    await page.context().addCookies([{ name, value, url: base }]);
    onTestFinished(() => page.context().close());
    return page;
  }

  /** The words of the volunteer's newspaper. */
  async function write(page: Page) {
    await page.getByLabel('Le fait').fill('Le conseil municipal a voté le retrait de 50 caméras.');
    await page.getByLabel('Quand').fill('12 novembre 2020');
    await page.getByLabel('Adresse web').first().fill('https://example.org/50-cameras');
    await page.getByLabel('En cours').check();
    await page.getByLabel('Selon qui').fill('Gazette de Port-Clair (fictive)');
    await page.getByRole('button', { name: 'Soumettre à la relecture' }).click();
  }

  test.each([true, false])(
    'a volunteer records it on a phone, and a second person publishes it (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await pageOf(world.editor, { ...phone, javaScriptEnabled });
      await page.goto(`${base}${followUps}`);
      await page.getByRole('link', { name: 'Ajouter un fait\u00a0: Deux fois moins de caméras' }).first().click();
      await write(page);
      await page.waitForURL(/fait=suivi-soumis/);

      const reader = await pageOf(world.reviewer, { javaScriptEnabled });
      await reader.goto(`${base}/bureau/campagnes/${campaign}/lecture`);
      await reader.getByRole('link', { name: /Suivi, Aube nouvelle/ }).click();
      await reader.getByRole('button', { name: 'Accepter et publier' }).click();
      await reader.getByRole('link', { name: 'Voir ce que lisent les électeurs' }).click();
      expect(await reader.locator('.timeline').innerText()).toContain('50 caméras');
      await reader
        .getByRole('link', { name: /Répondre à ce fait/ })
        .first()
        .click();
      expect(await reader.getByLabel('À quoi répondez-vous').inputValue()).toBe(
        'suivi:aube-nouvelle/moins-de-cameras/2020-11-12',
      );
    },
  );

  test('each page has clean markup, fits a phone, and shows nothing to axe, in light and in dark', async () => {
    const wide = await pageOf(world.reviewer);
    const page = await pageOf(world.editor);
    const problems = watchPage(wide);
    await page.goto(`${base}${followUps}/nouveau?sujet=aube-nouvelle&demande=moins-de-cameras`);
    await write(page);
    const refused = await pageOf(world.editor);
    await refused.goto(`${base}${followUps}/nouveau`);
    await refused.getByRole('button', { name: 'Soumettre à la relecture' }).click();
    const entry = `/bureau/campagnes/${campaign}/publications/entree?genre=suivi&sujet=aube-nouvelle/moins-de-cameras/2022-10`;
    const found: string[] = [];
    for (const each of [followUps, `${followUps}/nouveau`, '/bureau/suivis/1', entry]) {
      await wide.goto(`${base}${each}`);
      found.push(...(await htmlFaults((await world.reviewer.get(each)).body)));
      found.push(...(await seen(wide)));
    }
    found.push(...(await seen(refused)));
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
  });

  async function seen(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await axeViolations(page)));
    }
    await page.setViewportSize(phone.viewport);
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) found.push(`${page.url()} scrolls ${sideways} px sideways`);
    await page.setViewportSize({ width: 1280, height: 800 });
    return found;
  }
});
