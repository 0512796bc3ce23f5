import { placeOf } from '../elections/arrondissement-places.ts';
import type { Payload } from '../ledger/payloads.ts';
import { type Tile, tileGrid } from '../lib/tile-grid.ts';
import { enumerated, french } from '../lib/typography.ts';
import { racesOf } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { sectorWords } from './words/sector.ts';

/** The sectors as tiles of a small map, and the same choice as a list. */
export interface SectorMap {
  heading: string;
  note: string;
  every: string;
  search: SectorSearch;
  width: number;
  height: number;
  tiles: SectorTile[];
}

export interface SectorTile extends Link {
  /** What is written on the tile, which is what its link is called: « Secteur », 4, « 6e · 8e ». */
  lines: { text: string; small: boolean; y: number }[];
  areas: string;
  current: boolean;
  x: number;
  y: number;
}

export interface SectorSearch {
  action: string;
  label: string;
  hint: { intro: string; examples: string };
  submit: string;
  typed: string;
}

export interface MapPlace {
  /** The address of the sector that the page is about. */
  current?: string;
  typed?: string;
}

/** One tile's step on the map, in the units of its drawing. */
const step = 100;

/** Null when the election has no sectors to choose from. */
export function presentSectorMap(view: View, { current = '', typed = '' }: MapPlace = {}): SectorMap | null {
  const { language, links } = view;
  const words = sectorWords[language];
  const races = sectorsOf(view);
  const search = presentSectorSearch(view, typed);
  if (!search) return null;
  const { tiles, isMap } = layOut(races);
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  return {
    heading: words.title,
    note: isMap ? words.mapNote : words.gridNote,
    every: words.every,
    search,
    width: columns * step,
    height: rows * step,
    tiles: races.map((race, index) => {
      const { column, row } = tiles[index] ?? { column: 0, row: 0 };
      const inRow = tiles.filter((tile) => tile.row === row).length;
      const href = links.sector(race.sectorNumber ?? 0);
      return {
        href,
        label: french(race.name),
        lines: linesOn(race),
        areas: areaNames(race.areas),
        current: href === current,
        // A row with fewer tiles stands in the middle, so that the whole keeps a town's outline.
        x: (column + (columns - inRow) / 2) * step,
        y: row * step,
      };
    }),
  };
}

/** The way from an address to a ballot. Null when the election has no sectors to choose from. */
export function presentSectorSearch(view: View, typed = ''): SectorSearch | null {
  const { language, links } = view;
  const races = sectorsOf(view);
  if (races.length < 2) return null;
  const words = sectorWords[language];
  return {
    action: links.sectors,
    label: words.search,
    hint: { intro: words.hint, examples: examplesOf(view) },
    submit: words.find,
    typed,
  };
}

/** `13001, 1er arrondissement, Secteur 8`: what may be typed, of each kind that there is. */
export function examplesOf(view: View): string {
  const races = sectorsOf(view);
  const area = races.flatMap(({ areas }) => areas).at(0);
  return [area?.postCode, area && french(area.name), races.at(-1)?.name].filter((each) => each).join(', ');
}

function sectorsOf({ state }: View): Payload<'race'>[] {
  return racesOf(state).filter(({ sectorNumber }) => sectorNumber !== null);
}

function layOut(races: readonly Payload<'race'>[]): { tiles: Tile[]; isMap: boolean } {
  const places = races.flatMap(({ areas }) => placeOf(areas) ?? []);
  if (places.length === races.length) return { tiles: tileGrid(places), isMap: true };
  const columns = Math.ceil(Math.sqrt(races.length));
  return { tiles: races.map((_, index) => ({ column: index % columns, row: Math.floor(index / columns) })), isMap: false };
}

/** « 4e et 5e arrondissements », else the names as they are: French, whatever the page's language. */
export function areaNames(areas: Payload<'race'>['areas']): string {
  const ordinals = areas.flatMap(({ name }) => /^(\d+(?:er|e)) arrondissement$/.exec(name)?.[1] ?? []);
  if (areas.length > 1 && ordinals.length === areas.length) return `${enumerated(ordinals)} arrondissements`;
  return enumerated(areas.map(({ name }) => french(name)));
}

function linesOn({ name, sectorNumber, areas }: Payload<'race'>): SectorTile['lines'] {
  const number = String(sectorNumber);
  const kind = french(name.replace(number, '').trim());
  const lines = [
    { text: kind, small: true, y: 27 },
    { text: number, small: false, y: 62 },
    { text: shortAreas(areas), small: true, y: 84 },
  ];
  return lines.filter(({ text }) => text !== '');
}

/** `4e 5e` for « 4e arrondissement » and « 5e arrondissement »; nothing when the names have no number. */
function shortAreas(areas: Payload<'race'>['areas']): string {
  return areas.flatMap(({ name }) => /^\d+(?:er|e)\b/.exec(name)?.[0] ?? []).join(' · ');
}
