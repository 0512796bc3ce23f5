import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { letter } from '../support/opening.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { openWorld, type World } from '../support/world.ts';

/** The longest label of a real list has 97 characters. */
const longest = 'RASSEMBLEMENT DE CELLES ET CEUX QUI VEULENT UNE VILLE VIVANTE, SOLIDAIRE ET SANS CAMÉRAS PARTOUT';
let world: World;
let base: string;
let browser: Browser;

beforeAll(async () => {
  world = await openWorld();
  base = await listen(world.app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await world.close();
});

async function signedIn(options: Parameters<typeof openPage>[1]): Promise<Page> {
  const page = await openPage(browser, options);
  const [name = '', value = ''] = world.administrator.cookie.split('=');
  await page.context().addCookies([{ name, value, url: base }]);
  return page;
}

/** What every page of the way is held to. Axe is a script: it looks where scripts run. */
async function look(page: Page, scripts: boolean): Promise<void> {
  if (scripts) expect(await axeViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  const html = await page.content();
  expect(unfinishedWords(html)).toEqual([]);
}

/** Everything a volunteer does from nothing to a public page, as a person would: by labels and buttons. */
async function openFromNothing(page: Page, town: string, scripts: boolean): Promise<void> {
  await page.goto(`${base}/bureau/campagnes/nouvelle`);
  await look(page, scripts);
  await page.getByLabel('Quelle commune ?').fill(town);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: town, exact: true }).first().click();
  await look(page, scripts);
  await page.getByLabel('Titre de la campagne').fill(`${town} sans caméras`);
  await page.getByRole('button', { name: 'Ouvrir la campagne' }).click();
  await look(page, scripts);

  await page.getByRole('link', { name: 'La lettre' }).click();
  await page.getByLabel('Titre de la lettre').fill(letter.titre);
  await page.getByLabel('Texte').fill(letter.texte);
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await page.locator('#apercu strong', { hasText: 'une' }).waitFor();
  await look(page, scripts);
  await page.getByRole('button', { name: 'Enregistrer' }).click();

  await page.getByRole('link', { name: 'Les demandes et leurs règles' }).click();
  await page.getByRole('link', { name: 'Ajouter une demande' }).click();
  await page.getByLabel('Ce qui est demandé').fill('Réduire fortement le nombre de caméras');
  await page.getByLabel('Explication').fill('Il y en a trop.');
  for (const rule of ['S’engage, si…', 'S’engage en partie, si…', 'Ne s’engage pas, si…'])
    await page.getByLabel(rule, { exact: true }).fill(`La liste le dit : ${rule}`);
  await look(page, scripts);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await look(page, scripts);
  await page.getByRole('link', { name: 'Retour aux réglages' }).click();

  await page.getByRole('link', { name: 'Les signataires' }).click();
  await page.getByLabel('Les organisations').fill('Les Amis de la ville\nÀ bas bruit');
  await page.getByRole('button', { name: 'Enregistrer' }).click();

  const parts = page.getByRole('navigation', { name: 'Campagne' });
  if (!scripts) await parts.getByText('Réglages').first().click();
  await parts.getByRole('link', { name: 'Imports' }).click();
  await page.getByLabel('Ou collez un tableau').fill(`tour;panneau;liste\n1;1;${longest}\n1;2;AGIR ICI`);
  await look(page, scripts);
  await page.getByRole('button', { name: 'Lire' }).click();
  await look(page, scripts);
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await page.getByRole('link', { name: 'Regrouper en mouvements' }).click();
  await look(page, scripts);
  await page.getByRole('button', { name: /Confirmer les propositions sans doute/ }).click();
  await look(page, scripts);
  await page.getByRole('link', { name: 'Retour aux réglages' }).click();
  await look(page, scripts);
  await page.getByRole('link', { name: 'Voir l’aperçu et publier' }).click();
  await look(page, scripts);
  await page.getByRole('button', { name: 'Publier la première édition' }).click();
}

describeInBrowser('from nothing to a public page', () => {
  test.each([
    ['on a phone, without JavaScript', 'Rennes', { javaScriptEnabled: false, viewport: { width: 360, height: 780 } }],
    ['on a wide screen', 'Brest', { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } }],
  ])(
    '%s',
    async (_name, town, options) => {
      const page = await signedIn(options);
      const problems = watchPage(page);
      await openFromNothing(page, town, options.javaScriptEnabled);
      await page.goto(`${base}/${town.toLowerCase()}-2026`);
      expect(await page.getByRole('table').first().innerText()).toContain(longest);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  test('towns are found as one types', async () => {
    const page = await signedIn({});
    await page.goto(`${base}/bureau/campagnes/nouvelle`);
    await page.getByLabel('Quelle commune ?').pressSequentially('evry-cour');
    await page.getByRole('link', { name: 'Évry-Courcouronnes' }).waitFor();
    expect(page.url()).not.toContain('q=');
    await page.context().close();
  });

  test('the letter is drawn as one types, and every page is valid', async () => {
    const page = await signedIn({});
    const settings = `${base}/bureau/campagnes/exemple/reglages`;
    await page.goto(`${settings}/lettre`);
    await page.getByLabel('Texte').fill('Du **gras** tout de suite');
    await page.locator('#apercu strong', { hasText: 'gras' }).waitFor();
    await page.context().close();
    const parts = [
      '',
      '/general',
      '/lettre',
      '/demandes',
      '/demandes/nouvelle',
      '/signataires',
      '/listes',
      '/mouvements',
      '/filiations',
      '/edition',
    ];
    for (const part of parts)
      expect(await htmlFaults((await world.administrator.get(`/bureau/campagnes/exemple/reglages${part}`)).body)).toEqual([]);
    for (const url of [
      '/bureau/campagnes/nouvelle?q=lyon',
      '/bureau/campagnes/nouvelle?commune=13055',
      '/bureau/campagnes/exemple/imports',
    ])
      expect(await htmlFaults((await world.administrator.get(url)).body)).toEqual([]);
  });
});
