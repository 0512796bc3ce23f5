import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSite } from '../../src/commands/export/export-site.ts';
import { readConfig } from '../../src/config.ts';
import { position } from '../support/town.ts';
import { manyCampaigns } from './many-campaigns.ts';

/** Exports this many small campaigns into a folder of its own, again with nothing changed, and again after one has a new edition. */
const campaigns = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), 'parole-tenue-bench-export-'));
const config = readConfig({
  NODE_ENV: 'production',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'https://parole.example',
  DATA_DIR: folder,
});
try {
  const { database, ledger } = manyCampaigns(campaigns);
  const write = () => timed(() => exportSite(config, database, join(folder, 'site')));
  const first = await write();
  const peak = process.resourceUsage().maxRSS / 1000;
  const again = await write();
  const entry = position({ movement: 'horizon', demand: 'cameras', stance: 'refuses' });
  ledger.publish('commune-1', [entry], { publishedAt: '2020-03-14T10:00:00Z' });
  const after = await write();
  const { files, broken } = first.report;
  process.stdout.write(
    JSON.stringify({
      ...{ campaigns, files, broken: broken.length, seconds: first.seconds, peak },
      ...{ againSeconds: again.seconds, againWritten: again.report.written },
      ...{ editionSeconds: after.seconds, editionWritten: after.report.written },
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function timed<T>(work: () => Promise<T>): Promise<{ report: T; seconds: number }> {
  const start = performance.now();
  const report = await work();
  return { report, seconds: (performance.now() - start) / 1000 };
}
