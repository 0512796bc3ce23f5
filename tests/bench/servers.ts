import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Server {
  url: string;
  /** Megabytes held now. */
  memory(): Promise<number>;
  /** Microseconds of processor used since it started: what a request costs, however fast the bench can ask. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** One answer, as it came. */
export interface Bytes {
  body: Buffer;
  headers: Record<string, string>;
}

export const startSite = (dataDir: string): Promise<Server> => start('site-process.ts', { DATA_DIR: dataDir });

/** Bare Fastify, with these bytes. */
export const startBare = ({ body, headers }: Bytes): Promise<Server> =>
  start('bare-process.ts', {}, { base64: body.toString('base64'), headers });

async function start(file: string, environment: Record<string, string>, order?: object): Promise<Server> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const env = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...environment };
  const child = fork(path, { env });
  if (order) child.send(order);
  const url = await answerOf(child);
  if (typeof url !== 'string') throw new Error(`${file} did not start`);
  const ask = async (question: 'memory' | 'cpu') => {
    child.send(question);
    return Number(await answerOf(child));
  };
  return {
    url,
    memory: () => ask('memory'),
    cpu: () => ask('cpu'),
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The next message; an error when it ends instead of answering. */
function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a server of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
