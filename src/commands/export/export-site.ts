import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from '../../app.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../db/open.ts';
import { openLedger } from '../../ledger/ledger.service.ts';
import { fileOf, isStatic } from './addresses.ts';
import { basisOf } from './basis.ts';
import { headersFile, htaccess } from './hosts.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';
import { type Rewritten, rewritePage, rewriteStyle } from './rewrite.ts';
import { startingPoints } from './starting-points.ts';
import { removeForms, writeForms } from './write.ts';

export interface ExportReport {
  files: number;
  written: number;
  removed: number;
  /** Addresses that a page leads to and that are not there. */
  broken: { address: string; from: string }[];
}

type Known = Manifest['files'][string];

/** Writes the whole public site as plain files, by reading it as a visitor would. Only what has changed is written. */
export async function exportSite(
  config: Config,
  database: Database,
  folder: string,
  step: (done: number, all: number) => void = () => {},
): Promise<ExportReport> {
  const app = await buildApp({ ...config, LOG_LEVEL: 'silent' }, database);
  const ledger = openLedger(database);
  const before = await readManifest(folder);
  const basis = basisOf(ledger, config.publicUrl);
  const after: Manifest = { basis, files: {} };
  const report: ExportReport = { files: 0, written: 0, removed: 0, broken: [] };
  const waiting: { address: string; from: string }[] = startingPoints(ledger).map((address) => ({ address, from: '' }));
  const seen = new Set(waiting.map(({ address }) => address));
  await mkdir(folder, { recursive: true });
  try {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { address, from } = next;
      const file = fileOf(address);
      const old = before.files[file];
      const isKept = before.basis === basis && old?.held === true;
      const fresh = isKept ? null : await made(app, config.publicUrl, address);
      const known = isKept ? old : fresh?.known;
      if (!known) {
        report.broken.push({ address, from });
        continue;
      }
      if (fresh && known.sha256 !== old?.sha256) {
        await writeForms(folder, file, fresh.bytes);
        report.written++;
      }
      after.files[file] = known;
      for (const link of known.links) {
        if (seen.has(link) || !isStatic(link)) continue;
        seen.add(link);
        waiting.push({ address: link, from: address });
      }
      report.files++;
      step(report.files, report.files + waiting.length);
    }
    report.removed = await removeOld(folder, before, after);
    await writeFile(join(folder, '_headers'), headersFile(config, Object.keys(after.files)));
    await writeFile(join(folder, '.htaccess'), htaccess(config));
    await writeFile(join(folder, manifestName), JSON.stringify(after));
    return report;
  } finally {
    await app.close();
  }
}

/** What an address answers, ready to be written; null when there is nothing there. */
async function made(
  app: Awaited<ReturnType<typeof buildApp>>,
  origin: string,
  address: string,
): Promise<{ known: Known; bytes: Buffer } | null> {
  const response = await app.inject({ url: address, headers: { 'accept-encoding': 'identity' } });
  if (response.statusCode !== 200) return null;
  const { text, links } = rewritten(String(response.headers['content-type']), response.payload, address, origin);
  const bytes = text === null ? response.rawPayload : Buffer.from(text);
  const held = String(response.headers['cache-control']).includes('immutable') && /\/editions\/\d+/.test(address);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { known: { address, sha256, links: [...new Set(links)], held }, bytes };
}

function rewritten(type: string, body: string, address: string, origin: string): Rewritten | { text: null; links: [] } {
  if (type.startsWith('text/html')) return rewritePage(body, address, origin);
  return type.startsWith('text/css') ? rewriteStyle(body, address) : { text: null, links: [] };
}

async function removeOld(folder: string, before: Manifest, after: Manifest): Promise<number> {
  const gone = Object.keys(before.files).filter((file) => !Object.hasOwn(after.files, file));
  for (const file of gone) await removeForms(folder, file);
  return gone.length;
}
