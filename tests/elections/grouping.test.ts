import { expect, test } from 'vitest';
import { labelKey, proposeMovements } from '../../src/elections/grouping.ts';
import { proposeLineage } from '../../src/elections/lineage.ts';
import { marseille } from '../fixtures/elections/marseille-2020.ts';

const { continues } = proposeLineage(marseille, () => null);
const movements = proposeMovements(marseille, continues).map(({ name, listIds, doubts }) => ({
  name,
  lists: listIds.length,
  doubts,
}));

test.each([
  ['capitals differ', 'Berland 2020', 2, []],
  [
    'a name that begins with « avec » is kept whole, its comma and accents are not',
    'AVEC STEPHANE RAVIER, RETROUVONS MARSEILLE !',
    2,
    [],
  ],
  [
    'the prefecture changed the nuance between the rounds: a person looks',
    'ENSEMBLE POUR MARSEILLE AVEC BRUNO GILLES',
    2,
    ['nuances'],
  ],
  [
    'a double space, and another label in round 2 under the same panel and head',
    'MARSEILLE AVANT TOUT AVEC SAMIA GHALI',
    4,
    ['near'],
  ],
  [
    'a joint label in round 2: kept with the movement its head led, and a person looks',
    'LE PRINTEMPS MARSEILLAIS, LE RASSEMBLEMENT DE LA GAUCHE, DES ECOLOGISTES ET DES CITOYENS',
    3,
    ['near'],
  ],
  [
    'P.O.I.D. and POID only resemble each other: a person looks',
    `LISTE OUVRIÈRE D'UNITÉ SOUTENUE PAR LE P.O.I.D. "MARSEILLE RETOUR AUX SERVICES PUBLICS!"`,
    2,
    ['near'],
  ],
  ['a list alone is a movement of its own', 'DEBOUT MARSEILLE', 1, []],
])('%s', (_why, name, lists, doubts) => expect(movements.find((each) => each.name === name)).toEqual({ name, lists, doubts }));

test('every list is in exactly one movement', () => {
  const ids = proposeMovements(marseille, continues).flatMap(({ listIds }) => listIds);
  expect(ids.toSorted((one, other) => one - other)).toEqual(marseille.map(({ id }) => id));
});

const list = (id: number, label: string, nuance: string, raceCode = `R${id}`) => ({
  id,
  raceCode,
  round: 1,
  label,
  nuance,
  headLastName: null,
});

test('lists are never put together by their nuance, which the prefecture gives and rivals may share', () => {
  expect(proposeMovements([list(1, 'Agir ensemble', 'LDVD'), list(2, 'Cap sur demain', 'LDVD')])).toHaveLength(2);
});

test('two lists of one label on the same ballot are shown to a person', () => {
  const [movement] = proposeMovements([list(1, 'Lutte ouvrière', 'LEXG', 'R'), list(2, 'LUTTE OUVRIERE', 'LEXG', 'R')]);
  expect(movement?.doubts).toEqual(['twice']);
});

test.each([
  ['Marseille en ordre 1er & 7ème', 'marseille en ordre'],
  ['MARSEILLE JE T’AIME 13 ET 14 AVEC UNE VOISINE', 'marseille je t aime'],
  ["Marseille je t'aime", 'marseille je t aime'],
  ['Nouvelle voie 2020', 'nouvelle voie 2020'],
  ['La Cité des cœurs', 'la cite des coeurs'],
])('%s is known by: %s', (label, key) => expect(labelKey(label)).toBe(key));
