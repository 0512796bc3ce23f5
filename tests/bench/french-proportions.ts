/**
 * How many lists stood in communes of a size in the first round of 2026 (50,210 lists in 34,881 communes): for each upper bound of
 * population, how many communes had 1, 2, 3 … lists.
 */
const counted: readonly (readonly [below: number, ...communes: number[]])[] = [
  [100, 2958, 411, 15],
  [500, 11_940, 2780, 91, 4],
  [1500, 6431, 2768, 299, 20, 4, 1],
  [3500, 1798, 1642, 354, 46, 7],
  [10_000, 517, 1020, 498, 141, 32, 5, 1, 1],
  [30_000, 37, 199, 232, 163, 76, 34, 16, 1, 0, 1, 2],
  [100_000, 0, 11, 31, 42, 71, 37, 32, 21, 2, 2],
  [Number.POSITIVE_INFINITY, 0, 0, 0, 0, 2, 9, 9, 6, 8, 3, 3, 1, 1],
];

/** About one commune in 397 has no list at all. */
const withoutList = 88 / 34_969;

/** The number of lists of a commune; `chance` is between 0 and 1. */
export function listsPerCommune(population: number, chance: number): number {
  if (chance < withoutList) return 0;
  const [, ...communes] = counted.find(([below]) => population < below) ?? [0, 1];
  const all = communes.reduce((sum, each) => sum + each, 0);
  let left = ((chance - withoutList) / (1 - withoutList)) * all;
  for (const [index, each] of communes.entries()) {
    left -= each;
    if (left < 0) return index + 1;
  }
  return communes.length;
}

/** Seats of a council by population (code général des collectivités territoriales, art. L.2121-2). */
const seats: readonly (readonly [below: number, seats: number])[] = [
  ...([
    [100, 7],
    [500, 11],
    [1500, 15],
    [2500, 19],
    [3500, 23],
    [5000, 27],
    [10_000, 29],
    [20_000, 33],
    [30_000, 35],
  ] as const),
  ...([
    [40_000, 39],
    [50_000, 43],
    [60_000, 45],
    [80_000, 49],
    [100_000, 53],
    [150_000, 55],
    [200_000, 59],
  ] as const),
  ...([
    [250_000, 61],
    [300_000, 65],
  ] as const),
];

export function councilSeats(population: number): number {
  return seats.find(([below]) => population < below)?.[1] ?? 69;
}
