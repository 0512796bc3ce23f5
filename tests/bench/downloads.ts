import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { goal, milliseconds, whole } from './table.ts';

const run = promisify(execFile);

const csvFigures = z.object({
  rows: z.number(),
  bytes: z.number(),
  seconds: z.number(),
  before: z.number(),
  peak: z.number(),
  after: z.number(),
});
const exportFigures = z.object({
  campaigns: z.number(),
  files: z.number(),
  broken: z.number(),
  seconds: z.number(),
  peak: z.number(),
  againSeconds: z.number(),
  againWritten: z.number(),
  editionSeconds: z.number(),
  editionWritten: z.number(),
});

/** The CSV of 50,000 rows is streamed: what it takes beside the state itself must not grow with its length. */
export async function benchCsv(): Promise<{ text: string; met: boolean }> {
  const small = csvFigures.parse(await measured('csv-process.ts', 5_000));
  const large = csvFigures.parse(await measured('csv-process.ts', 50_000));
  const grown = (figures: z.infer<typeof csvFigures>) => Math.max(0, figures.peak - figures.before);
  const met = grown(large) < 64;
  const speed = large.rows / large.seconds / (small.rows / small.seconds);
  const text = [
    `CSV: ${whole(large.rows)} rows, ${(large.bytes / 1e6).toFixed(1)} MB in ${large.seconds.toFixed(1)} s`,
    `  memory beside the state: ${whole(grown(large))} MB at most (${whole(grown(small))} MB for ${whole(small.rows)} rows)   ${goal(met, 'under 64 MB')}`,
    `  rows a second, beside ${whole(small.rows)} rows: ${speed.toFixed(2)}   ${goal(speed >= 0.5, '≥ 0.5')}`,
  ].join('\n');
  return { text, met: met && speed >= 0.5 };
}

/**
 * The export of many small campaigns, beside a tenth of them: each must cost what the first ones cost, and take no more memory. Again,
 * with nothing changed, it must cost almost nothing. A thousand take half an hour: `campaigns` says how many.
 */
export async function benchExport(campaigns: number): Promise<{ text: string; met: boolean }> {
  const few = exportFigures.parse(await measured('export-process.ts', Math.max(1, Math.floor(campaigns / 10))));
  const many = exportFigures.parse(await measured('export-process.ts', campaigns));
  const each = (figures: z.infer<typeof exportFigures>) => figures.seconds / figures.campaigns;
  const ratio = each(few) / each(many);
  const memory = many.peak / few.peak;
  const again = many.againSeconds / many.seconds;
  const goals = [ratio >= 0.8, memory <= 1.25, again <= 0.05, many.broken === 0 && many.againWritten === 0];
  const said = `${many.againWritten} files written, ${many.broken} broken links`;
  const text = [
    `export: ${whole(many.campaigns)} campaigns, ${whole(many.files)} files in ${whole(many.seconds)} s, ${milliseconds((1000 * many.seconds) / many.files)} each`,
    `  a campaign's time, of ${few.campaigns} beside ${many.campaigns}: ${ratio.toFixed(2)}   ${goal(goals[0] === true, '≥ 0.8')}`,
    `  memory: ${whole(many.peak)} MB, beside ${whole(few.peak)} MB: ${memory.toFixed(2)}   ${goal(goals[1] === true, '≤ 1.25')}`,
    `  again, nothing changed: ${many.againSeconds.toFixed(1)} s of ${whole(many.seconds)}: ${again.toFixed(3)}   ${goal(goals[2] === true, '≤ 0.05')}`,
    `  again: ${said}   ${goal(goals[3] === true, 'none')}`,
    `  a new edition of one campaign: ${many.editionSeconds.toFixed(1)} s, ${whole(many.editionWritten)} files`,
  ].join('\n');
  return { text, met: goals.every(Boolean) };
}

/** As `npm run export` starts: what is read once need not wait long to be let go. */
const smallNursery = '--max-semi-space-size=4';

async function measured(file: string, size: number): Promise<unknown> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await run(process.execPath, ['--expose-gc', smallNursery, path, String(size)], { maxBuffer: 1e6 });
  return JSON.parse(stdout);
}
