import { describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { inLanguage, languageOf } from '../../src/lib/language.ts';
import { seeded } from '../support/seeded.ts';

test.each([
  ['/', 'en', '/en'],
  ['/en', 'fr', '/'],
  ['/marseille-2020', 'en', '/en/marseille-2020'],
  ['/en/marseille-2020/lettre', 'fr', '/marseille-2020/lettre'],
  ['/en/marseille-2020', 'en', '/en/marseille-2020'],
  ['/engagements', 'fr', '/engagements'],
] as const)('%s in %s is %s', (path, language, address) => {
  expect(inLanguage(path, language)).toBe(address);
  expect(languageOf(address)).toBe(language);
});

describe('a reader keeps what they chose from page to page', async () => {
  const { database } = seeded('exemple');
  const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
  /** Feeds and files have no language. */
  const isFile = (href: string) => href.includes('atom') || /\.(?:csv|json|xlsx|ods|zip|png|svg|ico)$/.test(href);
  const ofTheSite = /^(?:\/en)?\/(?:accessibilite|confidentialite|mentions-legales)$/;
  /** The banner of an old edition and the list of editions are the ways out of it. */
  const waysOut = /<aside class="held"[\s\S]*?<\/aside>|href="[^"]*\/editions(?:#[^"]*)?"/g;
  const own = (body: string) =>
    [...body.replace(waysOut, '').matchAll(/href="(\/(?!assets)[^"#]*)/g)]
      .map(([, href = '']) => href)
      .filter((href) => !isFile(href) && !ofTheSite.test(href));

  test.each([
    ['English', '/en/exemple', /^\/(?:en(?:\/|$)|exemple$)/],
    [
      'an edition',
      '/exemple/editions/1',
      /^\/(?:$|exemple\/editions\/1|en\/exemple\/editions\/1$|exemple\/integrer\?edition=1$)/,
    ],
    [
      'an edition, in English',
      '/en/exemple/editions/1/lettre',
      /^\/(?:en$|en\/exemple\/editions\/1|exemple\/editions\/1\/lettre$)/,
    ],
  ])('%s', async (_name, url, kept) => {
    const { statusCode, body } = await app.inject(url);
    expect(statusCode).toBe(200);
    expect(own(body).length).toBeGreaterThan(3);
    expect(own(body).filter((href) => !kept.test(href))).toEqual([]);
  });

  test('caches keep what an edition held for an hour, so that a redaction reaches them; what is living for a minute', async () => {
    expect((await app.inject('/exemple/editions/1')).headers['cache-control']).toMatch(/^public, max-age=3600(?!.*immutable)/);
    expect((await app.inject('/exemple')).headers['cache-control']).toMatch(/^public, max-age=60,/);
  });

  test.each(['0', '01', '99', '-1', '1e0', 'x'])('there is no edition %s', async (edition) => {
    expect((await app.inject(`/exemple/editions/${edition}`)).statusCode).toBe(404);
  });
});
