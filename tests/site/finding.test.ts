import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { readConfig } from '../../src/config.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { jsonForHtml } from '../../src/lib/html.ts';
import { languages } from '../../src/lib/language.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { inventedTown, manyCampaigns } from '../bench/many-campaigns.ts';
import { seeded } from '../support/seeded.ts';
import { position } from '../support/town.ts';

const origin = 'https://parole.example.org';
const { database } = seeded('marseille-2020');
seedCampaign(database, join(seedsFolder, 'exemple'));
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), database);

const twice = <T>(all: readonly T[]) => all.filter((each, index) => all.indexOf(each) !== index);
const listed = z.object({ loc: z.url().max(2047), lastmod: z.iso.datetime().optional() });
const namespace = z.literal('http://www.sitemaps.org/schemas/sitemap/0.9');
const index = z.object({ sitemapindex: z.object({ '@_xmlns': namespace, sitemap: z.array(listed).min(1).max(50_000) }) });
const urlset = z.object({ urlset: z.object({ '@_xmlns': namespace, url: z.array(listed).min(1).max(50_000) }) });
const xml = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'sitemap' || name === 'url' });

/** A map as the rules of sitemaps.org want it: XML in UTF-8 of at most 50 MB, at the root, since it names what is under its own address. */
async function map(path: string, from = app): Promise<unknown> {
  const { statusCode, headers, body } = await from.inject(path);
  expect([path, statusCode, headers['content-type']]).toEqual([path, 200, 'application/xml; charset=utf-8']);
  expect(path.lastIndexOf('/')).toBe(0);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(50 * 1024 * 1024);
  expect(XMLValidator.validate(body)).toBe(true);
  expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  return xml.parse(body);
}
const pathOf = (loc: string) => loc.slice(origin.length);

describe('a search engine', () => {
  test('is told where the map of the site is, and what is not for it', async () => {
    const { body } = await app.inject('/robots.txt');
    expect(body).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(body).toContain('Disallow: /bureau');
  });

  test('finds a map for each real campaign, that says when it last changed, and one for what belongs to none', async () => {
    const state = openStandings(openLedger(database)).find('marseille-2020');
    const maps = index.parse(await map('/sitemap.xml')).sitemapindex.sitemap;
    expect(maps.map(({ loc }) => loc)).toEqual([`${origin}/sitemap_site.xml`, `${origin}/sitemap-marseille-2020.xml`]);
    expect(maps[1]?.lastmod).toBe(state?.edition.publishedAt);
    const own = urlset.parse(await map('/sitemap-marseille-2020.xml')).urlset.url;
    expect([...new Set(own.map(({ lastmod }) => lastmod))]).toEqual([state?.edition.publishedAt]);
    for (const path of ['/sitemap-exemple.xml', '/sitemap-personne.xml']) expect((await app.inject(path)).statusCode).toBe(404);
  });

  test('finds a map for each of a thousand campaigns, and only what changed is dated anew', async () => {
    const { database: many, ledger } = manyCampaigns(1000, inventedTown);
    const thousand = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin }), many);
    onTestFinished(() => thousand.close());
    const read = async () => index.parse(await map('/sitemap.xml', thousand)).sitemapindex.sitemap;
    const before = await read();
    expect(before.length).toBe(951);
    expect(new Set(before.map(({ loc }) => loc)).size).toBe(951);
    for (const { loc } of before.slice(0, 3)) urlset.parse(await map(pathOf(loc), thousand));
    const demand = position({ movement: 'horizon', demand: 'cameras', stance: 'refuses' });
    ledger.publish('commune-3', [demand], { publishedAt: '2026-03-12T10:00:00Z' });
    const changed = (await read()).filter((each, at) => each.lastmod !== before[at]?.lastmod);
    expect(changed.map(({ loc }) => pathOf(loc))).toEqual(['/sitemap_site.xml', '/sitemap-commune-3.xml']);
    expect(changed.every(({ lastmod }) => lastmod === '2026-03-12T10:00:00Z')).toBe(true);
  });

  test('finds in the maps every page there is, once, in both languages, and each can be read', async () => {
    const maps = index.parse(await map('/sitemap.xml')).sitemapindex.sitemap;
    const each = await Promise.all(maps.map(async ({ loc }) => urlset.parse(await map(pathOf(loc))).urlset.url));
    const locations = each.flat().map(({ loc }) => loc);
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
