import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { type Actor, openWorld, type World } from '../support/world.ts';

const here = '/bureau/campagnes/exemple/sollicitations';
let mailbox: Mailbox;
let world: World;
let browser: Browser;
let base: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  world = await openWorld(mailbox.settings);
  base = await listen(world.app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await mailbox.close();
});

async function openDesk({ cookie }: Actor, options: BrowserContextOptions = {}): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  const page = await openPage(browser, options);
  await page.context().addCookies([{ name, value, url: base }]);
  return page;
}

async function look(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await htmlFaults(await page.content())).toEqual([]);
  expect(unfinishedWords(await page.content())).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

describeInBrowser('a volunteer who asks the lists', () => {
  test('finds an address, reads the letter, sends it, notes a call: on a phone, each page without a fault', async () => {
    const page = await openDesk(world.editor, { viewport: { width: 320, height: 700 } });
    await page.goto(base + here);
    await look(page);
    await page.getByRole('link', { name: /^Demain les phares/ }).click();
    await look(page);
    await page.getByLabel('Adresse électronique', { exact: true }).check();
    await page.getByLabel('L’adresse ou le numéro').fill('phares@liste.example');
    await page.getByRole('button', { name: 'Enregistrer l’adresse' }).click();
    await page.getByText('Adresse enregistrée.').waitFor();
    await look(page);

    await page.goto(`${base}${here}/lettre?quoi=lettre`);
    await look(page);
    await page.goto(`${base}${here}/envoi?quoi=lettre`);
    await page.getByText('Lire la lettre à Demain les phares').click();
    await look(page);
    expect(await page.getByLabel('Demain les phares').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Envoyer par courriel' }).click();
    await page.getByText('1 lettre partie').waitFor();
    await look(page);
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['phares@liste.example']]);

    await page.getByRole('link', { name: /^Cap Ensemble/ }).click();
    await page.getByText('Noter un contact').click();
    await page.getByLabel('Téléphone').first().check();
    await page.getByRole('button', { name: 'Noter ce contact' }).click();
    await page.getByRole('alert').waitFor();
    await look(page);
    await page.getByLabel('A promis de répondre').check();
    await page.getByRole('button', { name: 'Noter ce contact' }).click();
    await page.getByText('Contact noté.').waitFor();
    await page.context().close();
  });

  test('prints letters without JavaScript: nothing but the letter is on the paper', async () => {
    const page = await openDesk(world.editor, { javaScriptEnabled: false });
    await page.goto(`${base}${here}/envoi?quoi=relance`);
    await page.getByRole('checkbox', { name: /Port-Clair d’abord/ }).check();
    await page.getByRole('button', { name: 'Imprimer les lettres cochées' }).click();
    await page.getByRole('heading', { level: 1, name: /lettres? à imprimer/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Se déconnecter' }).isVisible()).toBe(false);
    expect(await page.locator('article.paper').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
