import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/open.ts';
import { openLedger } from '../../ledger/ledger.service.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { openStandings } from '../../standings/standings.service.ts';
import { campaignNamed, fileOf } from './addresses.ts';
import { commonBasis } from './basis.ts';
import { drawFrom } from './draw.ts';
import { headersFile, htaccess } from './hosts.ts';
import { listManifests } from './manifest.ts';
import type { Section } from './plan.ts';
import { exportSection, type SectionReport } from './section.ts';
import { campaignSection, goneSection, type Sources, sharedSection } from './sections.ts';

export type ExportReport = Omit<SectionReport, 'outside'>;

export interface ExportOptions {
  /** No server answers at PUBLIC_URL: what needs one leads to a page that says so. */
  alone?: boolean;
  clock?: Clock;
  step?: (progress: Progress) => void;
}

/** How far an export is. */
export interface Progress {
  /** How many campaigns are done, and how many there are. */
  done: number;
  campaigns: number;
  files: number;
}

/**
 * Writes the whole public site as plain files, by reading it as a visitor would: campaign after campaign, so that it takes the memory of
 * one. What has not changed is not even drawn. Cut short, it goes on where it was.
 */
export async function exportSite(
  config: Config,
  database: Database,
  folder: string,
  { alone = false, clock = systemClock, step = () => {} }: ExportOptions = {},
): Promise<ExportReport> {
  const app = await buildApp({ ...config, LOG_LEVEL: 'silent' }, database, clock, false);
  const ledger = openLedger(database);
  const campaigns = ledger.listCampaigns();
  const sources: Sources = { config, ledger, standings: openStandings(ledger), clock, common: commonBasis(config, alone) };
  const draw = drawFrom(app, { origin: config.publicUrl, alone });
  const total: ExportReport = { files: 0, written: 0, removed: 0, broken: [] };
  const asked = new Map<string, string>();

  async function add(section: Section, done: number): Promise<void> {
    const tell = (files: number) => step({ done, campaigns: campaigns.length, files: total.files + files });
    const report = await exportSection(folder, section, draw, tell);
    total.files += report.files;
    total.written += report.written;
    total.removed += report.removed;
    total.broken.push(...report.broken);
    for (const address of report.outside) if (!asked.has(address)) asked.set(address, section.name);
    tell(0);
  }

  await mkdir(folder, { recursive: true });
  try {
    for (const name of await listManifests(folder)) {
      const gone = goneSection(sources, name);
      if (gone) await add(gone, 0);
    }
    for (const [index, campaign] of campaigns.entries()) await add(campaignSection(sources, campaign), index);
    await add(sharedSection(sources, asked), campaigns.length);
    total.broken.push(...missingCampaignPages(folder, new Set(campaigns), asked));
    await writeHostFiles(config, folder, alone);
    return total;
  } finally {
    await app.close();
  }
}

/** A campaign is drawn before what leads to it from elsewhere is known: it must have had the page by itself. */
function missingCampaignPages(folder: string, campaigns: ReadonlySet<string>, asked: ReadonlyMap<string, string>) {
  return [...asked]
    .map(([address, from]) => ({ address, from }))
    .filter(({ address }) => campaigns.has(campaignNamed(address)) && !existsSync(join(folder, fileOf(address))));
}

async function writeHostFiles(config: Config, folder: string, alone: boolean): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const formsGoTo = alone ? null : config.publicUrl;
  await writeChanged(join(folder, '_headers'), headersFile(config, folders, formsGoTo));
  await writeChanged(join(folder, '.htaccess'), htaccess(config, formsGoTo));
}

async function writeChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) !== text) await writeFile(path, text);
}
