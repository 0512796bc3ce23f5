import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { listen } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database, state } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);
let browser: Browser;
afterAll(async () => {
  await browser?.close();
  await app.close();
});

describeInBrowser('a reporter whose piece is due', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });

  test('finds what a list said, cites it, takes it as a picture and a frame, and checks the register with what they printed', async () => {
    const page = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
    const problems = watchPage(page);
    const copied = async () => String(await page.evaluate('navigator.clipboard.readText()'));
    const saved = async (link: string | RegExp) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link }).first().click(),
      ]);
      return download;
    };
    await page.goto(`${base}/exemple`);
    const board = page.getByRole('row', { name: /Aube nouvelle/ });
    await board
      .getByRole('link', { name: /S’engage/ })
      .first()
      .click();
    await page.getByText('Citer cette page').click();
    await page.getByRole('button', { name: 'Copier' }).first().click();
    await expect.poll(copied).toContain('Aube nouvelle');
    const sentence = await copied();
    expect(sentence).toContain(`/exemple/editions/${state.edition.number}/mouvements/aube-nouvelle/`);

    await page.getByRole('link', { name: 'en prendre l’image' }).click();
    const picture = `exemple-edition-${state.edition.number}-mouvements-aube-nouvelle-arreter-la-video-automatisee-carte.png`;
    expect((await saved('PNG, 1200 × 630')).suggestedFilename()).toBe(picture);
    await page.getByLabel('Quand').selectOption('2');
    await expect.poll(() => page.locator('#code-a-copier').innerText()).toContain('/editions/2/');
    await page.getByRole('button', { name: 'Copier' }).first().click();
    await expect.poll(copied).toMatch(/^<iframe src="[^"]+\/integrer\/exemple\/editions\/2\/mouvements\/aube-nouvelle\//);

    await page.getByRole('link', { name: 'Le registre', exact: true }).click();
    const register = await (await saved('Le registre (JSON)')).path();
    await page.getByLabel('Une empreinte trouvée ailleurs').fill(sentence);
    await page.getByLabel('Le fichier téléchargé').setInputFiles(register);
    await expect.poll(() => page.locator('[data-result]').innerText()).toContain('Elle est celle que vous avez notée ailleurs');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
