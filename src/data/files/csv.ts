import { type Options, stringify } from 'csv-stringify/sync';
import type { Row, Table } from '../tables/table.ts';

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula is given an apostrophe, so that what a stranger wrote stays text;
 * the JSON has it as it was. The mark at the start (BOM) is for Excel, which would else read UTF-8 as Windows-1252.
 */
function options(table: Table, forExcel: boolean): Options {
  return {
    header: true,
    columns: Object.keys(table.columns),
    record_delimiter: 'windows',
    bom: forExcel,
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  };
}

/** How many rows are written together. */
const together = 20;

/** A few rows at a time, so that a file of any length takes the memory of a few lines. */
export function* csvPieces(table: Table, rows: Iterable<Row>): Iterable<string> {
  const head = options(table, true);
  const rest = { ...head, header: false, bom: false };
  yield stringify([], head);
  let few: Row[] = [];
  for (const row of rows) {
    if (few.push(row) < together) continue;
    yield stringify(few, rest);
    few = [];
  }
  yield stringify(few, rest);
}

/** The same at once, without the mark for Excel: what goes into the package, where programs read it. */
export function csvText(table: Table, rows: Iterable<Row>): string {
  return stringify([...rows], options(table, false));
}
