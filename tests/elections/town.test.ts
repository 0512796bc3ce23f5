import { describe, expect, test } from 'vitest';
import { foldName, type KnownCommune, searchCommunes } from '../../src/elections/commune-search.ts';
import { ballotsOf, sectorsOf } from '../../src/elections/sectors.ts';
import { timeZoneOf } from '../../src/elections/time-zone.ts';

const commune = (code: string, name: string, population = 0, postCodes: string[] = []): KnownCommune => {
  return { code, name, departement: code.slice(0, 2), departementName: '', postCodes, population, folded: foldName(name) };
};

describe('which ballots a town has', () => {
  test.each([
    ['Rennes in 2026: one', '35238', '2026-03-15', 'commune'],
    ['Marseille in 2020: its sectors', '13055', '2020-03-15', 'sectors'],
    ['Lyon the day before the law of 2025', '69123', '2025-08-11', 'sectors'],
    ['Paris since the law: city and sectors', '75056', '2026-03-15', 'both'],
  ])('%s', (_name, code, day, ballots) => expect(ballotsOf(code, day)).toBe(ballots));

  test('each arrondissement is in one sector', () => {
    for (const [code, count] of [
      ['13055', 16],
      ['69123', 9],
      ['75056', 20],
    ] as const) {
      const numbers = sectorsOf(code).flatMap(({ arrondissements }) => arrondissements);
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    }
  });
});

describe('which clock a town lives by', () => {
  test.each([
    ['Marseille', '13055', 'Europe/Paris'],
    ['Ajaccio', '2A004', 'Europe/Paris'],
    ['Saint-Denis de La Réunion', '97411', 'Indian/Reunion'],
    ['Mamoudzou', '97608', 'Indian/Mayotte'],
    ['Saint-Pierre', '97502', 'America/Miquelon'],
    ['Papeete', '98735', 'Pacific/Tahiti'],
    ['Nuku-Hiva, half an hour ahead of Tahiti', '98731', 'Pacific/Marquesas'],
    ['Nouméa', '98818', 'Pacific/Noumea'],
  ])('%s', (_name, code, zone) => {
    expect(timeZoneOf(code)).toBe(zone);
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow();
  });
});

describe('looking for a town', () => {
  const towns = [
    commune('11339', 'Saint-Denis', 523),
    commune('93066', 'Saint-Denis', 149_077, ['93200']),
    commune('17323', 'Saint-Denis-d’Oléron', 1358),
    commune('91228', 'Évry-Courcouronnes', 66_000),
    commune('54395', 'Nancy', 104_000),
  ];
  const found = (query: string) => searchCommunes(towns, query, 3).map(({ code }) => code);

  test.each([
    ['the most populous of the same name first', 'saint-denis', ['93066', '11339', '17323']],
    ['« st » is short for « saint »', 'St Denis', ['93066', '11339', '17323']],
    ['without accents or capitals', 'evry', ['91228']],
    ['in the middle of the name', 'oleron', ['17323']],
    ['by post code', '93200', ['93066']],
    ['by INSEE code', '54395', ['54395']],
    ['one letter is too little', 'n', []],
  ])('%s', (_name, query, codes) => expect(found(query)).toEqual(codes));
});
