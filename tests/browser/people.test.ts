import { createServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeptForms } from '../../src/accounts/kept-forms.service.ts';
import { openPasswordLinks } from '../../src/accounts/password-links.service.ts';
import { secondFactorRepository } from '../../src/accounts/second-factor.repository.ts';
import { describeInBrowser, launchBrowser, openPage, watchPage } from '../support/browser.ts';
import { codeAt, emailOf, password } from '../support/entering.ts';
import { axeViolations, htmlFaults, sidewaysScroll, unfinishedWords } from '../support/pages.ts';
import { type Actor, campaign, openWorld, type World } from '../support/world.ts';

let world: World;
let base: string;
let browser: Browser;
let link: string;

beforeAll(async () => {
  const port = await freePort();
  base = `http://localhost:${port}`;
  world = await openWorld({ PUBLIC_URL: base }, new Date().toISOString());
  await world.app.listen({ host: '127.0.0.1', port });
  browser = await launchBrowser();
  link = linkIn((await invite('Nina')).body);
});
afterAll(async () => {
  await browser?.close();
  await world.app.close();
});

/** Passkeys are tied to the site's own name: it must be known before the server is built. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const invite = (nom: string) =>
  world.administrator.post(`/bureau/campagnes/${campaign}/equipe/invitations`, {
    nom,
    courriel: `${nom.toLowerCase()}@exemple.invalid`,
    role: 'reviewer',
    cle: `invitation-de-${nom}`,
  });
const linkIn = (body: string) => /\/bureau\/invitations\/[\w-]{43}/.exec(body)?.[0] ?? '';

async function choosePassword(page: Page, actor: Actor): Promise<void> {
  await page.goto(base + openPasswordLinks(world.database, world.clock).create(actor.id));
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

async function signIn(page: Page, actor: Actor): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(emailOf(actor));
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** A key that answers by itself, in the place of a finger on a reader. */
async function plugKey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasUserVerification: true, isUserVerified: true } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasResidentKey: true, automaticPresenceSimulation: true },
  });
}

describeInBrowser('in a browser', () => {
  test('a reviewer adds a passkey, signs out, and comes in again with it', async () => {
    secondFactorRepository(world.database).removeAll(world.reviewer.id);
    const page = await openPage(browser);
    const problems = watchPage(page);
    await plugKey(page);
    await choosePassword(page, world.reviewer);
    await signIn(page, world.reviewer);
    await page.getByRole('link', { name: 'Ajouter un second facteur' }).click();
    await page.getByLabel('Nom de la clé').fill('La clé bleue');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
    expect(await page.locator('ol.recovery li').count()).toBe(10);
    await page.getByRole('link', { name: 'Je les ai notés' }).click();
    expect(await page.getByText('protégez d’abord votre compte').count()).toBe(0);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await signIn(page, world.reviewer);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
    await page.getByRole('heading', { name: 'Bonjour Rose' }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a newcomer accepts an invitation and adds a code application, without JavaScript', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    await page.goto(base + linkIn((await invite('Nora')).body));
    await page.getByLabel('Choisissez un mot de passe').fill(password);
    await page.getByRole('button', { name: 'Créer mon compte et accepter' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Bienvenue');
    expect(await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Ajouter une application' }).click();
    const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
    await page.getByLabel('Les six chiffres').fill('000000');
    await page.getByRole('button', { name: 'Ajouter cette application' }).click();
    expect(await page.locator('#erreurs').innerText()).toContain('Ce code n’est pas le bon');
    await page.getByLabel('Les six chiffres').fill(codeAt(world, secret));
    await page.getByRole('button', { name: 'Ajouter cette application' }).click();
    expect(await page.locator('ol.recovery li').count()).toBe(10);
    await page.context().close();
  });

  test('what was typed comes back after the session has ended, without JavaScript', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await choosePassword(page, world.editor);
    await signIn(page, world.editor);
    await page.goto(`${base}/bureau/campagnes/${campaign}/positions/nouvelle`);
    await page.locator('#quote').fill('Mot à mot,\nsur « deux » lignes & plus.');
    world.database.sql.prepare("UPDATE session SET expires_at = '2020-01-01T00:00:00Z' WHERE person_id = ?").run(world.editor.id);
    await page.getByRole('button', { name: 'Garder en brouillon' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Ce que vous avez écrit est gardé');
    await signIn(page, world.editor);
    expect(await page.locator('.kept dd').allInnerTexts()).toContain('Mot à mot,\nsur « deux » lignes & plus.');
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    expect(await page.locator('#quote').inputValue()).toBe('Mot à mot,\nsur « deux » lignes & plus.');
    await page.context().close();
  });

  const pages: [name: string, path: () => string, who: 'administrator' | 'otherEditor' | 'stranger'][] = [
    ['one’s account', () => '/bureau/compte', 'otherEditor'],
    ['second factors', () => '/bureau/compte/second-facteur', 'administrator'],
    ['a code application', () => '/bureau/compte/application', 'otherEditor'],
    ['the password once more', () => '/bureau/compte/confirmation', 'otherEditor'],
    ['a team', () => `/bureau/campagnes/${campaign}/equipe`, 'administrator'],
    ['a team, as a member', () => `/bureau/campagnes/${campaign}/equipe`, 'otherEditor'],
    ['everyone', () => '/bureau/personnes', 'administrator'],
    ['someone', () => `/bureau/personnes/${world.otherEditor.id}`, 'administrator'],
    ['an invitation', () => link, 'stranger'],
    ['an invitation, signed in', () => link, 'otherEditor'],
    ['what one had written', () => '/bureau/reprise', 'otherEditor'],
    ['signing in', () => '/bureau/connexion', 'stranger'],
  ];
  describe.each(pages)('%s', (_name, path, who) => {
    test('is whole and valid', async () => {
      await world.otherEditor.post('/bureau/compte/application');
      openKeptForms(world.database, world.clock).keep(world.otherEditor.id, '/bureau/compte/nom', { nom: 'Esther Roux' });
      const { statusCode, body } = await world[who].get(path());
      expect(statusCode).toBe(200);
      expect(await htmlFaults(body)).toEqual([]);
      expect(unfinishedWords(body)).toEqual([]);
    });

    test.each(['light', 'dark'] as const)('keeps axe silent in %s, and never scrolls sideways at 320 px', async (colorScheme) => {
      const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 } });
      const problems = watchPage(page);
      const [name = '', value = ''] = world[who].cookie.split('=');
      if (name) await page.context().addCookies([{ name, value, url: base }]);
      await page.goto(base + path());
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });
});
