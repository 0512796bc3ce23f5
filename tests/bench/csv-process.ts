import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvPieces } from '../../src/data/files/csv.ts';
import { positions } from '../../src/data/tables/positions.ts';
import type { Dossier, Row } from '../../src/data/tables/table.ts';
import { openStandings } from '../../src/standings/standings.service.ts';
import { manyLists } from './many-lists.ts';

/** Writes the CSV of a campaign of this many rows to nowhere, twice, and says how it went: the first time warms up. */
const wanted = Number(process.argv[2] ?? 50_000);
const { ledger, campaign } = manyLists(wanted);
const state = openStandings(ledger).find(campaign);
if (!state) throw new Error('nothing was published');
const dossier: Dossier = { state, publicUrl: 'https://parole.example' };

await write(1000);
const before = settled();
const figures = await write(Number.POSITIVE_INFINITY);
process.stdout.write(JSON.stringify({ ...figures, before, after: settled() }));

async function write(most: number) {
  let rows = 0;
  let bytes = 0;
  let peak = 0;
  function* counted(): Iterable<Row> {
    for (const row of positions.rows(dossier)) {
      if (rows >= most) return;
      if (++rows % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
      yield row;
    }
  }
  const start = performance.now();
  const nowhere = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(Readable.from(csvPieces(positions, counted())), nowhere);
  return { rows, bytes, seconds: (performance.now() - start) / 1000, peak: peak / 1e6 };
}

/** Megabytes held once what is no longer used is let go. */
function settled(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
