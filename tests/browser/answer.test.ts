import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkFor } from '../support/answering.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let base: string;

beforeAll(async () => {
  world = await openWorld();
  base = await listen(world.app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const phone = { width: 320, height: 700 };
type Look = (page: Page) => Promise<void>;

const look: Look = async (page) => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await htmlFaults(await page.content())).toEqual([]);
  expect(unfinishedWords(await page.content())).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};

/** The whole way of a list's agent: a slip, the preview, a change of mind, the receipt. `each` sees every page. */
async function answer(page: Page, path: string, each: Look): Promise<void> {
  const cameras = page.getByRole('region', { name: 'Diviser par deux le nombre de caméras' });
  await page.goto(base + path);
  await each(page);
  await cameras.getByLabel('S’engage en partie').check();
  await cameras.getByLabel('Avec vos mots').fill('Moitié moins.\n\nEt plus aucune sur le port.');
  await page.getByLabel('À quel titre').fill('mandataire');
  await page.getByRole('button', { name: 'Voir ce qui sera publié' }).click();

  await each(page);
  expect(await page.getByRole('alert').innerText()).toContain('à quelle condition');
  expect(await cameras.getByLabel('Avec vos mots').inputValue()).toContain('plus aucune sur le port');
  await cameras.getByLabel('Si vous vous engagez en partie').fill('Sauf le port de commerce.');
  await page.getByLabel('Nom de la personne').fill('Zoé Klein');
  await page.getByRole('button', { name: 'Voir ce qui sera publié' }).click();

  await page.getByRole('heading', { level: 1, name: 'Ce qui sera publié' }).waitFor();
  await each(page);
  expect(await page.locator('article.proof blockquote').innerText()).toContain('plus aucune sur le port');
  await page.getByRole('button', { name: 'Modifier' }).click();
  await cameras.getByLabel('Avec vos mots').fill('Moitié moins, dès 2021.');
  await page.getByRole('button', { name: 'Voir ce qui sera publié' }).click();
  await page.getByRole('button', { name: 'Signer et envoyer' }).click();

  await page.getByRole('heading', { name: 'Votre réponse est reçue' }).waitFor();
  await each(page);
  expect(await page.locator('.reference').innerText()).toMatch(/^PT-/);
  expect(await page.locator('main').innerText()).toContain('Moitié moins, dès 2021.');
}

describeInBrowser('a list’s agent who never saw the site', () => {
  test('answers on a narrow phone, each page without a fault', async () => {
    const page = await openPage(browser, { viewport: phone });
    const problems = watchPage(page);
    await answer(page, linkFor(world, 'cap-ensemble').path, look);
    expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
    await page.context().close();
  });

  test('answers without JavaScript, in the dark', async () => {
    const page = await openPage(browser, { viewport: phone, javaScriptEnabled: false, colorScheme: 'dark' });
    await answer(page, linkFor(world, 'lune-rousse').path, async () => {});
    await page.context().close();
  });

  test('reads why a link is closed, and where to answer all the same', async () => {
    const { path, id } = linkFor(world, 'horizon-commun');
    await world.editor.post(`/bureau/campagnes/exemple/sollicitations/mouvements/horizon-commun/liens/${id}/revocation`);
    const page = await openPage(browser, { viewport: phone });
    await page.goto(base + path);
    await look(page);
    await page.getByRole('link', { name: 'droit de réponse' }).click();
    await page.getByRole('heading', { level: 1, name: 'Droit de réponse' }).waitFor();
    await page.context().close();
  });
});

describeInBrowser('someone named on the board', () => {
  test('answers by the public form, and a reader publishes it beside the entry', async () => {
    const page = await openPage(browser, { viewport: phone });
    await page.goto(`${base}/droit-de-reponse/exemple?entree=aube-nouvelle/moins-de-cameras`);
    await look(page);
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByRole('alert').waitFor();
    await look(page);
    await page.getByLabel('Votre réponse').fill('Ce n’est pas ce que nous avons dit.');
    await page.getByLabel('Votre nom').fill('Lise Garance');
    await page.getByLabel('À quel titre').fill('tête de liste');
    await page.getByLabel('Où vous joindre').fill('06 00 00 00 00');
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByRole('heading', { name: 'Votre demande est reçue' }).waitFor();
    await look(page);
    await page.context().close();

    const [name = '', value = ''] = world.reviewer.cookie.split('=');
    const desk = await openPage(browser, { viewport: phone });
    await desk.context().addCookies([{ name, value, url: base }]);
    await desk.goto(`${base}/bureau/campagnes/exemple/droits-de-reponse`);
    await look(desk);
    await desk.getByRole('link', { name: /Lise Garance/ }).click();
    await desk.getByRole('button', { name: 'Publier la réponse' }).waitFor();
    await look(desk);
    await desk.getByLabel('Comment avez-vous vérifié').fill('Rappelée à la permanence.');
    await desk.getByRole('button', { name: 'Publier la réponse' }).click();
    await desk.getByRole('link', { name: 'Voir ce que lisent les électeurs' }).click();
    expect(await desk.locator('.reply').innerText()).toContain('Ce n’est pas ce que nous avons dit.');
    await desk.context().close();
  });
});
