import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { hardSpace, number } from '../../lib/typography.ts';
import type { ReadingOptions } from './format.ts';
import { recognise } from './recognise.ts';
import { eachRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { placeColumns } from './volunteer.ts';
import { WrongFile } from './wrong-file.ts';

export interface ReadFile {
  formatName: string;
  lines: number;
  stage: Stage;
}

/** Called now and then while a file is read. */
export type Progress = (readBytes: number, allBytes: number) => void;

const startBytes = 64 * 1024;
/** All the candidates of France in 2026 are 889,000 lines. */
const mostLines = 3_000_000;
/** Past these the person has to look at the file, not at its lines one by one. */
const mostRejections = 10_000;

/** Reads a whole file of any known format into memory, lists only. Throws WrongFile; changes nothing anywhere. */
export async function readOfficialFile(path: string, options: ReadingOptions, progress: Progress): Promise<ReadFile> {
  const { size, start } = await look(path);
  const { format, delimiter, header } = recognise(start, options.here ? placeColumns : []);
  const sink = openStage(options.here);
  const reader = format.open({ fileName: basename(path), delimiter, header, options }, sink);
  const shape = { encoding: format.encoding, quotes: format.quotes, delimiter, isWhole: reader.isWhole };
  let lines = 0;
  await eachRecord(watched(path, size, progress), shape, (fields, line) => {
    lines += 1;
    if (lines > 1) reader.read(fields, line);
    refuseTooMuch(lines, sink.stage);
  });
  if (lines <= 1) throw new WrongFile('Le fichier n’a que son en-tête, et aucune ligne.');
  if (sink.stage.races.size === 0) {
    const [first] = sink.stage.rejections;
    if (options.here && !first) throw new WrongFile(`Ce fichier ne dit rien de ${options.here.communeName} pour cette élection.`);
    throw new WrongFile(`Aucune ligne n’est utilisable${first ? `${hardSpace}: ligne ${first.line}, ${first.reason}` : '.'}`);
  }
  return { formatName: format.name, lines: lines - 1, stage: sink.stage };
}

function refuseTooMuch(lines: number, { rejected, rejections: [first] }: Stage): void {
  if (lines > mostLines) {
    throw new WrongFile(`Ce fichier a plus de trois millions de lignes${hardSpace}: ce n’est pas un fichier de listes.`);
  }
  if (first && rejected > mostRejections) {
    throw new WrongFile(
      `Plus de ${number(mostRejections)} lignes ne sont pas utilisables, dès la ligne ${first.line}${hardSpace}: ${first.reason}`,
    );
  }
}

async function look(path: string): Promise<{ size: number; start: Buffer }> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
      return { size, start: buffer.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new WrongFile(unreadable(path, error));
  }
}

function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `Il n’y a pas de fichier ${path}.`;
  if (code === 'EISDIR') return `${path} est un dossier, et non un fichier.`;
  if (code === 'EACCES') return `Le fichier ${path} ne peut pas être lu${hardSpace}: l’accès est refusé.`;
  return `Le fichier ${path} ne peut pas être lu (${String(code ?? error)}).`;
}

async function* watched(path: string, size: number, progress: Progress): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    yield chunk;
    read += chunk.length;
    progress(read, size);
  }
}
