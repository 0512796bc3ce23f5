import { expect, test } from 'vitest';
import { electionsRepository } from '../../src/elections/elections.repository.ts';
import { emptyDatabase } from '../support/elections.ts';

const election = { id: 'municipales-2032', name: 'Élections de 2032', firstRoundOn: '2032-03-14', secondRoundOn: null };
const race = {
  ...{
    electionId: election.id,
    communeCode: '99001',
    code: '99001SR01',
    kind: 'sector' as const,
    sectorNumber: 1,
    name: 'Secteur 1',
  },
  areas: [{ code: '99101', name: '1er arrondissement', postCode: '99001' }],
  rounds: [{ number: 1, registered: 100, voted: 60, valid: 50 }],
};
const list = {
  ...{ round: 1, panel: 1, label: 'La Cité', shortLabel: null, nuance: 'LDIV', headFirstName: 'Alix', headLastName: 'Verne' },
  ...{ votes: 30, councilSeats: null, sectorSeats: null, intercommunalSeats: null },
};

function town() {
  const elections = electionsRepository(emptyDatabase());
  elections.insertElection(election);
  elections.insertCommune({ code: '99001', name: 'Valmont', departement: '99' });
  return { elections, raceId: elections.insertRace(race) };
}

test('a race is found again with its areas and rounds', () => {
  const { elections, raceId } = town();
  expect(elections.listOfficialRaces(election.id, '99001')).toEqual([{ ...race, id: raceId }]);
  expect(elections.findRace(null, election.id, '99001SR01')).toEqual({ ...race, id: raceId });
  expect(elections.findRace(null, election.id, '99001SR02')).toBeNull();
});

test('a list that comes again keeps its number, and the figures a second file does not give', () => {
  const { elections, raceId } = town();
  const first = elections.insertList({ ...list, raceId });
  const again = elections.insertList({ ...list, raceId, label: 'La Cité ensemble', votes: null });
  expect(again).toBe(first);
  expect(elections.listLists([raceId])).toEqual([{ ...list, raceId, id: first, label: 'La Cité ensemble' }]);
  elections.insertRound(raceId, { number: 1, registered: null, voted: 61, valid: null });
  expect(elections.findRace(null, election.id, race.code)?.rounds).toEqual([
    { number: 1, registered: 100, voted: 61, valid: 50 },
  ]);
});

test('lineage is listed by the race it is in', () => {
  const { elections, raceId } = town();
  elections.insertRound(raceId, { number: 2, registered: null, voted: null, valid: null });
  const parentListId = elections.insertList({ ...list, raceId });
  const childListId = elections.insertList({ ...list, raceId, round: 2 });
  const row = { childListId, parentListId, kind: 'continues' as const, source: 'Même panneau, même tête de liste' };
  elections.insertLineage(row);
  expect(elections.listLineage([raceId])).toEqual([row]);
});

test('the database itself refuses a list of a round that is not held', () => {
  const { elections, raceId } = town();
  expect(() => elections.insertList({ ...list, raceId, round: 2 })).toThrow(/FOREIGN KEY/);
});
