import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LedgerReader } from '../../ledger/ledger.service.ts';

const folders = ['src', 'views', 'public'].map((name) => fileURLToPath(new URL(`../../../${name}/`, import.meta.url)));

/** Everything that a page held at an edition depends on, but the edition: the program, the address, and what was redacted since. */
export function basisOf(ledger: LedgerReader, publicUrl: string): string {
  const hash = createHash('sha256').update(publicUrl);
  for (const path of folders.flatMap(filesIn)) hash.update(readFileSync(path));
  for (const campaign of ledger.listCampaigns()) {
    for (const { kind, subject } of ledger.listStoredEntries(campaign, Number.MAX_SAFE_INTEGER)) {
      if (kind === 'redaction') hash.update(`${campaign} ${subject} `);
    }
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
