import { describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { legalSettings, readConfig } from '../../src/config.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { inLanguage, languages } from '../../src/lib/language.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
const settings = Object.fromEntries(
  legalSettings.map((name) => [name, name === 'CONTACT_EMAIL' ? 'ici@example.org' : `Voici ${name.toLowerCase()} & <co>`]),
);
const SOURCE_URL = 'https://code.example.org/parole';
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', SOURCE_URL, ...settings }), database);

const ofTheSite = ['accessibilite', 'confidentialite', 'mentions-legales'];
const ofCampaigns = ['methode', 'corrections', 'droit-de-reponse', 'en-mots-simples'];

describe.each(languages)('in %s', (language) => {
  const at = (path: string) => inLanguage(path, language);

  test('why one may believe a page is at the foot of every page', async () => {
    for (const path of ['/marseille-2020', '/marseille-2020/lettre', '/marseille-2020/mouvements/unir']) {
      const { body } = await app.inject(at(path));
      for (const name of ofTheSite) expect(body).toContain(`href="${at(`/${name}`)}"`);
      for (const name of ofCampaigns) expect(body).toContain(`href="${at(`/marseille-2020/${name}`)}"`);
    }
    for (const path of ['/', '/nulle/part', '/accessibilite']) {
      const { body } = await app.inject(at(path));
      for (const name of ofTheSite) expect(body).toContain(`href="${at(`/${name}`)}"`);
    }
  });

  test('each is there, and leaves no hole', async () => {
    const paths = [...ofTheSite.map((name) => `/${name}`), ...ofCampaigns.map((name) => `/marseille-2020/${name}`)];
    for (const path of paths) {
      const { statusCode, body } = await app.inject(at(path));
      expect([path, statusCode]).toEqual([path, 200]);
      expect(body).not.toMatch(/\{\{|\}\}/);
    }
  });

  test('the legal notice says each thing that the law asks for, as text', async () => {
    const { body } = await app.inject(at('/mentions-legales'));
    for (const name of legalSettings.filter((each) => each !== 'CONTACT_EMAIL')) {
      expect(body).toContain(`Voici ${name.toLowerCase()} &amp; &lt;co&gt;`);
    }
    expect(body).toContain('href="mailto:ici@example.org"');
    expect(body).toContain(`href="${SOURCE_URL}"`);
  });
});

test('in a freeze, every living page of the campaign says so and until when; what an edition held says nothing that passes', async () => {
  const clock = { now: () => new Date('2020-06-27T10:00:00Z') };
  const frozen = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database, clock);
  expect(openLedger(database).newestNumber('marseille-2020')).toBeGreaterThan(0);
  for (const path of ['', '/lettre', '/secteurs/4', '/mouvements/unir', '/methode', '/corrections']) {
    expect((await frozen.inject(`/marseille-2020${path}`)).body).toMatch(/Jusqu’au 28\sjuin 2020 à\s20\sh\s00/);
    expect((await frozen.inject(`/en/marseille-2020${path}`)).body).toMatch(/Until 28\sJune 2020 at\s20:00/);
  }
  expect((await frozen.inject('/marseille-2020/editions/1')).body).not.toContain('class="freeze"');
  expect((await app.inject('/marseille-2020')).body).not.toContain('class="freeze"');
});

test('an error speaks the language of its address', async () => {
  expect((await app.inject('/rien/du/tout')).body).toContain('<html lang="fr">');
  const english = await app.inject('/en/rien/du/tout');
  expect([english.statusCode, english.body.includes('There is no such page')]).toEqual([404, true]);
});
