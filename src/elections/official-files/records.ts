import { isUtf8 } from 'node:buffer';
import { CsvError, type Options, parse } from 'csv-parse';
import { hardSpace } from '../../lib/typography.ts';
import { WrongFile } from './wrong-file.ts';

export interface RecordShape {
  encoding: 'utf-8' | 'latin1';
  delimiter: string;
  /** False where a stray quote must never swallow the lines after it: one line is then one record. */
  quotes: boolean;
  /** Whether a record is whole: asked of the last one when the file does not end with a line break. */
  isWhole(fields: readonly string[]): boolean;
}

/** The widest line of the Ministry's files has a few thousand bytes. What is wider is one line that never ends, or a million columns. */
const widestLine = 50_000;

/**
 * Hands each record of a byte stream to `use`, with the line it ends on. Nothing is kept, so the size of the file does not matter.
 * Throws WrongFile when the bytes are not text of that encoding, or stop in the middle of a record.
 */
export async function eachRecord(
  bytes: AsyncIterable<Buffer>,
  shape: RecordShape,
  use: (fields: string[], line: number) => void,
): Promise<void> {
  const last: { fields: string[]; line: number } = { fields: [], line: 0 };
  let failed: unknown = null;
  const parser = parse({
    ...dialect(shape),
    on_record(fields: string[], { lines }) {
      last.fields = fields;
      last.line = lines;
      use(fields, lines);
      return null;
    },
  });
  parser.on('error', (error) => {
    failed = error;
  });
  parser.resume();
  let lastByte = 10;
  let sinceBreak = 0;
  for await (const chunk of decoded(bytes, shape.encoding)) {
    lastByte = chunk.at(-1) ?? lastByte;
    const lastBreak = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13));
    sinceBreak = lastBreak < 0 ? sinceBreak + chunk.length : chunk.length - lastBreak - 1;
    if (!parser.write(chunk) && !failed) await settled(parser, 'drain');
    if (failed) break;
    if (sinceBreak > widestLine) throw endless(last.line);
  }
  if (!failed) {
    parser.end();
    await settled(parser, 'end');
  }
  if (failed) throw explained(failed, last.line);
  if (lastByte !== 10 && lastByte !== 13 && !shape.isWhole(last.fields)) throw cutShort(last.line);
}

function dialect({ delimiter, quotes }: RecordShape): Options {
  return {
    delimiter,
    quote: quotes ? '"' : false,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
    max_record_size: widestLine,
    record_delimiter: ['\r\n', '\n', '\r'],
  };
}

/** The same bytes in UTF-8. */
async function* decoded(bytes: AsyncIterable<Buffer>, encoding: RecordShape['encoding']): AsyncGenerator<Buffer> {
  let read = 0;
  // Between two chunks, the first bytes of a letter whose last bytes are in the next one.
  let begun: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (chunk.includes(0)) {
      throw new WrongFile(`Ce n’est pas un fichier de texte${hardSpace}: il contient des octets nuls après ${read} octets.`);
    }
    if (encoding === 'latin1') yield fromLatin1(chunk);
    else {
      const joined = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk;
      const end = lastWholeLetter(joined);
      const whole = joined.subarray(0, end);
      if (!isUtf8(whole)) throw notUtf8(read);
      begun = Buffer.from(joined.subarray(end));
      yield whole;
    }
    read += chunk.length;
  }
  if (begun.length > 0) throw notUtf8(read);
}

/** To TextDecoder, `latin1` means windows-1252, which the Ministry's « œ » needs. */
function fromLatin1(chunk: Buffer): Buffer {
  return Buffer.from(new TextDecoder('latin1').decode(chunk));
}

/** Where a letter of several bytes begins that the chunk does not finish; the length when there is none. */
function lastWholeLetter(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) break;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length > 0) return length > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}

function notUtf8(read: number): WrongFile {
  return new WrongFile(
    `Le fichier devrait être en UTF-8 et ne l’est pas partout${hardSpace}: vers l’octet ${read}, des lettres accentuées sont dans un autre codage.`,
  );
}

function settled(parser: ReturnType<typeof parse>, event: 'drain' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    parser.once(event, () => resolve());
    parser.once('error', () => resolve());
  });
}

function explained(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return cutShort(line + 1);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return endless(line);
  return error;
}

function endless(line: number): WrongFile {
  return new WrongFile(
    `Après la ligne ${line}, une ligne n’en finit pas${hardSpace}: un guillemet manque, ou ce n’est pas le bon fichier.`,
  );
}

function cutShort(line: number): WrongFile {
  return new WrongFile(
    `Le fichier est tronqué${hardSpace}: il s’arrête au milieu de la ligne ${line}, téléchargez-le de nouveau.`,
  );
}
