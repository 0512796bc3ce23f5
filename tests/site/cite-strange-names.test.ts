import { parse, RISParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { NewEntry } from '../../src/ledger/payloads.ts';
import { oneLine } from '../../src/lib/one-line.ts';
import { openCitations } from '../../src/standings/citations/citations.service.ts';
import type { CslItem } from '../../src/standings/citations/reference.ts';
import { htmlFaults } from '../support/pages.ts';
import { emptyLedger, firstEdition, town } from '../support/town.ts';

const pieces = z.array(z.looseObject({ text: z.string() })).transform((all) => all.map(({ text }) => text).join(''));
const entry = z.looseObject({ fields: z.looseObject({ title: pieces, note: pieces, url: z.string() }) });

function readBibtex(text: string) {
  const { entries, errors, warnings } = parse(text, {});
  return { entries: z.array(entry).parse(Object.values(entries)), faults: [...errors, ...warnings] };
}

function readRis(text: string) {
  const { entries, errors } = new RISParser(text).parse();
  return { entries: z.array(entry).parse(Object.values(entries)), faults: errors };
}

/** The other parser knows no command for braces and for the circumflex, drops them, and joins spaces. */
const asParsed = (text: string) => text.replaceAll(/[{}^]/g, '').replaceAll(/\s+/g, ' ').trim();
const tags = (ris: string) => ris.split('\r\n').map((line) => line.slice(0, 6));
const recordTags = ['TY', 'AU', 'DA', 'PY', 'LA', 'N1', 'TI', 'T2', 'UR', 'ER'].map((tag) => `${tag}  - `);

function rename(entries: readonly NewEntry[], name: string): NewEntry[] {
  return entries.map((each) => {
    if (each.kind === 'campaign') return { ...each, payload: { ...each.payload, title: name, town: name } };
    if (each.kind === 'movement' && each.subject === 'pre-vert') return { ...each, payload: { ...each.payload, name } };
    if (each.kind === 'list') return { ...each, payload: { ...each.payload, label: name } };
    if (each.kind === 'demand') return { ...each, payload: { ...each.payload, shortTitle: name } };
    return each;
  });
}

describe.each([
  ['a BibTeX entry', 'Été}\n}\n@book{x, title={Œuvre}}'],
  ['braces that do not close', 'Pour { la ville } et } plus {'],
  ['what TeX obeys', '100 % \\input{x} \\\\ $x_1$ #1 & ~ ^ `` -- \'\' "droit"'],
  ['a RIS record', 'Titre\r\nER  - \r\nTY  - BOOK\r\nTI  - Injecté'],
  ['a RIS tag', 'TY  - BOOK'],
  ['every other way to break a line', 'un\u2028TI  - deux\u0085TY  - trois\u000bER  - \u000cAB  - quatre\rUR  - cinq'],
  ['a page', '<script>alert(1)</script> <i>penché</i> <b>gras</b> a < b'],
  ['signs that turn a text round', '\u202eécrit à l’envers \u2067et encore'],
  ['signs that nobody sees', 'a\u0000b\u0001c \ud83d\udc69\u200d\ud83d\udc67 \u200fd'],
  ['the marks of our own sentences', '\ue000ici\ue001là\ue000'],
  ['five thousand letters', 'é'.repeat(5000)],
])('a list, a movement, a demand and a town whose name holds %s', async (_what, name) => {
  const { database, ledger } = emptyLedger();
  ledger.publish(town, rename(firstEdition, name), { publishedAt: '2020-03-10T08:00:00Z' });
  const app = await buildApp(
    readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: 'https://parole.example' }),
    database,
  );
  afterAll(() => app.close());
  const pages = [
    '',
    '/mouvements/pre-vert',
    '/mouvements/pre-vert/cameras',
    '/listes/secteur-1-tour-1-panneau-3',
    '/demandes/cameras',
  ];

  test.each(pages.flatMap((page) => [page, `/en${page}`]))(
    '%s is one reference in every format, and keeps its accents',
    async (at) => {
      const language = at.startsWith('/en') ? '/en' : '';
      const page = at.slice(language.length);
      const get = async (ending: string) => (await app.inject(`${language}/${town}/citer${page}${ending}`)).body;
      const [item] = z
        .array(z.looseObject({ title: z.string(), note: z.string(), 'container-title': z.string() }))
        .length(1)
        .parse(JSON.parse(await get('.csl.json')));
      expect(`${item?.title}${item?.['container-title']}`).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);

      const bibtex = readBibtex(await get('.bib'));
      expect([bibtex.faults, bibtex.entries.length]).toEqual([[], 1]);
      expect(asParsed(bibtex.entries[0]?.fields.title ?? '')).toBe(asParsed(item?.title ?? ''));

      const text = await get('.ris');
      expect(tags(text)).toEqual([...recordTags, '']);
      const ris = readRis(text);
      expect([ris.faults, ris.entries.length]).toEqual([[], 1]);
      expect(ris.entries[0]?.fields).toMatchObject({
        title: item?.title,
        note: item?.note,
        url: `https://parole.example${language}/${town}/editions/1${page}`,
      });
    },
  );

  test('is written in the page of references as it is, on one line', async () => {
    const body = await get(`/${town}/citer/mouvements/pre-vert`);
    expect(await htmlFaults(body)).toEqual([]);
    expect(body).not.toContain('<script>alert');
    for (const id of ['phrase', 'courte', 'apa']) {
      const [, said = ''] = new RegExp(`id="${id}">([^<]*)<`).exec(body) ?? [];
      expect(said).toContain('https://parole.example/valmont-2020/editions/1/mouvements/pre-vert');
      expect(said).not.toMatch(/[\p{Cc}\u2028\u202e\u2067]/u);
      if (name.includes('<i>')) expect(said).toContain('&lt;i&gt;penché&lt;/i&gt;');
    }
  });

  async function get(url: string) {
    const { statusCode, body } = await app.inject(url);
    expect(statusCode).toBe(200);
    return body;
  }
});

test('whatever a name holds, a reference is one entry of BibTeX and one record of RIS', async () => {
  const citations = openCitations();
  onTestFinished(() => citations.close());
  const item = (title: string): CslItem => ({
    id: 'ville-edition-1',
    type: 'webpage',
    title: oneLine(`${title} (édition 1)`),
    'container-title': oneLine(title),
    author: [{ literal: 'Parole tenue' }],
    issued: { 'date-parts': [[2020, 3, 10]] },
    URL: 'https://parole.example/ville/editions/1',
    language: 'fr',
    version: '1',
    note: 'Édition 1',
  });
  const strange = fc.string({ unit: 'binary', maxLength: 60 });
  const pieces = fc.array(fc.constantFrom('{', '}', '\\', '%', '@a{b,', '\n', '\r\n', 'TY  - ', 'ER  - ', '"', '$', '~', 'é'));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        strange,
        pieces.map((all) => all.join('')),
      ),
      async (title) => {
        const { bibtex: entry, ris } = await citations.typeset(item(title));
        const bibtex = readBibtex(entry);
        expect([bibtex.faults, bibtex.entries.length]).toEqual([[], 1]);
        expect(tags(ris)).toEqual([...recordTags, '']);
      },
    ),
  );
});
