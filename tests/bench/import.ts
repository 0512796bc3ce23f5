import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type FileFigures, writeCandidatesFile } from './candidates-file.ts';

export interface ImportFigures extends FileFigures {
  seconds: number;
  peakMegabytes: number;
  /** The same file given again: it is all there, and nothing is written. */
  againSeconds: number;
  againPeakMegabytes: number;
}

/**
 * Imports a candidates file of the size of France, twice, each time in a process of its own as a person would start it. The database
 * stays in `dataDir` when one is given.
 */
export async function benchImport(dataDir?: string): Promise<ImportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'parole-tenue-bench-'));
  try {
    const file = join(folder, 'candidatures-france-entiere-tour-1.csv');
    const figures = await writeCandidatesFile(file);
    const data = dataDir ?? join(folder, 'data');
    const first = await importOnce(file, data);
    const again = await importOnce(file, data);
    return { ...figures, ...first, againSeconds: again.seconds, againPeakMegabytes: again.peakMegabytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const memory = new URL('./tell-memory.ts', import.meta.url).href;

async function importOnce(file: string, dataDir: string): Promise<{ seconds: number; peakMegabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', memory, cli, 'import', file, '--apply'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complaint, kilobytes] = await Promise.all(child.stdio.slice(1, 4).map(everything));
  if ((await ended) !== 0) throw new Error(`the import failed: ${said}${complaint}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: Number(kilobytes) / 1024 };
}

async function everything(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : '';
}

/** The figures as lines a person reads. */
export function importReport(figures: ImportFigures): string {
  const { rows, lists, communes, bytes, seconds, peakMegabytes, againSeconds, againPeakMegabytes } = figures;
  return [
    `import: ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${lists} lists in ${communes} communes`,
    `  first time   ${seconds.toFixed(1)} s, at most ${peakMegabytes.toFixed(0)} MB   (goal: under 60 s, under 300 MB)`,
    `  again        ${againSeconds.toFixed(1)} s, at most ${againPeakMegabytes.toFixed(0)} MB   (nothing to change)`,
  ].join('\n');
}

if (import.meta.main) process.stdout.write(`${importReport(await benchImport())}\n`);
