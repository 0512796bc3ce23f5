import { expect, test } from 'vitest';
import { personName } from '../../src/elections/person-name.ts';
import { readPlace } from '../../src/elections/place.ts';

test.each([
  ['round 1 does not pad', '1', '4', 'Ambérieu-en-Bugey', '01004', '01004', '01'],
  ['round 2 pads', '01', '034', 'Belley', '01034', '01034', '01'],
  ['a sector stands as a commune', '13', '055SR02', 'Marseille Secteur 2', '13055', '13055SR02', '13'],
  ['2026 gives the whole code', '13', '13055SR08', 'Marseille Secteur 8', '13055', '13055SR08', '13'],
  ['Corsica', '2A', '4', 'Ajaccio', '2A004', '2A004', '2A'],
  ['Guadeloupe, by the Ministry’s letters', 'ZA', '101', 'Les Abymes', '97101', '97101', '971'],
  ['New Caledonia', 'ZN', '818', 'Nouméa', '98818', '98818', '988'],
  ['La Réunion, by its number', '974', '411', 'Saint-Denis', '97411', '97411', '974'],
])('%s', (_why, departement, code, name, communeCode, raceCode, of) =>
  expect(readPlace(departement, code, name)).toMatchObject({ communeCode, raceCode, departement: of }),
);

test('a sector is named by its number, and its commune by its own name', () => {
  expect(readPlace('13', '055SR02', 'Marseille Secteur 2')).toMatchObject({
    ...{ communeName: 'Marseille', kind: 'sector', sectorNumber: 2, raceName: 'Secteur 2' },
  });
});

test.each([
  ['13', ''],
  ['13', '055XX01'],
  ['', '4'],
  ['Ain', '4'],
  ['13', '13055SR00'],
])('%s %s is no place', (departement, code) => expect(readPlace(departement, code, 'X')).toBeNull());

test.each([
  ['ROYER-PERREAUT', 'Royer-Perreaut'],
  ['SAID  SOILIHI', 'Said Soilihi'],
  ["D'ORNANO", "D'Ornano"],
  ['DJAMBAÉ', 'Djambaé'],
  ['de Cambiaire', 'de Cambiaire'],
])('%s is shown as %s', (filed, shown) => expect(personName(filed)).toBe(shown));
