import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { letter } from '../support/opening.ts';
import { listen } from '../support/pages.ts';
import { openWorld, type World } from '../support/world.ts';

const desk = '/bureau/campagnes/aubagne-2090';
const entry = `${desk}/publications/entree?sujet=agir-ici%2Freduire-fortement-le-nombre-de-cameras`;
const password = 'une phrase facile à retenir';
let mailbox: Mailbox;
let world: World;
let browser: Browser;
let base: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  // Far ahead of the browser's clock: the cookie of a session given in its past would be over before it came.
  world = await openWorld(mailbox.settings, '2090-02-28T09:00:00Z');
  base = await listen(world.app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await world.close();
  await mailbox.close();
});

async function newcomer(): Promise<Page> {
  const page = await openPage(browser, { javaScriptEnabled: false });
  page.setDefaultTimeout(10_000);
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const sees = async (page: Page, words: string | RegExp) => expect(await textOf(page)).toMatch(words);
const textOf = async (page: Page) => (await page.locator('body').innerText()).replace(/\s+/g, ' ');

/** Days go by; whoever works at the desk passes every other day, so that their session lives. */
async function wait(days: number, ...pages: Page[]): Promise<void> {
  for (let passed = 0; passed < days; passed += 2) {
    world.pass(2 * 24 * 3600);
    for (const page of pages) await page.goto(`${base}/bureau`);
  }
}

async function openCampaign(page: Page): Promise<void> {
  await page.goto(`${base}/bureau/campagnes/nouvelle?commune=13005`);
  await page.getByLabel('Titre de la campagne').fill('Aubagne sans caméras');
  await page.locator('[name=election][value=autre]').check();
  await page.locator('[name=election-nom]').fill('Élections municipales de 2090');
  await page.locator('[name=premier-tour]').fill('12/03/2090');
  await page.locator('[name=second-tour]').fill('19/03/2090');
  await press(page, 'Ouvrir la campagne');
  await sees(page, 'Campagne ouverte');
  await page.goto(`${base}${desk}/reglages/lettre`);
  await page.getByLabel('Titre de la lettre').fill(letter.titre);
  await page.getByLabel('Texte').fill(letter.texte);
  await press(page, 'Enregistrer');
  await page.goto(`${base}${desk}/reglages/demandes/nouvelle`);
  await page.getByLabel('Ce qui est demandé').fill('Réduire fortement le nombre de caméras');
  await page.getByLabel('Explication').fill('Il y en a trop.');
  for (const rule of ['S’engage, si…', 'S’engage en partie, si…', 'Ne s’engage pas, si…'])
    await page.getByLabel(rule, { exact: true }).fill('La liste le dit.');
  await press(page, 'Enregistrer');
  await page.goto(`${base}${desk}/reglages/signataires`);
  await page.getByLabel('Les organisations').fill('Les Amis de la ville\nÀ bas bruit');
  await press(page, 'Enregistrer');
  await page.goto(`${base}${desk}/imports`);
  await page.getByLabel('Ou collez un tableau').fill('tour;panneau;liste\n1;1;UNE VILLE POUR TOUS\n1;2;AGIR ICI');
  await press(page, 'Lire');
  await press(page, 'Appliquer');
  await page.goto(`${base}${desk}/reglages/mouvements`);
  await press(page, /Confirmer les propositions/);
  await page.goto(`${base}${desk}/reglages/edition`);
  await press(page, 'Publier la première édition');
  await sees(page, 'Édition publiée.');
}

/** The administrator makes a link; whoever receives it makes an account, and is in. */
async function invite(administrator: Page): Promise<Page> {
  await administrator.goto(`${base}${desk}/equipe`);
  await administrator.getByLabel('Qui invitez-vous').fill('Omer');
  await administrator.getByLabel('Édition').check();
  await press(administrator, 'Faire le lien');
  const link = /\/bureau\/invitations\/[\w-]+/.exec(await administrator.content())?.[0] ?? '';
  const page = await newcomer();
  await page.goto(base + link);
  await page.getByLabel('Votre adresse électronique').fill('omer@exemple.invalid');
  await page.getByLabel('Choisissez un mot de passe').fill(password);
  await press(page, 'Créer mon compte et accepter');
  await sees(page, 'Bienvenue dans l’équipe.');
  return page;
}

async function send(page: Page, what: 'lettre' | 'relance'): Promise<string> {
  const before = mailbox.mails.length;
  await page.goto(`${base}${desk}/sollicitations/envoi?quoi=${what}`);
  await press(page, 'Envoyer par courriel');
  await sees(page, /1 (lettre|relance)/);
  expect(mailbox.mails).toHaveLength(before + 1);
  const mail = mailbox.mails.at(-1);
  expect(mail?.to).toEqual(['agir@liste.example']);
  return /\/repondre\/[\w-]+/.exec(mail?.parsed.text ?? '')?.[0] ?? '';
}

async function answer(link: string): Promise<void> {
  const page = await newcomer();
  await page.goto(base + link);
  await page.locator('[type=radio][value=commits]').check();
  await page.getByLabel('Avec vos mots').fill('Nous retirerons tout.');
  await page.getByLabel('Nom de la personne qui répond').fill('Zoé Klein');
  await page.getByLabel('À quel titre').fill('mandataire');
  await press(page, 'Voir ce qui sera publié');
  await press(page, 'Signer et envoyer');
  await sees(page, 'Votre réponse est reçue');
  await page.context().close();
}

async function enterFromThePress(page: Page): Promise<void> {
  await page.goto(`${base}${desk}/positions/nouvelle`);
  await page.locator('[name=url-1]').fill('https://example.org/debat');
  await page.getByLabel('Citation exacte').fill('Nous en ajouterons cent.');
  await page.getByLabel('Quand', { exact: true }).fill('02/03/2090');
  await page.getByLabel('Qui l’a dit ou signé').fill('Noé Lamy, tête de liste');
  await page.getByLabel('Qui s’exprime').selectOption({ label: 'UNE VILLE POUR TOUS' });
  await page.locator('[name=demande]').first().check();
  await expect.poll(() => page.locator('.rule-1').first().isVisible()).toBe(true);
  expect(await page.locator('.rule-2').evaluateAll((rules) => rules.filter((rule) => rule.checkVisibility()).length)).toBe(0);
  await page.locator('[name=stance][value=refuses]').check();
  await page.locator('[name=basis][value=public_statement]').check();
  await page.getByLabel('En une phrase').fill('La liste ajoutera des caméras.');
  await press(page, 'Soumettre à la relecture');
  await sees(page, 'Position soumise.');
}

/** A second person reads what is first in the queue, blind, and publishes it. */
async function readAndPublish(page: Page, position: string, code: string): Promise<void> {
  await page.goto(`${base}${desk}/lecture`);
  await page.getByRole('link', { name: position }).first().click();
  await page.locator(`[name=code][value=${code}]`).check();
  await press(page, 'Choisir ce code');
  await press(page, 'Approuver et publier');
  await sees(page, 'Position publiée.');
}

async function correct(editor: Page, quote: string): Promise<void> {
  await editor.goto(base + entry);
  await editor.getByRole('link', { name: 'Corriger cette entrée' }).click();
  await editor.locator('[name=quote]').fill(quote);
  await editor.locator('[name=reason]').fill('La citation était incomplète.');
  await press(editor, 'Soumettre à la relecture');
  await sees(editor, 'Position soumise.');
}

async function replyAndPublish(administrator: Page): Promise<void> {
  const page = await newcomer();
  await page.goto(`${base}/droit-de-reponse/aubagne-2090`);
  const contested = page.locator('optgroup[label="UNE VILLE POUR TOUS"] option').first();
  await page.getByLabel('À quoi répondez-vous').selectOption((await contested.getAttribute('value')) ?? '');
  await page.getByLabel('Votre réponse').fill('Ce n’est pas ce que nous avons dit.');
  await page.getByLabel('Votre nom').fill('Noé Lamy');
  await page.getByLabel('À quel titre').fill('tête de liste');
  await page.getByLabel('Où vous joindre').fill('noe@liste.example');
  await press(page, 'Envoyer ma réponse');
  await page.context().close();
  await administrator.goto(`${base}${desk}/droits-de-reponse`);
  await administrator.getByRole('link', { name: /Noé Lamy/ }).click();
  await administrator.locator('[name=verifie]').fill('Rappelé à la permanence.');
  await press(administrator, 'Publier la réponse');
  expect(administrator.url()).toContain('fait=droit-publie');
}

describeInBrowser('a campaign from nothing to its freeze, without JavaScript', () => {
  test('opens, invites, asks, reminds, hears, enters, reads, publishes, corrects, gives the right of reply, and stops', {
    timeout: 120_000,
  }, async () => {
    const administrator = await newcomer();
    const [name = '', value = ''] = world.administrator.cookie.split('=');
    await administrator.context().addCookies([{ name, value, url: base }]);
    await openCampaign(administrator);
    const editor = await invite(administrator);

    await editor.goto(`${base}${desk}/sollicitations/mouvements/agir-ici`);
    await editor.getByLabel('Adresse électronique', { exact: true }).check();
    await editor.getByLabel('L’adresse ou le numéro').fill('agir@liste.example');
    await press(editor, 'Enregistrer l’adresse');
    await send(editor, 'lettre');
    await wait(8, administrator, editor);
    await answer(await send(editor, 'relance'));
    await enterFromThePress(editor);
    await readAndPublish(administrator, 'AGIR ICI', 'commits');
    await readAndPublish(administrator, 'UNE VILLE POUR TOUS', 'refuses');
    await correct(editor, 'Nous retirerons tout, dès juin.');
    await readAndPublish(administrator, 'AGIR ICI', 'commits');
    await replyAndPublish(administrator);

    const voter = await newcomer();
    const demand = 'reduire-fortement-le-nombre-de-cameras';
    await voter.goto(`${base}/aubagne-2090`);
    await sees(voter, 'Ne s’engage pas');
    await voter.goto(`${base}/aubagne-2090/mouvements/une-ville-pour-tous/${demand}`);
    await sees(voter, 'Nous en ajouterons cent.');
    await sees(voter, 'Ce n’est pas ce que nous avons dit.');
    await voter.goto(`${base}/aubagne-2090/mouvements/agir-ici/${demand}`);
    await sees(voter, 'Nous retirerons tout, dès juin.');
    await sees(voter, 'La citation était incomplète.');

    await correct(editor, 'Nous retirerons tout, dès mai.');
    await wait(4, administrator, editor);
    await administrator.goto(`${base}${desk}/lecture`);
    await administrator.getByRole('link', { name: 'AGIR ICI' }).first().click();
    await administrator.locator('[name=code][value=commits]').check();
    await press(administrator, 'Choisir ce code');
    await press(administrator, 'Approuver');
    await sees(administrator, 'La loi interdit de rien changer en public');
    await voter.reload();
    expect(await textOf(voter)).not.toContain('dès mai');
  });
});
