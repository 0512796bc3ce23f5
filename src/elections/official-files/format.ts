import type { RecordShape } from './records.ts';
import type { Sink } from './stage.ts';
import type { WantedPlace } from './wanted-place.ts';

/** What the person who runs the import may add, for what a file does not say itself. */
export interface ReadingOptions {
  round: 1 | 2 | null;
  /** The only town and election that are wanted: nothing else is kept, and a volunteer's table need not name them. */
  here?: WantedPlace;
}

/** One kind of file the import knows. */
export interface FileFormat {
  /** How it is named to a person, in French. */
  name: string;
  delimiters: readonly string[];
  encoding: RecordShape['encoding'];
  quotes: boolean;
  /** The columns it must have. */
  columns: readonly string[];
  /** Makes the function that is handed every record after the header. May throw WrongFile, before anything is read. */
  open(file: OpenFile, sink: Sink): RecordReader;
}

/** The start of a file, once its format is known. */
export interface OpenFile {
  fileName: string;
  delimiter: string;
  header: readonly string[];
  options: ReadingOptions;
}

export interface RecordReader {
  read(fields: string[], line: number): void;
  isWhole(fields: readonly string[]): boolean;
}
