/** How a town votes: one ballot for the whole commune, one in each sector, or both at once. */
export const ballotKinds = ['commune', 'sectors', 'both'] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** A sector, with the numbers of its arrondissements. */
export interface Sector {
  number: number;
  arrondissements: readonly number[];
}

/**
 * The three towns that vote by sector (code électoral, art. L.261 and its tables 2 to 4). The centre of Paris is one sector since 2020,
 * and keeps the number 1; the others are called after their only arrondissement.
 */
const sectorsOfTown: Readonly<Record<string, readonly Sector[]>> = {
  '13055': [
    { number: 1, arrondissements: [1, 7] },
    { number: 2, arrondissements: [2, 3] },
    { number: 3, arrondissements: [4, 5] },
    { number: 4, arrondissements: [6, 8] },
    { number: 5, arrondissements: [9, 10] },
    { number: 6, arrondissements: [11, 12] },
    { number: 7, arrondissements: [13, 14] },
    { number: 8, arrondissements: [15, 16] },
  ],
  '69123': numbered(1, 9),
  '75056': [{ number: 1, arrondissements: [1, 2, 3, 4] }, ...numbered(5, 20)],
};

/** The sectors of a commune; none for all but Paris, Lyon and Marseille. */
export function sectorsOf(communeCode: string): readonly Sector[] {
  return sectorsOfTown[communeCode] ?? [];
}

/** `13055SR01`: how official files name a sector. */
export function sectorCode(communeCode: string, number: number): string {
  return `${communeCode}SR${String(number).padStart(2, '0')}`;
}

/**
 * The ballots that an election has in a commune: since the law of 11 August 2025, the three towns elect their city council and their
 * sector councils apart, on the same day. `firstRoundOn` is an ISO date.
 */
export function ballotsOf(communeCode: string, firstRoundOn: string): BallotKind {
  if (sectorsOf(communeCode).length === 0) return 'commune';
  return firstRoundOn < '2025-08-12' ? 'sectors' : 'both';
}

function numbered(first: number, last: number): Sector[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ number: first + index, arrondissements: [first + index] }));
}
