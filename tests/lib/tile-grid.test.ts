import { expect, test } from 'vitest';
import { tileGrid } from '../../src/lib/tile-grid.ts';

test('no two places share a tile, whatever their number', () => {
  for (let count = 1; count <= 20; count++) {
    const places = Array.from({ length: count }, (_, index) => ({ latitude: Math.sin(index), longitude: Math.cos(index * 3) }));
    expect(new Set(tileGrid(places).map(({ column, row }) => `${column},${row}`)).size).toBe(count);
  }
});

test('north is up and west is left', () => {
  const places = { north: [45.9, 5], southWest: [43, 1], southEast: [43.1, 9], middle: [44.5, 5] };
  const [north, southWest, southEast, middle] = tileGrid(
    Object.values(places).map(([latitude = 0, longitude = 0]) => ({ latitude, longitude })),
  );
  expect(north?.row).toBe(0);
  expect(middle?.row).toBe(0);
  expect([southWest, southEast]).toEqual([
    { column: 0, row: 1 },
    { column: 1, row: 1 },
  ]);
});
