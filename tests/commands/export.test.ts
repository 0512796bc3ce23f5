import { mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf } from '../../src/commands/export/addresses.ts';
import { type ExportReport, exportSite } from '../../src/commands/export/export-site.ts';
import { headersFile, htaccess } from '../../src/commands/export/hosts.ts';
import { readConfig } from '../../src/config.ts';
import { commandLine } from '../support/command-line.ts';
import { emptyLedger, position, town, townServer } from '../support/town.ts';

const origin = 'https://parole.example';
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: origin });
const { app, database, ledger } = await townServer({ PUBLIC_URL: origin });
let folder: string;
let first: ExportReport;
let files: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parole-tenue-export-'));
  first = await exportSite(config, database, folder);
  files = await filesOf(folder);
}, 240_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(path.length), entry.name).replace(/^\//, ''));
}
const text = (file: string) => readFile(join(folder, file), 'utf8');
const pages = () => files.filter((file) => file.endsWith('.html'));

test('nothing it leads to is missing', () => expect(first.broken).toEqual([]));

test('every kind of thing is there: pages in both languages and at each edition, data, archive, frames, pictures', () => {
  for (const file of [
    'index.html',
    `${town}/index.html`,
    `en/${town}/mouvements/pre-vert/cameras/index.html`,
    `${town}/editions/1/lettre/index.html`,
    `${town}/registre/index.html`,
    `${town}.csv`,
    `${town}/editions/1/mouvements/pre-vert.ods`,
    `${town}/editions/2/donnees.zip`,
    `${town}/registre.json`,
    `integrer/${town}/editions/1/demandes/cameras/index.html`,
    `images/${town}/mouvements/pre-vert/carte.png`,
    'api/v1/openapi.json',
    'assets/css/site.css',
    'assets/font.woff2',
    '_headers',
    '.htaccess',
  ]) {
    expect(files, file).toContain(file);
  }
  expect(files.filter((file) => /^(?:bureau|repondre|alertes)\//.test(file))).toEqual([]);
});

test('every link of every page is relative and leads to a file', async () => {
  const there = new Set(files);
  const broken: string[] = [];
  for (const page of pages()) {
    const html = await text(page);
    for (const [, link = ''] of html.matchAll(/\s(?:href|src|action|formaction|hx-get)="([^"]*)"/g)) {
      if (/^(?:https?:|mailto:|#|data:)/.test(link)) continue;
      const target = posix.join(dirname(page), decodeURIComponent(link.split(/[#?]/)[0] ?? ''));
      if (link.startsWith('/') || !there.has(target)) broken.push(`${page}: ${link}`);
    }
  }
  expect(broken).toEqual([]);
});

test('the headers file never gives two policies to one address: frames stand in other sites’ pages, nothing else does', async () => {
  const rules = (await text('_headers')).split('\n\n').filter((rule) => rule.includes('content-security-policy'));
  const paths = rules.map((rule) => rule.split('\n')[0] ?? '');
  expect(paths).toEqual(expect.arrayContaining(['/', `/${town}/*`, '/en/*', '/assets/*', '/integrer/*']));
  expect(paths).not.toContain('/*');
  const framed = rules.filter((rule) => rule.includes('frame-ancestors *')).map((rule) => rule.split('\n')[0]);
  expect(framed).toEqual(['/integrer/*']);
});

test('a document that others wrote is kept as a file and shown by no host: it is no page, and nothing in it may run', async () => {
  expect(fileOf(`/pieces/${'a'.repeat(64)}`)).toBe(`pieces/${'a'.repeat(64)}`);
  const rules = headersFile(config, ['pieces'], null).split('\n\n');
  const pieces = rules.filter((rule) => rule.startsWith('/pieces/*'));
  expect(pieces).toEqual([expect.stringContaining("sandbox; default-src 'none'")]);
  expect(pieces[0]).toContain('content-disposition: attachment');
  expect(htaccess(config, null)).toMatch(
    /#\/pieces\/#">\s+ForceType application\/octet-stream\s+Header set content-security-policy "sandbox;/,
  );
});

test('what is compressed beside a file is that file', async () => {
  for (const file of [`${town}/index.html`, `${town}.csv`, 'assets/css/site.css']) {
    const plain = await readFile(join(folder, file));
    expect(brotliDecompressSync(await readFile(join(folder, `${file}.br`))).equals(plain)).toBe(true);
    expect(gunzipSync(await readFile(join(folder, `${file}.gz`))).equals(plain)).toBe(true);
  }
});

test('its data is that of the server, to the byte', async () => {
  for (const path of [`/${town}.csv`, `/${town}/registre.json`, `/${town}/editions/1/donnees.zip`, `/images/${town}/carte.png`]) {
    expect((await readFile(join(folder, path))).equals((await app.inject(path)).rawPayload), path).toBe(true);
  }
});

test('run again it draws and writes nothing, not even its own memory; what was deleted or cut short by hand comes back', async () => {
  const manifests = files.filter((file) => file.startsWith('.export/'));
  expect(manifests).toEqual(expect.arrayContaining(['.export/site.commun.json', `.export/${town}.json`]));
  const times = await timesOf(files);
  expect(await exportSite(config, database, folder)).toEqual({ files: first.files, written: 0, removed: 0, broken: [] });
  expect(await timesOf(files)).toEqual(times);
  const [page, held] = [`${town}/lettre/index.html`, `${town}/editions/1/demandes/cameras/index.html`];
  const before = await Promise.all([text(page), text(held)]);
  await rm(join(folder, page));
  await truncate(join(folder, `${held}.br`), 100);
  await rm(join(folder, 'assets/css/site.css'));
  expect(await exportSite(config, database, folder)).toMatchObject({ files: first.files, written: 3, broken: [] });
  expect(await Promise.all([text(page), text(held)])).toEqual(before);
}, 120_000);

test('what an export that was cut short may have overwritten is written again', async () => {
  const manifest = join(folder, `.export/${town}.json`);
  const whole = await readFile(manifest, 'utf8');
  const failing = { now: () => new Date('2020-03-14T10:00:00Z') };
  const cut = exportSite(config, database, folder, {
    clock: failing,
    step: ({ files: done }) => {
      if (done > 1000) throw new Error('cut short');
    },
  });
  await expect(cut).rejects.toThrow('cut short');
  expect(await readFile(manifest, 'utf8')).not.toBe(whole);
  const { broken, removed } = await exportSite(config, database, folder);
  expect([broken, removed]).toEqual([[], 0]);
  expect(await text(`${town}/index.html`)).not.toContain('class="freeze"');
  expect(await exportSite(config, database, folder)).toMatchObject({ written: 0 });
}, 240_000);

test('in the truce before a vote every living page says so, and after it none does; what was held is not touched', async () => {
  const held = files.filter((file) => /^(?:en\/)?valmont-2020\/editions\/\d/.test(file));
  const times = await timesOf(held);
  const pagesOf = () =>
    Promise.all(['index.html', 'lettre/index.html', 'mouvements/horizon/index.html'].map((name) => text(`${town}/${name}`)));
  await exportSite(config, database, folder, { clock: { now: () => new Date('2020-03-14T10:00:00Z') } });
  for (const page of await pagesOf()) expect(page).toContain('class="freeze"');
  await exportSite(config, database, folder, { clock: { now: () => new Date('2020-03-16T10:00:00Z') } });
  for (const page of await pagesOf()) expect(page).not.toContain('class="freeze"');
  expect(await timesOf(held)).toEqual(times);
}, 240_000);

test('after a new edition nothing that was held is written again', async () => {
  const held = files.filter((file) => /^(?:en\/)?valmont-2020\/editions\/\d/.test(file));
  const times = await timesOf(held);
  ledger.publish(town, [position({ movement: 'cap-nord', demand: 'comite' })], { publishedAt: '2020-03-14T10:00:00Z' });
  const { written, broken } = await exportSite(config, database, folder);
  expect(broken).toEqual([]);
  expect(written).toBeGreaterThan(10);
  expect(await timesOf(held)).toEqual(times);
  expect(await text(`${town}/mouvements/cap-nord/comite/index.html`)).toContain('S’engage');
  expect(await text(`${town}/editions/3/mouvements/cap-nord/comite/index.html`)).toContain('S’engage');
}, 240_000);

test('what changed between two editions has a file for each, as page and as data', async () => {
  const since = await text(`${town}/changements/index.du-1.html`);
  expect(since).not.toBe(await text(`${town}/changements/index.du-2.html`));
  expect(await text(`${town}/editions/1/index.html`)).toContain('href="../../changements/index.du-1.html"');
  const address = `/${town}/changements.csv?du=1&au=3`;
  expect(await readFile(join(folder, `${town}/changements.du-1.au-3.csv`))).toEqual((await app.inject(address)).rawPayload);
});

test('a campaign that is no more leaves nothing behind', async () => {
  const { database: empty } = emptyLedger();
  const { removed, broken } = await exportSite(config, empty, folder);
  expect(removed).toBeGreaterThan(1000);
  expect(broken).toEqual([]);
  expect((await filesOf(folder)).filter((file) => file.includes(town))).toEqual([]);
}, 120_000);

const timesOf = (names: string[]) => Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));

test('the command says how to use it, and that there is no database', async () => {
  expect((await commandLine(['export', '--help'])).out).toContain('npm run export -- DOSSIER');
  expect((await commandLine(['export'])).code).toBe(2);
  const none = await commandLine(['export', join(folder, 'rien')], { DATA_DIR: join(folder, 'vide') });
  expect([none.code, none.error]).toEqual([1, expect.stringContaining('Il n’y a pas de base')]);
});
