import { isUtf8 } from 'node:buffer';
import { hardSpace, thinSpace } from '../../lib/typography.ts';
import { words } from '../same-words.ts';
import { candidates2026 } from './candidates-2026.ts';
import type { FileFormat } from './format.ts';
import { results2020 } from './results-2020.ts';
import { volunteer } from './volunteer.ts';
import { WrongFile } from './wrong-file.ts';

const formats: readonly FileFormat[] = [results2020, candidates2026, volunteer];

export interface Recognised {
  format: FileFormat;
  delimiter: string;
  header: string[];
}

/** Tells what a file is from its first bytes, or throws WrongFile with what it is instead. `assumed` are columns that need not be there. */
export function recognise(start: Buffer, assumed: readonly string[] = []): Recognised {
  if (start.length === 0) throw new WrongFile('Le fichier est vide.');
  const other = otherKind(start);
  if (other) throw new WrongFile(`Ce fichier est ${other}, et non un fichier de listes ou de résultats.`);
  const [line, encoding] = firstLine(start);
  const delimiter = mostFrequent(line);
  const header = line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const present = new Set([...header, ...assumed].map(words));
  const [best] = formats
    .map((format) => ({ format, missing: format.columns.filter((column) => !present.has(words(column))) }))
    .sort((one, two) => one.missing.length / one.format.columns.length - two.missing.length / two.format.columns.length);
  if (!best || best.missing.length > best.format.columns.length / 2) throw new WrongFile(unknown(header));
  const { format, missing } = best;
  if (!format.delimiters.includes(delimiter))
    throw new WrongFile(
      `Ce fichier ressemble à «${thinSpace}${format.name}${thinSpace}», mais ses colonnes sont séparées autrement.`,
    );
  if (encoding !== 'ascii' && encoding !== format.encoding) throw new WrongFile(wrongEncoding(format));
  if (missing.length > 0) {
    throw new WrongFile(
      `Ce fichier ressemble à «${thinSpace}${format.name}${thinSpace}», mais il lui manque ${missing.length > 1 ? 'les colonnes' : 'la colonne'} ${missing.map((name) => `«${thinSpace}${name}${thinSpace}»`).join(', ')}.`,
    );
  }
  return { format, delimiter, header };
}

/** What the first bytes betray: the usual things that are picked by mistake. */
function otherKind(start: Buffer): string | null {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => start[at] === byte);
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return 'un PDF';
  if (begins(0x50, 0x4b)) return 'une archive ou un classeur (ZIP, XLSX, ODS)';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'un classeur Excel ancien (XLS)';
  if (begins(0x1f, 0x8b)) return 'un fichier compressé (GZIP)';
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return 'codé en UTF-16';
  if (start.includes(0)) return 'fait d’octets, pas de texte';
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(start.subarray(0, 200).toString('latin1'))) return 'une page web';
  return null;
}

function firstLine(start: Buffer): [line: string, encoding: 'ascii' | 'utf-8' | 'latin1'] {
  const stop = start.findIndex((byte) => byte === 10 || byte === 13);
  const bytes = stop < 0 ? start : start.subarray(0, stop);
  if (bytes.length > 20_000) throw new WrongFile(unknown([]));
  if (!isUtf8(bytes)) return [new TextDecoder('latin1').decode(bytes), 'latin1'];
  const line = new TextDecoder().decode(bytes);
  return [line, /^\p{ASCII}*$/u.test(line) ? 'ascii' : 'utf-8'];
}

function mostFrequent(line: string): string {
  const times = (delimiter: string) => line.split(delimiter).length;
  return ['\t', ';', ','].reduce((best, each) => (times(each) > times(best) ? each : best));
}

function wrongEncoding({ name, encoding }: FileFormat): string {
  const expected = encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-8';
  return `Ce fichier ressemble à «${thinSpace}${name}${thinSpace}», mais il n’est pas codé en ${expected}${hardSpace}: reprenez-le tel qu’il a été publié, ou enregistrez-le en ${expected}.`;
}

function unknown(header: readonly string[]): string {
  const first = header.slice(0, 3).join(', ').slice(0, 80);
  const seen = /^[\p{L}\p{N}\p{P}\p{Zs}]+$/u.test(first) ? ` (il commence par «${thinSpace}${first}${thinSpace}»)` : '';
  return `Ce fichier n’est d’aucune sorte connue${seen}${hardSpace}: voyez npm run import -- --help.`;
}
