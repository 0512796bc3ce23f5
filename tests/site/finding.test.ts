import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { readConfig } from '../../src/config.ts';
import { jsonForHtml } from '../../src/lib/html.ts';
import { languages } from '../../src/lib/language.ts';
import { seeded } from '../support/seeded.ts';

const origin = 'https://parole.example.org';
const { database } = seeded('marseille-2020');
seedCampaign(database, join(seedsFolder, 'exemple'));
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), database);

const twice = <T>(all: readonly T[]) => all.filter((each, index) => all.indexOf(each) !== index);
const urlset = z.object({ urlset: z.object({ url: z.array(z.object({ loc: z.string(), lastmod: z.string().optional() })) }) });

describe('a search engine', () => {
  test('is told where the map of the site is, and what is not for it', async () => {
    const { body } = await app.inject('/robots.txt');
    expect(body).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(body).toContain('Disallow: /bureau');
  });

  test('finds in the map every page there is, once, in both languages, and each can be read', async () => {
    const { body, headers } = await app.inject('/sitemap.xml');
    expect(headers['content-type']).toContain('application/xml');
    expect(XMLValidator.validate(body)).toBe(true);
    const locations = urlset.parse(new XMLParser().parse(body)).urlset.url.map(({ loc }) => loc);
    expect(new Set(locations).size).toBe(locations.length);
    expect(locations.filter((each) => /^\/en(?:\/|$)/.test(each.slice(origin.length))).length).toBe(locations.length / 2);
    for (const kind of ['/marseille-2020', '/marseille-2020/lettre', '/en/marseille-2020/mouvements/unir/reduire-les-cameras']) {
      expect(locations).toContain(origin + kind);
    }
    expect(locations.filter((each) => each.includes('/exemple') || each.includes('/bureau'))).toEqual([]);
    const answers = await Promise.all(locations.map((each) => app.inject(each.slice(origin.length))));
    expect(answers.filter(({ statusCode }) => statusCode !== 200).map((each) => each.raw.req.url)).toEqual([]);
    for (const language of languages) {
      const bodies = answers.map(({ body: html }) => html).filter((html) => html.includes(`<html lang="${language}">`));
      const found = (pattern: RegExp) => bodies.map((html) => pattern.exec(html)?.[1] ?? '');
      expect(twice(found(/<title>([^<]*)/))).toEqual([]);
      expect(twice(found(/<meta name="description" content="([^"]*)/))).toEqual([]);
    }
  });

  test('is given one address for each page, whatever its query, and the same page in each language', async () => {
    const { body } = await app.inject('/en/marseille-2020?ordre=panneau');
    expect(body).toContain(`<link rel="canonical" href="${origin}/en/marseille-2020">`);
    expect(body).toContain(`<link rel="alternate" hreflang="fr" href="${origin}/marseille-2020">`);
    expect(body).toContain(`<link rel="alternate" hreflang="x-default" href="${origin}/marseille-2020">`);
  });

  test('is asked to leave alone what is held at an edition, and what is fictional', async () => {
    for (const path of ['/marseille-2020/editions/1', '/exemple']) expect((await app.inject(path)).body).toContain('noindex');
    expect((await app.inject('/marseille-2020')).body).not.toContain('noindex');
  });

  test('of data finds the board described, and its files', async () => {
    const { body } = await app.inject('/marseille-2020');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body) ?? [];
    const dataset = z.looseObject({ distribution: z.array(z.object({ contentUrl: z.string() })) }).parse(JSON.parse(json));
    expect(dataset).toMatchObject({ '@type': 'Dataset', url: `${origin}/marseille-2020`, isAccessibleForFree: true });
    for (const { contentUrl } of dataset.distribution) {
      expect((await app.inject(contentUrl.slice(origin.length))).statusCode).toBe(200);
    }
  });
});

test('no text can close the script that describes the data', () => {
  const hostile = { name: '</script><script>alert(1)</script><!-- &' };
  expect(jsonForHtml(hostile)).not.toMatch(/[<>&]/);
  expect(JSON.parse(jsonForHtml(hostile))).toEqual(hostile);
});

test('whoever prints the poster finds the demands, and a code that leads to the board', async () => {
  const { body } = await app.inject('/marseille-2020/affiche');
  expect(body).toContain('aria-label="Code QR\u00a0: parole.example.org/marseille-2020"');
  expect(body).toContain('Réduire fortement le nombre de caméras');
  expect(await readQr(body)).toBe(`${origin}/marseille-2020`);
});

/** What a phone reads in the code that a page draws. */
async function readQr(html: string): Promise<string> {
  const [, box = '', path = ''] = /<svg class="qr" viewBox="([^"]+)".*?<path d="([^"]+)"/.exec(html) ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="400" height="400"><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}
