import { get } from 'node:http';
import autocannon from 'autocannon';
import type { Bytes, Server } from './servers.ts';

export interface Load {
  requestsPerSecond: number;
  p99: number;
  /** Microseconds of the server's processor for one request. */
  cpu: number;
}

const connections = 40;

/** Asks one page of one server as fast as it answers, for some seconds. Throws when an answer is not a 200. */
async function load(server: Server, path: string, encoding: string, seconds: number): Promise<Load> {
  const before = await server.cpu();
  const headers = { 'accept-encoding': encoding };
  const result = await autocannon({ url: server.url + path, connections, duration: seconds, headers });
  const cpu = (await server.cpu()) - before;
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${path}: ${result.non2xx + result.errors} bad answers`);
  return { requestsPerSecond: result.requests.average, p99: result.latency.p99, cpu: cpu / result.requests.total };
}

/** What a server answers, undecoded, without the headers that every server adds by itself. */
export async function bytesOf(server: Server | undefined, path: string, encoding: string): Promise<Bytes> {
  if (!server) throw new Error('no server');
  return new Promise((resolve, reject) => {
    get(server.url + path, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const automatic = ['date', 'connection', 'keep-alive', 'content-length'];
      const own = Object.entries(response.headers).filter(([name]) => !automatic.includes(name));
      const headers = Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
      resolve({ body: Buffer.concat(await response.toArray()), headers });
    }).on('error', reject);
  });
}

/** The same for several servers, turn by turn, so that a noisy minute of the machine falls on each. The median run of each. */
export async function alternate(servers: readonly Server[], path: string, encoding: string, seconds: number): Promise<Load[]> {
  for (const server of servers) await load(server, path, encoding, 1);
  const runs: Load[][] = servers.map(() => []);
  for (let turn = 0; turn < 3; turn += 1) {
    for (const [index, server] of servers.entries()) runs[index]?.push(await load(server, path, encoding, seconds));
  }
  return runs.map((own) => ({
    requestsPerSecond: median(own.map((run) => run.requestsPerSecond)),
    p99: median(own.map((run) => run.p99)),
    cpu: median(own.map((run) => run.cpu)),
  }));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return sorted.length % 2 === 0 ? (middle + (sorted[sorted.length / 2] ?? Number.NaN)) / 2 : middle;
}

/** The value that 99 in 100 do not exceed. */
export function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
}
