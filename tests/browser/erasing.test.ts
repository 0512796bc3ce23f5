import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll } from '../support/pages.ts';
import { freeCell, type Steps, stepsOf } from '../support/position-steps.ts';
import { campaign, openWorld, type World } from '../support/world.ts';

describeInBrowser('an administrator who obeys an order of the law', () => {
  let browser: Browser;
  let world: World;
  let steps: Steps;
  let base: string;
  const subject = 'demain-les-phares/moins-de-cameras';
  const entry = `/bureau/campagnes/${campaign}/publications/entree?sujet=${subject}`;
  const erasing = `/bureau/campagnes/${campaign}/masquages?genre=position&sujet=${subject}`;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await openWorld();
    steps = stepsOf(world);
    base = await listen(world.app);
    onTestFinished(() => world.close());
  });

  async function pageOf(options: BrowserContextOptions): Promise<Page> {
    const page = await openPage(browser, options);
    const [name = '', value = ''] = world.administrator.cookie.split('=');
    await page.context().addCookies([{ name, value, url: base }]);
    onTestFinished(() => page.context().close());
    return page;
  }

  /** Published twice, with a draft that waits: every part of the page is there. */
  async function published(): Promise<number> {
    const id = await steps.enter(world.editor);
    await steps.approve(world.reviewer, id);
    await steps.approve(world.reviewer, await steps.enter(world.editor, { reason: 'La date était fausse.' }));
    await steps.enter(world.otherEditor, { reason: 'Encore une correction.' });
    return id;
  }

  test.each([true, false])(
    'reads what goes, is stopped without the tick, then erases (JavaScript: %s)',
    async (javaScriptEnabled) => {
      await published();
      const page = await pageOf({ javaScriptEnabled });
      await page.goto(`${base}${entry}`);
      await page.getByRole('link', { name: 'Masquer et effacer' }).click();
      await page.getByLabel('Fondement').fill('Ordonnance du 3 mars.');
      await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
      await page.getByRole('link', { name: /Cochez la case/ }).click();
      expect(await page.getByLabel('Fondement').inputValue()).toBe('Ordonnance du 3 mars.');
      await page.getByLabel(/cela ne s’annule pas/).check();
      await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
      await page.waitForURL(/fait=effacee/);
      expect(await page.getByRole('heading', { name: /^Texte effacé le/ }).count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Effacer pour toujours' }).count()).toBe(0);
      expect(await steps.publicCell(freeCell)).not.toContain('Nous retirerons tout');
    },
  );

  test('finds each page sound: axe, the HTML standard, nothing to scroll sideways at 320 pixels', async () => {
    const id = await published();
    const page = await pageOf({ viewport: { width: 320, height: 640 } });
    const problems = watchPage(page);
    const isSound = async () => {
      const { pathname } = new URL(page.url());
      expect([pathname, await axeViolations(page)]).toEqual([pathname, []]);
      expect([pathname, await sidewaysScroll(page)]).toEqual([pathname, 0]);
    };
    await page.goto(`${base}${erasing}`);
    await isSound();
    expect(await htmlFaults((await world.administrator.get(erasing)).body)).toEqual([]);
    await page.getByLabel('Fondement').fill('Ordonnance du 3 mars.');
    await page.getByLabel(/cela ne s’annule pas/).check();
    await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await page.waitForURL(/fait=effacee/);
    await isSound();
    for (const path of [erasing, entry, `/bureau/positions/${id}`]) {
      await page.goto(`${base}${path}`);
      await isSound();
      expect([path, await htmlFaults((await world.administrator.get(path)).body)]).toEqual([path, []]);
    }
    expect(problems).toEqual([]);
  });
});
