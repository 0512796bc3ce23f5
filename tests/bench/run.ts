import '../../src/node-version.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { openDataFolder } from '../../src/commands/open-data-folder.ts';
import { type Cold, cold } from './cold.ts';
import { benchCsv, benchExport } from './downloads.ts';
import { benchImport, importReport } from './import.ts';
import { alternate, bytesOf, type Load } from './load.ts';
import { type Server, startBare, startSite } from './servers.ts';
import { aligned, goal, milliseconds, whole } from './table.ts';
import { benchThousand } from './thousand.ts';

const help = `npm run bench -- [--quick] [--seconds N]

Measures, on this machine and in one run: the scoreboard from memory beside a bare Fastify reply of the same bytes, a page drawn cold,
the same with all of France imported, memory, the import itself, what is read of a thousand campaigns, and the CSV of 50,000 rows. Servers
and bench are separate processes; runs alternate between what is compared, and the median of three is shown. Only the ratios mean
something elsewhere. About three minutes.

  --quick       without France: no import (about one minute)
  --seconds N   length of each run under load (5)
  --export N    also exports N small campaigns as plain files, beside a tenth of them (0; a thousand take about half an hour)

Ends with 0 when every goal is met, 1 when one is missed, 2 when it was asked wrongly.
`;

const campaign = 'marseille-2020';
const path = `/${campaign}`;
/** Two runs of the very same thing differ by this much here; "no slower" cannot be told more finely. */
const noise = 0.95;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const order = readOrder(args);
  if (order === 'help' || order === 'wrong') {
    process.stdout.write(help);
    return order === 'help' ? 0 : 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'parole-tenue-bench-'));
  try {
    return await bench(folder, order);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bench(folder: string, { quick, seconds, exported }: Order): Promise<number> {
  const town = join(folder, 'town');
  const france = join(folder, 'france');
  for (const dataDir of quick ? [town] : [town, france]) seed(dataDir);
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}; median of 3 alternated runs of ${seconds} s\n`,
  );
  const goals: boolean[] = [];

  const imported = quick ? null : await benchImport(france);
  if (imported) {
    say(`${importReport(imported)}\n`);
    goals.push(imported.seconds < 60, imported.peakMegabytes < 300);
  }
  const dataDirs = imported ? [town, france] : [town];
  const sites = await Promise.all(dataDirs.map(startSite));
  for (const encoding of ['br', 'identity']) goals.push(...(await cached(sites, encoding, seconds)));
  for (const site of sites) await site.stop();

  goals.push(...coldTable(await cold(dataDirs, campaign)));
  say(await benchThousand(folder));

  for (const { text, met } of [await benchCsv(), ...(exported > 0 ? [await benchExport(exported)] : [])]) {
    say(text);
    goals.push(met);
  }
  return goals.every(Boolean) ? 0 : 1;
}

async function cached(sites: readonly Server[], encoding: string, seconds: number): Promise<boolean[]> {
  const bytes = await bytesOf(sites[0], path, encoding);
  const { 'content-type': type = '', 'content-encoding': coding } = bytes.headers;
  const least: Record<string, string> = { 'content-type': type, ...(coding && { 'content-encoding': coding }) };
  const bares = await Promise.all([startBare(bytes), startBare({ ...bytes, headers: least })]);
  const loads = await alternate([...bares, ...sites], path, encoding, seconds);
  const memory = await Promise.all([...bares, ...sites].map((server) => server.memory()));
  for (const bare of bares) await bare.stop();
  const [same, body, one, france] = loads;
  if (!same || !body || !one) throw new Error('nothing was measured');
  const line = (name: string, load: Load, ratio = '', verdict = '') => {
    const held = `${whole(memory[loads.indexOf(load)] ?? 0)} MB`;
    return [name, whole(load.requestsPerSecond), `${load.p99} ms`, `${load.cpu.toFixed(1)} µs`, held, ratio, verdict] as const;
  };
  const against = (name: string, load: Load, than: Load, least: number) => {
    const ratio = load.requestsPerSecond / than.requestsPerSecond;
    return line(name, load, ratio.toFixed(2), goal(ratio >= least, `≥ ${least}`));
  };
  const rows = [
    line('bare Fastify, the same body, no header but its type', body),
    line('bare Fastify, the same bytes', same, (same.requestsPerSecond / body.requestsPerSecond).toFixed(2)),
    against('scoreboard', one, same, 0.9),
    ...(france ? [against('scoreboard, France imported (beside one town)', france, one, noise)] : []),
  ];
  const head = `from memory, ${encoding}, ${whole(bytes.body.length)} bytes`;
  say(aligned([[head, 'requests/s', 'p99', 'server CPU', 'memory', 'ratio', 'goal'], ...rows]));
  return rows.map((row) => !row[6].startsWith('MISSED'));
}

function coldTable([town, france]: Cold[]): boolean[] {
  if (!town) return [];
  const line = (name: string, { scoreboard, median, p99 }: Cold, ratio = '', verdict = '') =>
    [name, milliseconds(scoreboard), milliseconds(median), milliseconds(p99), ratio, verdict] as const;
  const ratio = france ? town.median / france.median : 1;
  const rows = [
    line('one town', town),
    ...(france ? [line('France imported', france, ratio.toFixed(2), goal(ratio >= noise, `≥ ${noise}`))] : []),
  ];
  const head = `drawn cold, ${town.pages} pages`;
  say(aligned([[head, 'scoreboard', 'other pages', 'p99', 'ratio', 'goal'], ...rows]));
  return rows.map((row) => !row[5].startsWith('MISSED'));
}

function seed(dataDir: string): void {
  const database = openDataFolder({ DATA_DIR: dataDir });
  seedCampaign(database, join(seedsFolder, campaign));
  database.sql.close();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

interface Order {
  quick: boolean;
  seconds: number;
  exported: number;
}

function readOrder(args: string[]): Order | 'help' | 'wrong' {
  const options = {
    quick: { type: 'boolean' },
    seconds: { type: 'string' },
    export: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return 'help';
    const seconds = Number(values.seconds ?? 5);
    const exported = Number(values.export ?? 0);
    return seconds > 0 && exported >= 0 ? { quick: values.quick === true, seconds, exported } : 'wrong';
  } catch {
    return 'wrong';
  }
}
