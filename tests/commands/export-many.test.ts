import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { fileOf } from '../../src/commands/export/addresses.ts';
import { drawFrom } from '../../src/commands/export/draw.ts';
import { exportSection, type SectionReport } from '../../src/commands/export/section.ts';
import { campaignSection, sharedSection } from '../../src/commands/export/sections.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { inventedTown, manyCampaigns } from '../bench/many-campaigns.ts';

const origin = 'https://parole.example';
const count = 1001;
const { database, ledger } = manyCampaigns(count, inventedTown);
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin });
const app = await buildApp(config, database);
const sources = { config, ledger, standings: openStandings(ledger), clock: systemClock, common: '' };
let folder: string;
let report: SectionReport;
let alone: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parole-tenue-many-'));
  const write = (name: string, isAlone: boolean) =>
    exportSection(join(folder, name), sharedSection(sources, new Map()), drawFrom(app, { origin, alone: isAlone }), () => {});
  report = await write('copy', false);
  await write('alone', true);
  alone = await readFile(join(folder, 'alone/index.html'), 'utf8');
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (file: string) => readFile(join(folder, 'copy', file), 'utf8');

/** Where the links of a page lead, as files of the copy. */
async function linksOf(file: string): Promise<string[]> {
  const hrefs = [...(await text(file)).matchAll(/<a href="([^"#:]+)"/g)].map(([, href = '']) => href);
  return hrefs.map((href) => posix.join(posix.dirname(file), decodeURIComponent(href)));
}

describe('a copy of a thousand campaigns', () => {
  test('leads by links alone to every town, in both languages', async () => {
    expect(report.broken).toEqual([]);
    for (const [home, board] of [
      ['index.html', /^commune-\d+\/index\.html$/],
      ['en/index.html', /^en\/commune-\d+\/index\.html$/],
    ] as const) {
      const lists = (await linksOf(home)).filter((file) => /^(?:en\/)?campagnes\//.test(file));
      const towns = (await Promise.all(lists.map(linksOf))).flat().filter((file) => board.test(file));
      expect(new Set(towns).size).toBe(count);
    }
  });

  test('sends a search to the server, or to what a copy cannot do, and no script waits for it', async () => {
    expect(await text('index.html')).toContain(`<form class="search" action="${origin}/" role="search">`);
    expect(await text('en/campagnes/2/index.html')).toContain(`<form class="search" action="${origin}/en" role="search">`);
    expect(alone).toContain('<form class="search" action="copie/index.html" role="search">');
  });

  test('has every campaign in one file for programs, since its host knows no cursor', async () => {
    const shape = z.object({ campaigns: z.array(z.object({ slug: z.string() })), next: z.null() });
    const { campaigns } = shape.parse(JSON.parse(await text('api/v1/campaigns/index.json')));
    expect(new Set(campaigns.map(({ slug }) => slug)).size).toBe(count);
  });

  test('has the map of maps, and each map belongs to its campaign: it is drawn again with it alone', async () => {
    expect(await readdir(join(folder, 'copy'))).toEqual(
      expect.arrayContaining(['sitemap.xml', 'sitemap_site.xml', 'robots.txt']),
    );
    const section = campaignSection(sources, 'commune-3');
    expect(section.starts().filter((address) => address.includes('sitemap'))).toEqual(['/sitemap-commune-3.xml']);
    expect(section.owns('/sitemap-commune-3.xml')).toBe(true);
    expect(sharedSection(sources, new Map()).owns('/sitemap-commune-3.xml')).toBe(false);
    expect(fileOf('/sitemap-commune-3.xml')).toBe('sitemap-commune-3.xml');
    expect(
      campaignSection(sources, 'commune-20')
        .starts()
        .filter((address) => address.includes('sitemap')),
    ).toEqual([]);
  });
});
