import { Readable } from 'node:stream';
import { type Options, stringify } from 'csv-stringify';
import { stringify as stringifyNow } from 'csv-stringify/sync';
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

/** Row after row, so that a file of any length takes the memory of a few lines. */
export function csvStream(table: Table, rows: Iterable<Row>): Readable {
  return Readable.from(rows, { objectMode: true }).pipe(stringify(options(table, true)));
}

/** The same at once, without the mark for Excel: what goes into the package, where programs read it. */
export function csvText(table: Table, rows: Iterable<Row>): string {
  return stringifyNow([...rows], options(table, false));
}
