import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportSite } from '../../src/commands/export/export-site.ts';
import { readConfig } from '../../src/config.ts';
import { pdf } from '../support/documents.ts';
import { temporaryFolder } from '../support/migrations.ts';
import { emptyLedger, firstEdition, position, town } from '../support/town.ts';

const words = 'zibeline-citation';

/** Everything that can be read of a file: as it is, decompressed, or each file of an archive. */
function readings(path: string): Buffer[] {
  const bytes = readFileSync(path);
  if (path.endsWith('.br')) return [brotliDecompressSync(bytes)];
  if (path.endsWith('.gz')) return [gunzipSync(bytes)];
  if (!/\.(?:zip|ods)$/.test(path)) return [bytes];
  return Object.values(unzipSync(new Uint8Array(bytes))).map((content) => Buffer.from(content));
}

function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readings(path).some((content) => content.includes(text));
  });
}

test('exported again after a redaction, the copy holds its words in no form, at no edition, and no longer its document', async () => {
  const folder = temporaryFolder();
  const data = temporaryFolder();
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: 'https://parole.example', DATA_DIR: data });
  const sha256 = createHash('sha256').update(pdf()).digest('hex');
  const piece = join('pieces', sha256.slice(0, 2), sha256);
  mkdirSync(dirname(join(data, piece)), { recursive: true });
  writeFileSync(join(data, piece), pdf());

  const { database, ledger } = emptyLedger();
  ledger.publish(town, firstEdition, { publishedAt: '2020-03-10T08:00:00Z' });
  const evidence = { sha256, name: 'Tract.pdf', type: 'application/pdf' as const, bytes: pdf().length };
  const source = { url: null, title: 'Tract', publisher: 'La liste', publishedOn: '2020-03-09', evidence };
  const said = position({ movement: 'cap-nord', demand: 'comite', quote: `Le ${words} est dit.`, sources: [source] });
  ledger.publish(town, [said], { publishedAt: '2020-03-11T08:00:00Z' });
  await exportSite(config, database, folder);
  const before = filesHolding(folder, words);
  for (const ending of ['.html', '.html.br', '.html.gz', '.zip', '.json'])
    expect(
      before.some((name) => name.endsWith(ending)),
      ending,
    ).toBe(true);
  expect(before.some((name) => name.startsWith(`${town}/editions/2/`))).toBe(true);
  expect(existsSync(join(folder, 'pieces', sha256))).toBe(true);

  ledger.redact(town, '2.1', 'Ordonnance.', '2020-03-20T08:00:00Z');
  const { broken, removed } = await exportSite(config, database, folder);
  expect([broken, removed > 0]).toEqual([[], true]);
  expect(filesHolding(folder, words)).toEqual([]);
  expect(existsSync(join(folder, 'pieces', sha256))).toBe(false);
}, 300_000);
