import { describe, expect, test } from 'vitest';
import { findBallots } from '../../src/standings/find-ballot.ts';
import { racesOf } from '../../src/standings/scoreboard.ts';
import { seeded } from '../support/seeded.ts';

const marseille = racesOf(seeded('marseille-2020').state);
const portClair = racesOf(seeded('exemple').state);

const found = (races: typeof marseille, typed: string) =>
  findBallots(races, typed).map(({ race, areas }) => [race.sectorNumber, ...areas.map(({ name }) => name)].join(' '));

describe('what a voter types to find their ballot', () => {
  test.each([
    ['a post code', '13005', ['3 5e arrondissement']],
    ['a post code with spaces in it', ' 13 005 ', ['3 5e arrondissement']],
    ['an arrondissement as people write it', '5e', ['3 5e arrondissement']],
    ['an arrondissement as others write it', '5ème', ['3 5e arrondissement']],
    ['an arrondissement with a slip of the thumb', '5 e arrondissement', ['3 5e arrondissement']],
    ['an arrondissement in a word', 'cinquième', ['3 5e arrondissement']],
    ['an arrondissement in words', 'Le Cinquième arrondissement', ['3 5e arrondissement']],
    ['an arrondissement in a word, in English', 'fifth', ['3 5e arrondissement']],
    ['an arrondissement after its town', 'Marseille 5', ['3 5e arrondissement']],
    ['another in a word', 'seizième', ['8 16e arrondissement']],
    ['an arrondissement as on old street signs', 'IIIe', ['2 3e arrondissement']],
    ['a Roman number that is both', 'III', ['2 3e arrondissement', '3']],
    ['a sector in a word', 'troisième secteur', ['3']],
    ['a sector in English', 'sector 3', ['3']],
    ['a sector in Roman numbers', 'secteur III', ['3']],
    ['a word whose end is another number', 'dix-septième', []],
    ['the twentieth, which Paris has', 'vingtième', []],
    ['an arrondissement in full', '16ème arrondissement', ['8 16e arrondissement']],
    ['the first, which is 1er', '1er', ['1 1er arrondissement']],
    ['the first, in a word', 'premier', ['1 1er arrondissement']],

    ['a bare number that is both: the arrondissement first', '7', ['1 7e arrondissement', '7']],
    ['a bare number that only an arrondissement has', '12', ['6 12e arrondissement']],
    ['a sector, said so', 'Secteur 5', ['5']],
    ['the code of INSEE', '13205', ['3 5e arrondissement']],
    ['a number that is nowhere', '17', []],
    ['another town’s post code', '75005', []],
    ['nothing', '   ', []],
  ])('%s', (_what, typed, expected) => expect(found(marseille, typed)).toEqual(expected));

  test('the name of a place, without its accents or capitals', () => {
    expect(found(portClair, 'vieux port')).toEqual(['1 Le Vieux-Port']);
    expect(found(portClair, 'COLLÎNES')).toEqual(['2 Les Collines']);
    expect(found(portClair, '2e')).toEqual(['2']);
  });
});
