/** A place on the earth, in degrees. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** Where a tile stands: column from the west, row from the north, both from 0. */
export interface Tile {
  column: number;
  row: number;
}

/**
 * A schematic map: each place gets one square, so that a small dense one is as easy to touch as a large empty one. Places are cut
 * into rows from north to south, then stand in each row from west to east. Gives the tiles in the order of the places.
 */
export function tileGrid(places: readonly Place[]): Tile[] {
  const rowCount = Math.max(1, Math.round(Math.sqrt(places.length)));
  const northFirst = places.map((_, index) => index).sort((a, b) => latitude(places, b) - latitude(places, a));
  const tiles: Tile[] = places.map(() => ({ column: 0, row: 0 }));
  for (let row = 0; row < rowCount; row++) {
    const from = Math.round((row * places.length) / rowCount);
    const to = Math.round(((row + 1) * places.length) / rowCount);
    const westFirst = northFirst.slice(from, to).sort((a, b) => longitude(places, a) - longitude(places, b));
    westFirst.forEach((place, column) => {
      tiles[place] = { column, row };
    });
  }
  return tiles;
}

function latitude(places: readonly Place[], index: number): number {
  return places[index]?.latitude ?? 0;
}

function longitude(places: readonly Place[], index: number): number {
  return places[index]?.longitude ?? 0;
}
