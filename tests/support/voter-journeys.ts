import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations } from './pages.ts';

/** How a voter goes about: with a mouse; without JavaScript; from the keyboard alone. */
export const ways = [
  ['with JavaScript', true, false],
  ['without JavaScript', false, false],
  ['from the keyboard alone', true, true],
] as const;

/** Where the fictional campaign is read: on the server, or in a copy of it made of plain files. */
export interface Ground {
  byKeyboard: boolean;
  javaScriptEnabled: boolean;
  /** How an address of the site ends here. */
  ending(path: string): string;
}

export const onServer = (path: string): string => path;

/** Tabs until the element has the focus: what cannot be reached so is lost to whoever has no mouse. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`the keyboard never reaches ${selector}`);
}

export async function act(page: Page, selector: string, byKeyboard: boolean, key = 'Enter'): Promise<void> {
  if (!byKeyboard) return page.locator(selector).first().click();
  await reach(page, selector);
  await page.keyboard.press(key);
}

async function follow(page: Page, within: string, path: string, { byKeyboard, ending }: Ground): Promise<void> {
  const end = ending(path);
  // A copy's links are relative: only how they end is known.
  await act(page, `${within} a[href$="${end.split('/').slice(-2).join('/')}"]`, byKeyboard);
  await page.waitForURL(({ href }) => href.endsWith(end));
}

/** From the page of sectors. */
export async function findsTheirSectorOnTheMap(page: Page, ground: Ground): Promise<void> {
  await follow(page, '.map', '/secteurs/3', ground);
  expect(await page.locator('h1').innerText()).toBe('Secteur 3');
}

/** From the board. */
export async function putsEveryoneSideBySide(page: Page, ground: Ground): Promise<void> {
  await follow(page, '.compare-bar', '/comparer?liste=toutes', ground);
  expect(await page.locator('.versus').last().innerText()).toContain('Demain les phares');
  if (ground.javaScriptEnabled) expect(await axeViolations(page)).toEqual([]);
}

/** From the board. */
export async function understandsAMerger(page: Page, ground: Ground): Promise<void> {
  await follow(page, '.more', '/tours', ground);
  const merger = page.locator('.mergers li').first();
  expect(await merger.innerText()).toMatch(/AUBE NOUVELLE AVEC LISE GARANCE.* et .*LES QUAIS SOLIDAIRES.* ont fusionné dans/s);
  expect(await merger.innerText()).toContain('À confirmer');
  const drawing = page.getByRole('img', { name: /Secteur 1/ });
  expect(await drawing.locator('desc').textContent()).toContain('les listes 2 et 4 fusionnent dans la liste 2');
  expect(await page.locator('#secteur-1').innerText()).toContain('fusionne dans la liste du panneau 2');
}

/** From the board; the place is typed, and a server finds it. */
export async function findsTheirBallotByTheNameOfAPlace(page: Page, { byKeyboard }: Ground): Promise<void> {
  await act(page, '#ou', byKeyboard);
  await page.keyboard.type('collines');
  await page.keyboard.press('Enter');
  await page.waitForURL(/ou=collines/);
  expect(await page.locator('.found').innerText()).toContain('Secteur 2');
  expect(await page.locator('#ou').inputValue()).toBe('collines');
  const own = page.locator('tr', { has: page.getByRole('link', { name: 'AUBE NOUVELLE', exact: true }) }).first();
  expect(await own.innerText()).toContain('Réponse sans position claire');
  expect(await own.innerText()).toContain('Son mouvement');
}

/** From the board; a server draws the comparison of those who were ticked. */
export async function putsTwoSideBySide(page: Page, { byKeyboard }: Ground): Promise<void> {
  await act(page, 'input[value="aube-nouvelle"]', byKeyboard, 'Space');
  await act(page, 'input[value="cap-ensemble"]', byKeyboard, 'Space');
  await act(page, '.compare-bar button', byKeyboard);
  await page.waitForURL(/comparer\?liste=aube-nouvelle&liste=cap-ensemble$/);
  expect(await page.locator('h1').innerText()).toBe('Comparer Aube nouvelle et Cap Ensemble');
  expect(await page.locator('.versus').count()).toBe(3);
  expect(await page.locator('.versus').first().locator('li').count()).toBe(2);
  expect(await page.locator('.versus').first().innerText()).toContain('Nous débrancherons ce logiciel');
}
