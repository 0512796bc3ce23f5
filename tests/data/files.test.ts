import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tables } from '../../src/data/tables/tables.ts';
import { position, town, townServer } from '../support/town.ts';

const { app, ledger } = await townServer();
ledger.publish(
  town,
  [
    position({
      movement: 'pre-vert',
      demand: 'comite',
      summary: '=HYPERLINK("https://example.org";"Cliquez")',
      quote: '+33 @cmd | « é »',
      speaker: '-1+1',
    }),
  ],
  { publishedAt: '2020-03-14T10:00:00Z' },
);
afterAll(() => app.close());

const pages = ['', '/lettre', '/secteurs/1', '/mouvements/pre-vert', '/mouvements/pre-vert/comite', '/demandes/comite'];
const allPages = [...pages, '/listes/secteur-2-tour-1-panneau-4', ...tables.map(({ name }) => `/donnees/${name}`)];
const jsonFile = z.object({
  edition: z.object({ number: z.int(), hash: z.string() }),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

const get = (path: string, headers: Record<string, string> = {}) => app.inject({ url: `/${town}${path}`, headers });
const csvRows = async (path: string): Promise<string[][]> => parse((await get(`${path}.csv`)).rawPayload, { bom: true });
const jsonRows = async (path: string) => jsonFile.parse((await get(`${path}.json`)).json()).rows;
/** What a cell of CSV says of a value of JSON. */
const asText = (value: string | number | boolean | null) =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');

test('another spelling of an address is the same file, made once', async () => {
  const tag = async (path: string) => (await get(path)).headers.etag;
  expect(await tag('/mouvements/pre%2Dvert.xlsx')).toBe(await tag('/mouvements/pre-vert.xlsx'));
  expect(await tag('/mouvements/pre-vert.xlsx')).not.toBe(await tag('/lettre.xlsx'));
});

describe.each(allPages)('the data of %s', (path) => {
  test('is the same in CSV, in JSON, in Excel and in OpenDocument', async () => {
    const rows = await jsonRows(path);
    const [head = [], ...lines] = await csvRows(path);
    expect(lines).toEqual(rows.map((row) => Object.values(row).map(asText)));
    expect(rows.every((row) => Object.keys(row).join() === head.join())).toBe(true);
    expect(await readByExcel(path)).toEqual([head, ...rows.map((row) => Object.values(row).map(cellText))]);
    expect(await readOds(path)).toEqual([head, ...rows.map((row) => Object.values(row).map(cellText))]);
  });
});

test('no silence is an empty cell: the stance says which one', async () => {
  const rows = await jsonRows('');
  expect(rows.filter(({ stance }) => stance === null || stance === '')).toEqual([]);
  const silent = rows.find((row) => row.movement === 'cap-nord' && row.list === null);
  expect(silent).toMatchObject({ stance: 'silence:asked', stance_label: 'Pas de réponse à ce jour', basis: null });
  expect(rows.find((row) => row.movement === 'tous-ici')).toMatchObject({ stance: 'silence:not_asked' });
});

test('what a stranger wrote never becomes a formula', async () => {
  const csv = (await get('/mouvements/pre-vert/comite.csv')).body;
  expect(csv).toContain(`"'=HYPERLINK(""https://example.org"";""Cliquez"")"`);
  expect(csv).toContain(`'+33 @cmd`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await bytes('/mouvements/pre-vert/comite.xlsx'));
  const types = new Set<number>();
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => types.add(cell.type)));
  expect(types.has(ExcelJS.ValueType.Formula)).toBe(false);
});

