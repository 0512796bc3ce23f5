import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config.ts';
import type { LedgerReader } from '../../ledger/ledger.service.ts';

const here = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const folders = ['src', 'views', 'public'].map(here);
/** Which packages draw, compress and set: with another one, a page may be another. */
const packages = here('package-lock.json');

/** Settings that no public page shows. Secrets are among them: what is made of settings is published with the copy. */
const unseen: ReadonlySet<string> = new Set<keyof Config>([
  'HOST',
  'PORT',
  'DATA_DIR',
  'SMTP_URL',
  'MAIL_FROM',
  'SECOND_FACTOR_KEY',
  'TRUSTED_PROXIES',
  'LOG_LEVEL',
]);

/** What every page depends on: the program, its packages and the settings that pages show. */
export function commonBasis(config: Config, alone: boolean): string {
  const seen = Object.entries(config).filter(([name]) => !unseen.has(name));
  const hash = createHash('sha256').update(JSON.stringify([seen.sort(), config.SMTP_URL !== '', alone]));
  for (const path of [...folders.flatMap(filesIn), packages]) if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** What the pages of one campaign depend on besides: those of today, and those held at each edition. */
export function basesOf(ledger: LedgerReader, campaign: string, common: string, freeze: unknown): Map<string, string> {
  const editions = ledger.listEditions(campaign);
  const redacted = ledger
    .listStoredEntries(campaign, Number.MAX_SAFE_INTEGER)
    .filter(({ kind }) => kind === 'redaction')
    .map(({ subject }) => subject);
  const held = editions.map(({ number, hash }): [string, string] => [String(number), digest(common, hash, redacted)]);
  return new Map([['living', digest(common, editions.at(-1)?.hash, freeze)], ...held]);
}

/** What the pages that belong to no campaign depend on: which campaigns there are, and their newest editions. */
export function sharedBasis(ledger: LedgerReader, common: string): string {
  const newest = ledger.listCampaigns().map((campaign) => [campaign, ledger.listEditions(campaign).at(-1)?.hash]);
  return digest(common, newest);
}

function digest(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
