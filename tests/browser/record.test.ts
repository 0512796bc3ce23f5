import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { openMailbox } from '../support/mailbox.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const mailbox = await openMailbox();
const { database } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...mailbox.settings }), database);
const base = await listen(app);
let browser: Browser;

const cell = '/mouvements/aube-nouvelle/un-comite-de-controle';
const kinds: [name: string, path: string, status: number][] = [
  ['the editions', '/exemple/editions', 200],
  ['the editions, in English', '/en/exemple/editions', 200],
  ['what changed', '/exemple/changements?du=2', 200],
  ['what changed, in English', '/en/exemple/changements?du=2', 200],
  ['a page held at an edition', `/exemple/editions/3${cell}`, 200],
  ['a date before the first edition', '/exemple/au/2019-01-01', 404],
  ['how to cite a cell', `/exemple/citer${cell}`, 200],
  ['how to cite the board, in English', '/en/exemple/citer', 200],
  ['the form of alerts', '/alertes/exemple', 200],
  ['the form of alerts about a page, in English', '/en/alertes/exemple?sur=mouvements/aube-nouvelle', 200],
  ['an alert that was asked', '/alertes/exemple/envoye', 200],
];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app.close();
  await mailbox.close();
});

test.each(kinds)('%s is whole and valid', async (_name, path, status) => {
  const { statusCode, body } = await app.inject(path);
  expect(statusCode).toBe(status);
  expect(await htmlFaults(body)).toEqual([]);
  expect(unfinishedWords(body)).toEqual([]);
});

describeInBrowser('in a browser', () => {
  describe.each(kinds)('%s', (_name, path, status) => {
    test('keeps axe silent, in light and in dark, and never scrolls sideways at 320 px', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 } });
        const problems = watchPage(page);
        await page.goto(base + path);
        expect(await axeViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        expect(problems.filter((each) => status === 200 || !each.includes('404'))).toEqual([]);
        await page.context().close();
      }
    });
  });

  test('a journalist copies a sentence in one click, and hears that it is done', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${base}/exemple${cell}`);
    await page.getByText('Citer cette page').click();
    await page.getByRole('button', { name: 'Copier' }).first().click();
    await expect.poll(() => page.locator('.cite [role=status]').first().innerText()).toBe('Copié');
    const sentence = await page.locator('#citer-phrase').innerText();
    await page.setContent('<textarea></textarea>');
    await page.locator('textarea').focus();
    await page.keyboard.press('ControlOrMeta+V');
    const copied = await page.locator('textarea').inputValue();
    expect(copied).toBe(sentence);
    expect(copied).toContain('« S’engage en partie »'.replace('« ', '«\u202f').replace(' »', '\u202f»'));
    await context.close();
  });

  test('without JavaScript the sentence is there to be selected, and no button promises anything', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${base}/exemple${cell}`);
    await page.getByText('Citer cette page').click();
    expect(await page.locator('#citer-phrase').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Copier' }).count()).toBe(0);
    await page.context().close();
  });

  test('an old edition tells what changed since; without JavaScript it gives the way to it', async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/exemple/editions/2${cell}`);
    await expect.poll(() => page.locator('.held').innerText()).toContain('1 position modifiée');
    await page.context().close();
    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.goto(`${base}/exemple/editions/2${cell}`);
    await plain.getByRole('link', { name: 'Ce qui a changé depuis' }).click();
    expect(await plain.locator('#resume').innerText()).toContain('1 position modifiée');
    await plain.context().close();
  });

  test('a reader goes to the page as it was on a day', async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/exemple/editions`);
    await page.getByRole('textbox', { name: 'Date' }).fill('2020-03-06');
    await page.getByRole('button', { name: 'Voir ce qui était publié' }).click();
    expect(new URL(page.url()).pathname).toBe('/exemple/editions/3');
    await page.context().close();
  });

  test('a reader asks for an alert and confirms it, without JavaScript', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${base}/exemple${cell}`);
    await page.getByRole('link', { name: 'Être prévenu des changements' }).click();
    await page.getByLabel('Votre adresse électronique').fill('lectrice@');
    await page.getByRole('button', { name: 'M’envoyer' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('adresse électronique complète');
    await page.getByLabel('Votre adresse électronique').fill('lectrice@exemple.invalid');
    await page.getByRole('button', { name: 'M’envoyer' }).click();
    expect(await page.locator('h1').innerText()).toBe('Regardez votre courrier');
    const link = /\/alertes\/confirmer\/[\w-]{43}/.exec(mailbox.mails.at(-1)?.parsed.text ?? '')?.[0] ?? '';
    await page.goto(base + link);
    await page.getByRole('button', { name: 'Confirmer' }).click();
    expect(await page.locator('h1').innerText()).toBe('C’est fait');
    await page.context().close();
  });
});
