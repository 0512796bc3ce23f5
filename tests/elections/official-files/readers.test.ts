import { expect, test } from 'vitest';
import { joinQuoted } from '../../../src/elections/official-files/results-2020.ts';
import { readFixture } from '../../support/elections.ts';

const round1 = await readFixture('resultats-2020-tour-1.txt');
const round2 = await readFixture('resultats-2020-tour-2.csv');
const candidates = await readFixture('candidatures-2026-tour-1.csv');
const table = await readFixture('table-de-benevole.csv');

test('round 1 of 2020: ISO-8859-1, padded rows, codes without zeros', () => {
  expect(round1.stage.rejected).toBe(0);
  expect([...round1.stage.races.keys()].map((key) => key.split(' ')[1])).toEqual(['01072', '13049', '13055SR02', '13055SR08']);
  const sector = round1.stage.races.get('municipales-2020 13055SR02');
  expect(sector?.rounds).toEqual([{ number: 1, registered: 32723, voted: 9623, valid: 9351 }]);
  expect(sector?.lists[5]).toEqual({
    ...{ line: 4, round: 1, panel: 6, label: 'Debout Marseille', shortLabel: null, nuance: 'LVEC', votes: 659 },
    ...{ headFirstName: 'Nouriati', headLastName: 'Djambaé', councilSeats: 0, sectorSeats: 0, intercommunalSeats: 0 },
  });
});

test.each([
  ['doubled quotes', '01072', 0, `Liste d'Union "Tous unis pour Ceyzériat"`],
  ['nothing but a quotation', '13049', 1, '"LAMANON POUR TOUS"'],
  [
    'a quotation that never ends, in the Ministry’s own file',
    '13055SR08',
    6,
    `liste ouvrière d'unité soutenue par le POID : "Marseille : retour aux services publics`,
  ],
])('a label with %s', (_why, code, index, label) =>
  expect(round1.stage.races.get(`municipales-2020 ${code}`)?.lists[index]?.label).toBe(label),
);

test.each([
  ['a quote that is never closed stays in its own cell', ['"Vivre ici', '0', '12'], ['"Vivre ici', '0', '12']],
  ['a separator inside quotes', ['"Ici', ' et ""là"""', '12'], ['Ici; et "là"', '12']],
  ['an empty quotation', ['""', '1'], ['', '1']],
])('%s', (_why, raw, fields) => expect(joinQuoted(raw, ';')).toEqual(fields));

test('round 2 of 2020: semicolons, codes with zeros, seats of three councils', () => {
  expect(round2.stage.rejected).toBe(0);
  const sector = round2.stage.races.get('municipales-2020 13055SR08');
  expect(sector?.lists[0]).toMatchObject({
    round: 2,
    label: 'TOUS UNIS AVEC SAMIA GHALI',
    councilSeats: 8,
    sectorSeats: 17,
    intercommunalSeats: 8,
  });
  expect(round2.stage.races.get('municipales-2020 01034')?.communeName).toBe('Belley');
});

test('candidates of 2026: of everyone on a list, only its head is kept', () => {
  const names = [...candidates.stage.races.values()].flatMap(({ lists }) =>
    lists.map((list) => `${list.headFirstName} ${list.headLastName}`),
  );
  expect(names).toEqual([
    'Éléonore Verbelasse',
    'Jean-Noël De Sortelier',
    'Nadia Belferasse',
    'Malo Dantelier',
    'Camille Ralvinoux',
  ]);
  expect(JSON.stringify([...candidates.stage.races.values()])).not.toContain('Corvalin');
});

test('candidates of 2026: the round is in the file’s name; quotes and semicolons are part of a label; no label is replaced by the head', () => {
  const [first, second] = candidates.stage.races.get('municipales-2026 01001')?.lists ?? [];
  expect(first).toMatchObject({
    line: 2,
    round: 1,
    label: 'ENSEMBLE POUR LE "VIEUX" PONT; ET LE NEUF',
    nuance: null,
    votes: null,
  });
  expect(second).toMatchObject({ label: 'Liste conduite par Jean-Noël De Sortelier' });
});

test('candidates of 2026: a commune where nobody stands is left, and said', () => {
  expect([...candidates.stage.left]).toEqual([['Commune sans liste', 1]]);
  expect(candidates.stage.races.has('municipales-2026 35050')).toBe(false);
});

test('Marseille since 2025: the city and each sector are ballots of their own', () => {
  expect(candidates.stage.races.get('municipales-2026 13055')).toMatchObject({ kind: 'commune', sectorNumber: null });
  expect(candidates.stage.races.get('municipales-2026 13055SR02')).toMatchObject({ kind: 'sector', communeCode: '13055' });
});

test('a volunteer’s table: good rows are kept, and each bad one is told with its line and why', () => {
  expect(table.stage.races.get('municipales-2020 13055SR02')?.lists.map(({ panel, votes }) => [panel, votes])).toEqual([
    [5, 935],
    [6, 659],
  ]);
  expect(table.stage.rejections).toEqual([
    { line: 4, reason: 'le tour est 1 ou 2, et non «\u00a03\u00a0».' },
    {
      line: 5,
      reason: 'il faut le code de la commune en cinq caractères (13055), son nom et, s’il y en a un, le numéro du secteur.',
    },
    { line: 6, reason: 'l’année «\u00a01988\u00a0» n’est pas celle d’élections municipales connues (2014, 2020, 2026).' },
    { line: 7, reason: 'dans la colonne voix, «\u00a0deux mille\u00a0» n’est pas un nombre entier.' },
    { line: 8, reason: 'le panneau 5 est déjà pris à la ligne 2 (Secteur 2, tour 1).' },
  ]);
});
