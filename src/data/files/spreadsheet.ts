import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { Row, Table } from '../tables/table.ts';

export interface Workbook {
  title: string;
  /** The edition's instant: the file is the same at every download. */
  publishedAt: string;
  sheets: { table: Table; rows: Iterable<Row> }[];
}

/** One sheet a table: heading, frozen first line, a filter. Text is stored as text, so nothing in it can act as a formula. */
export function xlsxOf(book: Workbook): Promise<Uint8Array> {
  return writeXlsx(optionsOf(book));
}

export function odsOf(book: Workbook): Promise<Uint8Array> {
  return writeOds(optionsOf(book));
}

function optionsOf({ title, publishedAt, sheets }: Workbook) {
  const at = new Date(publishedAt);
  return {
    properties: { title, creator: 'Parole tenue', created: at, modified: at },
    sheets: sheets.map(({ table, rows }) => {
      const names = Object.keys(table.columns);
      return {
        name: table.title.fr.slice(0, 31),
        columns: names.map((name) => ({ header: name, key: name, width: widthOf(name) })),
        data: [...rows].map((row) => ({ ...row })),
        freezePane: { rows: 1 },
      };
    }),
  };
}

function widthOf(name: string): number {
  if (/summary|quote|text|fact|explanation|rule_|reason/.test(name)) return 60;
  return /title|label|name|url|about/.test(name) ? 32 : 16;
}
