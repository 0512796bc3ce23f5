import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSite } from '../../src/commands/export/export-site.ts';
import { readConfig } from '../../src/config.ts';
import { manyCampaigns } from './many-lists.ts';

/** Exports this many small campaigns into a folder of its own, then again with nothing changed, and says how it went. */
const campaigns = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), 'parole-tenue-bench-export-'));
const config = readConfig({
  NODE_ENV: 'production',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'https://parole.example',
  DATA_DIR: folder,
});
try {
  const database = manyCampaigns(campaigns);
  const first = await timed(() => exportSite(config, database, join(folder, 'site')));
  const again = await timed(() => exportSite(config, database, join(folder, 'site')));
  const { files, broken } = first.report;
  const peak = process.resourceUsage().maxRSS / 1000;
  const figures = { campaigns, files, broken: broken.length, seconds: first.seconds, peak };
  process.stdout.write(JSON.stringify({ ...figures, againSeconds: again.seconds, againWritten: again.report.written }));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function timed<T>(work: () => Promise<T>): Promise<{ report: T; seconds: number }> {
  const start = performance.now();
  const report = await work();
  return { report, seconds: (performance.now() - start) / 1000 };
}
