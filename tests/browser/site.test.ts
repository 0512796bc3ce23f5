import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { readConfig } from '../../src/config.ts';
import { inLanguage } from '../../src/lib/language.ts';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { seenEverywhere, sidewaysAnywhere, toldWithAndWithoutJavaScript } from '../support/page-checks.ts';
import { htmlFaults, listen, unfinishedWords } from '../support/pages.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
seedCampaign(database, join(seedsFolder, 'exemple'));
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const base = await listen(app);
let browser: Browser;

/** One page of every kind, of the real campaign and of the one that has every state. */
const kinds: [name: string, path: string][] = [
  ['home', '/'],
  ['the scoreboard', '/marseille-2020'],
  ['a scoreboard with every state', '/exemple'],
  ['a scoreboard in English', '/en/exemple'],
  ['a narrowed scoreboard', '/exemple?ordre=nom&position=refuses&secteur=1'],
  ['a scoreboard that nothing matches', '/marseille-2020?reponse=oui'],
  ['the way to a sector', '/marseille-2020/secteurs'],
  ['the ballot of a post code', '/marseille-2020/secteurs?ou=13005'],
  ['a place that may be two', '/en/marseille-2020/secteurs?ou=5'],
  ['a place that is nowhere', '/marseille-2020/secteurs?ou=%3Cb%3E75020'],
  ['nothing compared yet', '/marseille-2020/comparer'],
  ['three compared', '/exemple/comparer?liste=aube-nouvelle&liste=cap-ensemble&liste=secteur-1-tour-2-panneau-2'],
  ['everyone compared', '/marseille-2020/comparer?liste=toutes'],
  ['everyone compared, in English', '/en/exemple/comparer?liste=toutes'],
  ['what matters, unsaid', '/exemple/ce-qui-compte'],
  ['what matters', '/en/exemple/ce-qui-compte?demande=moins-de-cameras&demande=un-comite-de-controle'],
  ['two rounds', '/marseille-2020/tours'],
  ['two rounds, in English', '/en/exemple/tours'],
  ['a sector in English', '/en/exemple/secteurs/2'],
  ['home, in English', '/en'],
  ['a letter', '/marseille-2020/lettre'],
  ['a sector', '/marseille-2020/secteurs/4'],
  ['a sector that differs', '/exemple/secteurs/2'],
  ['a movement', '/marseille-2020/mouvements/printemps-marseillais'],
  ['a corrected movement', '/exemple/mouvements/aube-nouvelle'],
  ['a proof', '/marseille-2020/mouvements/printemps-marseillais/reduire-les-cameras'],
  ['a contradiction', '/exemple/mouvements/port-clair-d-abord/moins-de-cameras'],
  ['a proof with lists that differ', '/exemple/mouvements/aube-nouvelle/moins-de-cameras'],
  ['a silence', '/exemple/mouvements/horizon-commun/moins-de-cameras'],
  ['a list', '/marseille-2020/listes/secteur-4-tour-1-panneau-3'],
  ['a merged list', '/exemple/listes/secteur-1-tour-2-panneau-2'],
  ['a demand', '/marseille-2020/demandes/reduire-les-cameras'],
  ['a letter in a fictional town', '/exemple/lettre'],
  ['a silence of the real campaign', '/marseille-2020/mouvements/unir/creer-un-comite-citoyen'],
  ['the longest of the real labels', '/marseille-2020/listes/secteur-1-tour-2-panneau-4'],
  ['a method', '/marseille-2020/methode'],
  ['corrections', '/exemple/corrections'],
  ['no correction', '/marseille-2020/corrections'],
  ['a right of reply explained', '/marseille-2020/droit-de-reponse'],
  ['the same in simple words', '/marseille-2020/en-mots-simples'],
  ['a poster', '/marseille-2020/affiche'],
  ['what was tested', '/accessibilite'],
  ['what is kept', '/confidentialite'],
  ['a legal notice', '/mentions-legales'],
  ['a proof held at an edition', '/exemple/editions/2/mouvements/aube-nouvelle/un-comite-de-controle'],
];

/** The same in the other language, unless it is there already. */
const english = kinds
  .map(([name, path]): [string, string] => [`${name}, in English`, inLanguage(path, 'en')])
  .filter(([, path]) => !kinds.some(([, known]) => known === path));

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

describe.each([...kinds, ...english])('%s', (_name, path) => {
  test('is whole and valid', async () => {
    const { statusCode, body } = await app.inject(path);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    expect(unfinishedWords(body)).toEqual([]);
  });
});

const missing: [string, string][] = [
  ['what is not there', '/nulle-part'],
  ['what is not there, in English', '/en/nowhere/at/all'],
];

/** One template draws both languages: in a browser, one English page of each kind with much text is enough. */
const shown = [
  'a letter',
  'a proof',
  'a contradiction',
  'a movement',
  'a list',
  'a demand',
  'corrections',
  'a method',
  'a poster',
];
const seenInEnglish = english.filter(([name]) => shown.some((kind) => name === `${kind}, in English`));

/** One visit answers many questions: a page is loaded twice, with JavaScript and without. */
describeInBrowser('in a browser', () => {
  describe.each([...kinds, ...seenInEnglish, ...missing])('%s', (_name, path) => {
    test('keeps axe silent in light, in dark and on a small screen, and itself', async () => {
      const { violations, problems } = await seenEverywhere(browser, base + path);
      expect(violations).toEqual([]);
      const isMissing = missing.some(([, address]) => address === path);
      expect(problems.filter((each) => !(isMissing && each.includes('404')))).toEqual([]);
    });

    test('never scrolls sideways, at 320 px, nor with its text twice as large', async () => {
      expect(await sidewaysAnywhere(browser, base + path)).toEqual([0, 0]);
    });

    test('says the same without JavaScript', async () => {
      const [withIt, without] = await toldWithAndWithoutJavaScript(browser, base + path);
      expect(withIt).toBe(without);
    });
  });
});
