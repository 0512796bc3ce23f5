import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Package, validate } from 'datapackage';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readRegister, verifyRegister } from '../../public/js/verifier.js';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { tables } from '../../src/data/tables/tables.ts';
import { run } from '../support/process.ts';
import { seeded } from '../support/seeded.ts';

const { database, state } = seeded('exemple');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
const archive = (await app.inject('/exemple/donnees.zip')).rawPayload;
const files = unzipSync(new Uint8Array(archive));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parole-tenue-package-'));
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());

test('the package holds every table, the register, the people and lists, the checker and what explains them', () => {
  const names = ['README.md', 'datapackage.json', ...tables.map(({ name }) => `data/${name}.csv`)];
  expect(Object.keys(files)).toEqual([...names, 'popolo.json', 'registre.json', 'verifier.mjs', 'SHA256SUMS']);
  expect(text('README.md')).toContain('Licence Ouverte 2.0');
  expect(text('README.md')).toContain('Dernière mise à jour : 15\u00a0mars 2023 (édition 7)');
  expect(text('README.md')).toContain(state.edition.hash);
});

test('another program finds the descriptor valid, reads every row by its schema, and follows every reference', async () => {
  const { valid, errors } = await validate(join(folder, 'datapackage.json'));
  expect([valid, errors.map(String)]).toEqual([true, []]);
  const loaded = await Package.load(join(folder, 'datapackage.json'), { basePath: folder, strict: true });
  for (const table of tables) {
    const resource = loaded.getResource(table.name);
    if (!resource) throw new Error(`no ${table.name}`);
    expect(await resource.checkRelations()).toBe(true);
    const rows: unknown[] = await resource.read({ keyed: true, relations: table.references.length > 0 });
    expect([table.name, rows.length]).toEqual([table.name, [...table.rows({ state, publicUrl: 'http://x' })].length]);
  }
});

test('the codes of each column are labelled, and each silence is a labelled missing value', () => {
  const shape = z.object({
    resources: z.array(
      z.object({
        name: z.string(),
        schema: z.object({
          fields: z.array(
            z.looseObject({
              name: z.string(),
              missingValues: z.array(z.looseObject({ value: z.string(), label: z.string() })).default([]),
            }),
          ),
        }),
      }),
    ),
  });
  const { resources } = shape.parse(JSON.parse(text('datapackage.json')));
  const stance = resources[0]?.schema.fields.find(({ name }) => name === 'stance');
  expect(stance?.missingValues).toContainEqual({
    value: 'silence:asked',
    label: 'Pas de réponse à ce jour',
    'label:en': 'No answer to date',
  });
});

test('each file is what SHA256SUMS says it is', () => {
  const sums = text('SHA256SUMS')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '));
  expect(sums).toEqual(
    Object.entries(files)
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([name, bytes]) => [createHash('sha256').update(bytes).digest('hex'), name]),
  );
});

test('the checker inside it checks the register inside it, and the archive as a whole', async () => {
  const pin = `${state.edition.number}:${state.edition.hash}`;
  const { code, out } = await run(process.execPath, [join(folder, 'verifier.mjs'), join(folder, 'registre.json'), '--pin', pin]);
  expect([code, out]).toEqual([0, expect.stringContaining(state.edition.hash)]);
  expect(verifyRegister(await readRegister(new Uint8Array(archive))).faults).toEqual([]);
});

test('the same edition gives the same bytes, wherever the server stands', async () => {
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Auckland';
  const elsewhere = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
  const again = await elsewhere.inject('/exemple/donnees.zip');
  process.env.TZ = zone;
  expect(again.rawPayload.equals(archive)).toBe(true);
  const same = await elsewhere.inject({ url: '/exemple/donnees.zip', headers: { 'if-none-match': String(again.headers.etag) } });
  expect(same.statusCode).toBe(304);
  await elsewhere.close();
});

test('Popolo: every membership joins a person and an organisation that are there', () => {
  const ids = z.array(z.object({ id: z.string() }));
  const popolo = z
    .object({
      persons: ids,
      organizations: z.array(z.object({ id: z.string(), parent_id: z.string().optional(), area_id: z.string().optional() })),
      memberships: z.array(z.object({ person_id: z.string(), organization_id: z.string() })),
      areas: ids,
    })
    .parse(JSON.parse(text('popolo.json')));
  const known = new Set([...popolo.persons, ...popolo.organizations, ...popolo.areas].map(({ id }) => id));
  expect(known.size).toBe(popolo.persons.length + popolo.organizations.length + popolo.areas.length);
  const named = [
    ...popolo.memberships.flatMap(({ person_id, organization_id }) => [person_id, organization_id]),
    ...popolo.organizations.flatMap(({ parent_id, area_id }) => [parent_id, area_id].filter((id) => id !== undefined)),
  ];
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
