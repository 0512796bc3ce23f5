import type { DataPage } from '../../web/data-pages.ts';
import { positions } from '../tables/positions.ts';
import type { Dossier, Row, Table } from '../tables/table.ts';
import { findTable } from '../tables/tables.ts';

/** The rows that say what a page says. */
export interface PageData {
  /** What the file is called, after its campaign and edition. */
  name: string;
  table: Table;
  rows(): Iterable<Row>;
}

type Params = Readonly<Record<string, string | undefined>>;

/** Each page's data, by the address of the page; null when there is no such page. */
export const pageData: Record<DataPage, (dossier: Dossier, params: Params) => PageData | null> = {
  '': (dossier) => cells(dossier, 'positions', () => true),
  /** As JSON it is the register itself, which has a route of its own. */
  '/registre': (dossier) => wholeTable(dossier, 'editions'),
  '/lettre': (dossier) => wholeTable(dossier, 'demands'),
  '/secteurs/:number': (dossier, { number = '' }) => {
    const race = dossier.state.current('race').find(({ sectorNumber }) => String(sectorNumber) === number);
    return race ? cells(dossier, `secteur-${number}`, (row) => row.race === race.slug) : null;
  },
  '/mouvements/:movement': (dossier, { movement = '' }) =>
    dossier.state.of('movement').get(movement)?.current ? cells(dossier, movement, (row) => row.movement === movement) : null,
  '/mouvements/:movement/:demand': (dossier, { movement = '', demand = '' }) =>
    dossier.state.of('movement').get(movement)?.current && dossier.state.of('demand').get(demand)?.current
      ? cells(dossier, `${movement}-${demand}`, (row) => row.movement === movement && row.demand === demand)
      : null,
  '/listes/:key': (dossier, { key = '' }) =>
    dossier.state.of('list').get(key)?.current ? cells(dossier, key, (row) => row.list === key) : null,
  '/demandes/:slug': (dossier, { slug = '' }) =>
    dossier.state.of('demand').get(slug)?.current ? cells(dossier, slug, (row) => row.demand === slug) : null,
};

/** A table as it is, under its own name. */
export function wholeTable(dossier: Dossier, name: string): PageData | null {
  const table = findTable(name);
  return table && { name, table, rows: () => table.rows(dossier) };
}

function cells(dossier: Dossier, name: string, keep: (row: Row) => boolean): PageData {
  return {
    name,
    table: positions,
    *rows() {
      for (const row of positions.rows(dossier)) if (keep(row)) yield row;
    },
  };
}
