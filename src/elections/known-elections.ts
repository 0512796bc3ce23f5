import type { Election } from './elections.types.ts';

/** The municipal elections whose official files can be read, by year. */
export const knownElections: Readonly<Record<string, Election>> = {
  '2014': {
    id: 'municipales-2014',
    name: 'Élections municipales de 2014',
    firstRoundOn: '2014-03-23',
    secondRoundOn: '2014-03-30',
  },
  '2020': {
    id: 'municipales-2020',
    name: 'Élections municipales de 2020',
    firstRoundOn: '2020-03-15',
    secondRoundOn: '2020-06-28',
  },
  '2026': {
    id: 'municipales-2026',
    name: 'Élections municipales de 2026',
    firstRoundOn: '2026-03-15',
    secondRoundOn: '2026-03-22',
  },
};

/** The same, by its id. */
export function knownElection(id: string): Election | null {
  return Object.values(knownElections).find((each) => each.id === id) ?? null;
}
