import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import fastify from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { warnOfUnknownProxy } from '../../src/web/proxies.ts';
import { openWorld } from '../support/world.ts';

interface Sent {
  path: string;
  headers?: Record<string, string>;
  form?: Record<string, string>;
  /** Which of this machine's own addresses the visitor has. */
  from?: string;
}

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function send(port: number, { path, headers = {}, form, from = '127.0.0.1' }: Sent): Promise<Received> {
  const payload = form && new URLSearchParams(form).toString();
  const type = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const method = payload === undefined ? 'GET' : 'POST';
    const asked = httpRequest(
      { port, path, method, agent: false, localAddress: from, headers: { ...headers, ...type } },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text) => {
          body += text;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end(payload);
  });
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return portOf(server);
}

/** What nginx does with `proxy_add_x_forwarded_for`: the address that came to it goes behind those it was told. */
function proxyTo(port: number): Promise<number> {
  return listen(
    createServer((incoming, outgoing) => {
      const told = [incoming.headers['x-forwarded-for'], incoming.socket.remoteAddress].filter(Boolean).join(', ');
      const headers = { ...incoming.headers, 'x-forwarded-for': told };
      const onward = httpRequest({ port, path: incoming.url, method: incoming.method, headers, agent: false }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    }),
  );
}

async function behind(proxies: number, environment: Record<string, string> = {}) {
  const world = await openWorld({ TRUSTED_PROXIES: String(proxies), ...environment });
  onTestFinished(() => world.close());
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  let port = portOf(world.app.server);
  for (let count = 0; count < proxies; count += 1) port = await proxyTo(port);
  return { world, port };
}

async function signIn(port: number, from: string, email: string, headers: Record<string, string> = {}): Promise<number> {
  const page = await send(port, { path: '/bureau/connexion', from });
  const [, token = ''] = /name="_jeton" value="([^"]*)"/.exec(page.body) ?? [];
  const cookie = [page.headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ');
  const form = { _jeton: token, courriel: email, 'mot-de-passe': 'une phrase qui n’ouvre rien' };
  return (await send(port, { path: '/bureau/connexion', from, form, headers: { ...headers, cookie } })).status;
}

const left = ({ headers }: Received) => Number(headers['ratelimit-remaining']);
const forged = (time: number) => ({
  'x-forwarded-for': `198.51.100.${time}, 203.0.113.${time}`,
  'x-real-ip': `198.51.100.${time}`,
  forwarded: `for=198.51.100.${time}`,
});

describe.each([0, 1, 2])('behind %i proxies', (proxies) => {
  test('each visitor has a limit of their own, and whoever says to be another has still one', async () => {
    const { port } = await behind(proxies);
    const ask = (from: string, headers = {}) => send(port, { path: '/api/v1/campaigns', from, headers });
    const first = left(await ask('127.0.0.11'));
    expect(left(await ask('127.0.0.12'))).toBe(first);
    for (let time = 1; time <= 3; time += 1) expect(left(await ask('127.0.0.12', forged(time)))).toBe(first - time);
    // Nor does it use up what the one they say to be has left.
    expect(left(await ask('127.0.0.12', { 'x-forwarded-for': '127.0.0.11' }))).toBe(first - 4);
    expect(left(await ask('127.0.0.11'))).toBe(first - 1);
  });

  test('whoever guesses passwords has ten tries a minute under every name, and keeps nobody else out', async () => {
    const { port } = await behind(proxies);
    for (let time = 1; time <= 10; time += 1)
      expect(await signIn(port, '127.0.0.21', `n${time}@exemple.invalid`, forged(time))).toBe(422);
    expect(await signIn(port, '127.0.0.21', 'encore@exemple.invalid', forged(99))).toBe(429);
    expect(await signIn(port, '127.0.0.22', 'elias@exemple.invalid')).toBe(422);
  });

  test('cookies are Secure in production, whatever a visitor says of the way they came', async () => {
    const { port } = await behind(proxies, { NODE_ENV: 'production' });
    const headers = { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'mechant.example' };
    const page = await send(port, { path: '/bureau/connexion', headers });
    const cookies = [page.headers['set-cookie'] ?? []].flat();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect(page.body).not.toContain('mechant');
  });
});

test('behind a proxy that no setting tells of, the log says so once; behind one that is told of, never', async () => {
  for (const [TRUSTED_PROXIES, times] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const written: string[] = [];
    const app = fastify({ logger: { level: 'warn', stream: { write: (line: string) => written.push(line) } } });
    warnOfUnknownProxy(app, { TRUSTED_PROXIES });
    await app.inject('/');
    expect(written).toEqual([]);
    for (let time = 0; time < 3; time += 1) await app.inject({ url: '/', headers: forged(time) });
    expect(written.filter((line) => line.includes('TRUSTED_PROXIES is 0'))).toHaveLength(times);
    expect(written.join()).not.toContain('198.51.100');
  }
});
