import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PictureOrder, PictureSubject } from '../../src/pictures/picture.ts';
import { pictureOf, pngOf, svgOf } from '../../src/pictures/pictures.service.ts';
import { seeded } from '../support/seeded.ts';

const { state } = seeded('exemple');
const order = (subject: PictureSubject, over: Partial<PictureOrder> = {}): PictureOrder => ({
  subject,
  shape: 'card',
  language: 'fr',
  source: 'parole.example/exemple',
  ...over,
});
const subjects: PictureSubject[] = [
  { kind: 'board' },
  { kind: 'movement', movement: 'cap-ensemble' },
  { kind: 'list', list: state.current('list')[0]?.key ?? '' },
  { kind: 'demand', demand: 'moins-de-cameras' },
  { kind: 'sector', sector: '2' },
  { kind: 'cell', movement: 'cap-ensemble', demand: 'moins-de-cameras' },
];

describe.each(subjects)('the picture of $kind', (subject) => {
  test.each(['card', 'sheet'] as const)('as a %s is a PNG and an SVG of the size it says', async (shape) => {
    const picture = pictureOf(state, order(subject, { shape }));
    if (!picture) throw new Error('there is no such picture');
    const png = await sharp(await pngOf(picture)).metadata();
    expect([png.format, png.width, png.height]).toEqual(['png', picture.width, picture.height]);
    if (shape === 'card') expect([picture.width, picture.height]).toEqual([1200, 630]);
    expect(XMLValidator.validate(svgOf(picture))).toBe(true);
    expect(svgOf(picture)).toContain('<desc>');
  });

  test('tells its edition, its date, its fingerprint and its source', () => {
    for (const language of ['fr', 'en'] as const) {
      const svg = (pictureOf(state, order(subject, { language }))?.svg ?? '').replaceAll('\u00a0', ' ');
      expect(svg).toContain(language === 'fr' ? 'Édition 7, publiée le 15 mars 2023' : 'Edition 7, published on 15 March 2023');
      expect(svg).toContain(state.edition.hash.slice(0, 12));
      expect(svg).toContain('parole.example/exemple');
    }
  });
});

test('its alternative text says every answer of the board, and names each silence', () => {
  const alt = pictureOf(state, order({ kind: 'board' }))?.alt ?? '';
  for (const { name } of state.current('movement')) expect(alt).toContain(name);
  expect(alt).toContain('Pas de réponse à ce jour');
  expect(alt).not.toMatch(/undefined|null/);
});

test('the board tells what a list signed from what the campaign read in a source', () => {
  const { svg = '', alt = '' } = pictureOf(state, order({ kind: 'board' }, { shape: 'sheet' })) ?? {};
  for (const said of [svg, alt]) {
    expect(said).toContain('Réponse signée');
    expect(said).toContain('Codé d’après');
  }
});

test('a pledge is not shown alone once it was judged: each picture says what became of it, and whole, who judges', () => {
  const { state: marseille } = seeded('marseille-2020');
  const cell = { movement: 'printemps-marseillais', demand: 'retirer-les-projets' };
  const all: PictureSubject[] = [
    { kind: 'board' },
    { kind: 'sector', sector: '1' },
    { kind: 'cell', ...cell },
    ...(['movement', 'demand'] as const).map((kind): PictureSubject => ({ kind, ...cell })),
  ];
  for (const subject of all) {
    const { svg = '', alt = '' } = pictureOf(marseille, order(subject)) ?? {};
    const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, line = '']) => line).join(' ');
    for (const said of [drawn, alt]) {
      expect(said.replaceAll('\u00a0', ' '), subject.kind).toContain(
        'Depuis le vote : non tenu, selon La Quadrature du Net, signataire de la lettre',
      );
    }
  }
});

test('what a card cannot hold is counted on it', () => {
  expect(pictureOf(state, order({ kind: 'board' }))?.svg).toMatch(/et \d+ autres?, à la même adresse/);
  expect(pictureOf(state, order({ kind: 'board' }, { shape: 'sheet' }))?.svg).not.toContain('à la même adresse');
});

test('the longest name that a real list was filed under, all capitals, is whole on its card and on that of its sector', () => {
  const name = 'UNE LISTE OUVRIÉRE ET JEUNE POUR LA DÉFENSE DES INTÉRÊTS DE LA POPULATION ET DES SERVICES PUBLICS';
  const { ledger, standings } = seeded('exemple');
  const list = state.current('list').find(({ round }) => round === 2);
  if (!list) throw new Error('there is a second round');
  const entry = { kind: 'list' as const, subject: list.key, payload: { ...list, label: name } };
  ledger.publish('exemple', [entry], { publishedAt: '2023-04-01T08:00:00Z' });
  const now = standings.find('exemple') ?? state;
  const sector = String(now.of('race').get(list.race)?.current?.sectorNumber);
  for (const subject of [{ kind: 'list', list: list.key } as const, { kind: 'sector', sector } as const]) {
    const svg = pictureOf(now, order(subject))?.svg ?? '';
    const drawn = [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text = '']) => text).join(' ');
    expect(drawn).toContain(name);
  }
});

test.each<PictureSubject>([
  { kind: 'movement', movement: 'personne' },
  { kind: 'list', list: 'nulle-part' },
  { kind: 'sector', sector: '99' },
  { kind: 'cell', movement: 'cap-ensemble', demand: 'rien' },
])('there is no picture of what does not exist', (subject) => expect(pictureOf(state, order(subject))).toBeNull());

test('the icons are those of the pages', () => {
  const view = readFileSync(fileURLToPath(new URL('../../views/components/_shape.eta', import.meta.url)), 'utf8');
  const ink = readFileSync(fileURLToPath(new URL('../../src/pictures/ink.ts', import.meta.url)), 'utf8');
  const outlines = [...view.matchAll(/ (?:d|cx)="([^"]+)"/g)].map(([outline]) => outline);
  expect(outlines.length).toBeGreaterThan(10);
  expect(outlines.filter((outline) => !ink.includes(outline))).toEqual([]);
});
