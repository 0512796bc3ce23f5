import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, openDataFolder } from '../../src/commands/open-data-folder.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { position } from '../support/town.ts';
import { median } from './load.ts';
import { inventedTown, manyCampaigns } from './many-campaigns.ts';
import { type Server, startSite } from './servers.ts';
import { aligned, milliseconds, whole } from './table.ts';

/** What depends on every campaign, and one page that does not. */
const asked = [
  ['home', '/'],
  ['a search for a town', '/?ville=bel&voir=liste'],
  ['map of maps', '/sitemap.xml'],
  ['a document that nothing names', `/pieces/${'0'.repeat(64)}`],
  ['campaigns, for programs', '/api/v1/campaigns'],
  ['one scoreboard', '/commune-1'],
] as const;
const editions = 7;

/** A thousand small campaigns beside one: what is read of all of them, each time right after an edition of one campaign, and memory. */
export async function benchThousand(folder: string): Promise<string> {
  const [one, thousand] = [await readAfterEditions(folder, 1), await readAfterEditions(folder, 1000)];
  const rows = asked.map(([name], index) => {
    const [alone = Number.NaN, among = Number.NaN] = [one.times[index], thousand.times[index]];
    return [name, milliseconds(alone), milliseconds(among), (among / alone).toFixed(1)];
  });
  const memory = ['memory', `${whole(one.memory)} MB`, `${whole(thousand.memory)} MB`, (thousand.memory / one.memory).toFixed(1)];
  return aligned([['drawn after an edition', 'one campaign', 'a thousand', 'ratio'], ...rows, memory]);
}

async function readAfterEditions(folder: string, count: number): Promise<{ times: number[]; memory: number }> {
  const DATA_DIR = join(folder, `campaigns-${count}`);
  mkdirSync(DATA_DIR);
  const { database } = manyCampaigns(count, inventedTown);
  database.sql.prepare('VACUUM INTO ?').run(databaseFile({ DATA_DIR }));
  const server = await startSite(DATA_DIR);
  try {
    const times: number[][] = asked.map(() => []);
    for (const [, path] of asked) await timeOf(server, path);
    for (let edition = 0; edition < editions; edition += 1) {
      await publish(DATA_DIR);
      for (const [index, [, path]] of asked.entries()) times[index]?.push(await timeOf(server, path));
    }
    return { times: times.map(median), memory: await server.memory() };
  } finally {
    await server.stop();
  }
}

/** Another process has published: a server sees it within a tenth of a second. */
async function publish(dataDir: string): Promise<void> {
  const database = openDataFolder({ DATA_DIR: dataDir });
  const entry = position({ movement: 'horizon', demand: 'cameras', stance: 'refuses' });
  openLedger(database).publish('commune-1', [entry], { publishedAt: new Date().toISOString() });
  database.sql.close();
  await new Promise((resolve) => setTimeout(resolve, 150));
}

async function timeOf(server: Server, path: string): Promise<number> {
  const start = performance.now();
  await (await fetch(server.url + path)).text();
  return performance.now() - start;
}