test('Excel is told that the file is UTF-8', async () => {
  expect((await get('.csv')).rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('a held edition keeps saying what it said, and may be kept for an hour', async () => {
  const first = await get('/editions/1/mouvements/pre-vert/cameras.json');
  expect(jsonFile.parse(first.json()).rows[0]).toMatchObject({ edition: 1, stance: 'commits' });
  expect(first.headers['cache-control']).toContain('max-age=3600');
  expect(jsonFile.parse((await get('/mouvements/pre-vert/cameras.json')).json()).rows[0]).toMatchObject({
    stance: 'commits_in_part',
  });
});

test.each(['csv', 'json', 'xlsx', 'ods'])('a repeated request for %s is answered with 304', async (format) => {
  for (const encoding of ['identity', 'br', 'gzip']) {
    const first = await get(`.${format}`, { 'accept-encoding': encoding });
    const again = await get(`.${format}`, { 'accept-encoding': encoding, 'if-none-match': String(first.headers.etag) });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
    expect(first.rawPayload.equals((await get(`.${format}`, { 'accept-encoding': encoding })).rawPayload)).toBe(true);
    expect(again.headers.etag).toBe(first.headers.etag);
  }
});

test('another site may read it, and no cookie comes with it', async () => {
  const { headers } = await get('.json');
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers.link).toContain('rel="license"');
});

test.each(['/nulle-part.csv', '/mouvements/personne.csv', '/editions/9.csv', '/editions/01.csv', '/donnees/rien.json', '.exe'])(
  'there is no %s',
  async (path) => expect((await get(path)).statusCode).toBe(404),
);

test('every page announces its files, and they are there', async () => {
  for (const language of ['', '/en']) {
    for (const page of pages) {
      const { body: html, headers } = await app.inject(`${language}/${town}${page}`);
      const all = [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)];
      const links = all.filter(([, type]) => !['application/atom+xml', 'application/json+oembed'].includes(type ?? ''));
      expect(links.map(([, , href = '']) => href.split('.').at(-1))).toEqual(['csv', 'json', 'xlsx', 'ods']);
      for (const [, type = '', href = ''] of links) {
        expect(headers.link).toContain(`<${href}>; rel="alternate"; type="${type}"`);
        const file = await app.inject(href);
        expect([href, file.statusCode, file.headers['content-type']?.split(';')[0]]).toEqual([href, 200, type]);
      }
    }
  }
});

const bytes = async (path: string) => new Uint8Array((await get(path)).rawPayload).buffer;
const cellText = (value: string | number | boolean | null) => (value === null ? '' : String(value));

async function readByExcel(path: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await bytes(`${path}.xlsx`));
  const sheet = workbook.worksheets[0];
  const width = sheet?.columnCount ?? 0;
  const lines: string[][] = [];
  sheet?.eachRow((row) => lines.push(Array.from({ length: width }, (_, index) => String(row.getCell(index + 1).value ?? ''))));
  return lines;
}

const odsCell = z.preprocess(
  (cell) => (cell === '' ? {} : cell),
  z.looseObject({
    'text:p': z.union([z.string(), z.array(z.string())]).optional(),
    '@_office:boolean-value': z.string().optional(),
    '@_table:number-columns-repeated': z.coerce.number().default(1),
  }),
);
const odsSheet = z.object({
  'office:document-content': z.object({
    'office:body': z.object({
      'office:spreadsheet': z.object({
        'table:table': z.looseObject({
          'table:table-row': z.array(z.looseObject({ 'table:table-cell': z.array(odsCell) })),
        }),
      }),
    }),
  }),
});

async function readOds(path: string): Promise<string[][]> {
  const content = unzipSync(new Uint8Array(await bytes(`${path}.ods`)))['content.xml'];
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['table:table-row', 'table:table-cell'].includes(name),
  });
  const sheet = odsSheet.parse(parser.parse(strFromU8(content ?? new Uint8Array())));
  const rows = sheet['office:document-content']['office:body']['office:spreadsheet']['table:table']['table:table-row'];
  const lines = rows.map((row) =>
    row['table:table-cell'].flatMap((cell) =>
      Array(cell['@_table:number-columns-repeated']).fill(
        [cell['@_office:boolean-value'] ?? cell['text:p'] ?? ''].flat().join('\n'),
      ),
    ),
  );
  const width = lines[0]?.length ?? 0;
  return lines.map((line) => [...line, ...Array(Math.max(0, width - line.length)).fill('')]);
}
