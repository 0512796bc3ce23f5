import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { pdf } from '../support/documents.ts';
import { axeViolations, htmlFaults, listen, sidewaysScroll } from '../support/pages.ts';
import { type Steps, stepsOf, takenSubject } from '../support/position-steps.ts';
import { type Actor, campaign, openWorld, type World } from '../support/world.ts';

describeInBrowser('a volunteer’s evening', () => {
  let browser: Browser;
  let world: World;
  let steps: Steps;
  let base: string;
  const desk = `/bureau/campagnes/${campaign}`;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
    world = await openWorld({ DATA_DIR: folder });
    steps = stepsOf(world);
    base = await listen(world.app);
    onTestFinished(async () => {
      await world.close();
      rmSync(folder, { recursive: true });
    });
  });

  async function pageOf(who: Actor, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage(browser, options);
    const [name = '', value = ''] = who.cookie.split('=');
    await page.context().addCookies([{ name, value, url: base }]);
    onTestFinished(() => page.context().close());
    return page;
  }

  /** What is copied from the article: pasted, not typed. */
  async function paste(page: Page) {
    await page.getByLabel('Adresse web').first().fill('https://example.org/debat');
    await page.getByLabel('Citation exacte').fill('Nous retirerons tout ; sans délai : promis !');
    await page.getByLabel('Quand', { exact: true }).fill('12/03/2020');
    await page.getByLabel('Qui l’a dit ou signé').fill('Alix Verne, tête de liste');
  }

  test('enters what was said in six actions beyond the pasted text; a second person codes it blind; it is on the board', async () => {
    const page = await pageOf(world.editor);
    const problems = watchPage(page);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    await paste(page);
    const actions = [
      () => page.getByLabel('Qui s’exprime').selectOption({ value: 'demain-les-phares' }),
      () => page.getByLabel('Diviser par deux').check(),
      () => page.locator('#stance-commits').check(),
      () => page.locator('#basis-public_statement').check(),
      () => page.getByLabel('En une phrase').fill('La liste retirera les caméras.'),
      () => page.getByRole('button', { name: 'Soumettre à la relecture' }).click(),
    ];
    for (const act of actions) await act();
    await page.waitForURL(/fait=soumise/);
    expect(actions.length).toBeLessThanOrEqual(6);

    const reader = await pageOf(world.reviewer);
    await reader.goto(`${base}${desk}`);
    await reader.keyboard.press('l');
    await reader.waitForURL(/lecture/);
    await reader.getByRole('link', { name: /Demain les phares/ }).click();
    expect(await reader.content()).not.toContain('La liste retirera les caméras.');
    await reader.keyboard.press('1');
    expect(await reader.locator('#code-commits').isChecked()).toBe(true);
    await reader.keyboard.press('Enter');
    await reader.waitForURL(/fait=codee/);
    await reader.getByRole('heading', { name: 'Les deux lectures s’accordent' }).waitFor();
    await reader.getByRole('button', { name: 'Approuver et publier' }).click();
    await reader.waitForURL(/fait=publiee/);
    await reader.getByRole('link', { name: 'Voir ce que lisent les électeurs' }).click();
    expect(await reader.locator('main').innerText()).toContain('Nous retirerons tout ; sans délai : promis !');
    expect(problems).toEqual([]);
  });

  test('saves it while it is written, says so, and the address leads back to it', async () => {
    const page = await pageOf(world.editor);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    await paste(page);
    const saving = page.locator('#enregistrement');
    await expect.poll(() => saving.innerText(), { timeout: 15_000 }).toContain('Pas encore enregistré');
    await page.getByLabel('Qui s’exprime').selectOption({ value: 'demain-les-phares' });
    await page.getByLabel('Diviser par deux').check();
    await expect.poll(() => saving.innerText(), { timeout: 15_000 }).toContain('Brouillon enregistré à');
    expect(page.url()).toMatch(/\/bureau\/positions\/\d+$/);
    await page.reload();
    expect(await page.getByLabel('Citation exacte').inputValue()).toContain('Nous retirerons tout');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  test('loses the connection, closes the page, and is offered every word again: nothing is imposed, nothing stays', async () => {
    const page = await pageOf(world.editor);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    await page.context().setOffline(true);
    await paste(page);
    await expect.poll(() => page.locator('#enregistrement').innerText(), { timeout: 15_000 }).toContain('Pas de connexion');
    await page.context().setOffline(false);
    await page.goto(`${base}/bureau`);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    expect(await page.getByLabel('Citation exacte').inputValue()).toBe('');
    await page.getByRole('heading', { name: 'Des mots non enregistrés' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Les reprendre' }).click();
    expect(await page.getByLabel('Citation exacte').inputValue()).toContain('Nous retirerons tout');
    await page.getByLabel('Qui s’exprime').selectOption({ value: 'demain-les-phares' });
    await page.getByLabel('Diviser par deux').check();
    await page.getByRole('button', { name: 'Garder en brouillon' }).click();
    await page.waitForURL(/fait=brouillon/);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    expect(await page.locator('.notice').count()).toBe(0);
    await page.getByLabel('Citation exacte').fill('Un secret de campagne.');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL(/connexion/);
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("brouillon"))')).toEqual([]);
  });

  test('drops a document on the form: it is kept at once, by what it is', async () => {
    const page = await pageOf(world.editor);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    const input = page.locator('#document-1');
    await input.setInputFiles({ name: 'faux.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html><p>non') });
    await expect.poll(() => page.locator('[data-kept]').first().innerText()).toContain('D’après son contenu');
    await input.setInputFiles({ name: 'Réponse.txt', mimeType: 'text/plain', buffer: pdf() });
    await expect.poll(() => page.locator('[data-kept]').first().innerText()).toContain('Réponse.pdf (PDF');
    expect(await page.locator('#public-1').isChecked()).toBe(true);
  });

  test('the shortcuts are quiet while someone types, and can be turned off for good', async () => {
    const page = await pageOf(world.editor);
    await page.goto(`${base}${desk}/positions/nouvelle`);
    await page.getByLabel('Citation exacte').pressSequentially('journal');
    expect(page.url()).toContain('/positions/nouvelle');
    await page.goto(`${base}${desk}/journal`);
    await page.getByText('Raccourcis clavier').click();
    await page.getByLabel('Actifs dans ce navigateur').uncheck();
    await page.reload();
    await page.locator('h1').click();
    await page.keyboard.press('l');
    await page.keyboard.press('p');
    expect(page.url()).toContain('/journal');
  });

  /** One position at each place of its way. */
  async function positionsOnTheirWay() {
    const draft = await steps.enter(world.editor, { suite: 'garder' });
    const submitted = await steps.enter(world.editor, { demande: 'un-comite-de-controle' });
    const coded = await steps.enter(world.otherEditor, { demande: 'arreter-la-video-automatisee' });
    await steps.step(world.reviewer, coded, 'lecture', { code: 'unclear' });
    const waiting = await steps.enter(world.otherEditor, { sujet: 'lune-rousse' });
    await steps.approve(world.reviewer, waiting, { suite: 'attendre' });
    return { draft, submitted, coded, waiting };
  }
  type OnTheirWay = Awaited<ReturnType<typeof positionsOnTheirWay>>;

  test.each<[string, (ids: OnTheirWay) => string[]]>([
    [
      'where positions are written',
      ({ draft }) => [`${desk}/positions/nouvelle?corriger=${takenSubject}`, `/bureau/positions/${draft}`],
    ],
    ['where they are read', ({ submitted, coded }) => [`/bureau/positions/${submitted}`, `/bureau/positions/${coded}`]],
    ['where they wait', ({ waiting }) => [`/bureau/positions/${waiting}`, `${desk}/lecture?fait=approuvee&annuler=${waiting}`]],
    [
      'where they are published and corrected',
      () => [`${desk}/publications`, `${desk}/publications/entree?sujet=${takenSubject}`],
    ],
    ['where every act is told', () => [`${desk}/journal`]],
  ])('the pages %s are sound: axe, the HTML standard, nothing to scroll sideways at 320 pixels', async (_name, pathsOf) => {
    const paths = pathsOf(await positionsOnTheirWay());
    const page = await pageOf(world.reviewer, { viewport: { width: 320, height: 640 } });
    const problems = watchPage(page);
    for (const path of paths) {
      const answer = await page.goto(`${base}${path}`);
      expect([path, answer?.status(), await axeViolations(page)]).toEqual([path, 200, []]);
      expect([path, await sidewaysScroll(page)]).toEqual([path, 0]);
      expect([path, await htmlFaults((await world.reviewer.get(path)).body)]).toEqual([path, []]);
    }
    expect(problems).toEqual([]);
  });

  test('the whole way is there without JavaScript', async () => {
    const page = await pageOf(world.editor, { javaScriptEnabled: false });
    await page.goto(`${base}${desk}/positions/nouvelle`);
    await paste(page);
    await page.getByLabel('Qui s’exprime').selectOption({ value: 'demain-les-phares' });
    await page.getByLabel('Diviser par deux').check();
    await page.locator('#stance-commits').check();
    await page.locator('#basis-public_statement').check();
    await page.getByLabel('En une phrase').fill('La liste retirera les caméras.');
    await page.locator('#document-1').setInputFiles({ name: 'Réponse.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await page.getByRole('button', { name: 'Soumettre à la relecture' }).click();
    await page.waitForURL(/fait=soumise/);
    const reader = await pageOf(world.reviewer, { javaScriptEnabled: false });
    await reader.goto(`${base}${desk}/lecture`);
    await reader.getByRole('link', { name: /Demain les phares/ }).click();
    await reader.locator('#code-commits').check();
    await reader.getByRole('button', { name: 'Choisir ce code' }).click();
    await reader.getByRole('button', { name: 'Approuver, publier avec d’autres' }).click();
    await reader.waitForURL(/fait=approuvee/);
    await reader.goto(`${base}${desk}/publications`);
    await reader.getByLabel('Note aux lecteurs').fill('Une promesse de plus.');
    await reader.getByRole('button', { name: 'Publier en une édition' }).click();
    await reader.waitForURL(/fait=edition/);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toBe('Une promesse de plus.');
  });
});
