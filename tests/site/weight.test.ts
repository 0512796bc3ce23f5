import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../support/seeded.ts';

const { database } = seeded('marseille-2020');
const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
afterAll(() => app.close());

const read = (url: string, encoding: string) => app.inject({ url, headers: { 'accept-encoding': encoding } });

test.each(['/marseille-2020', '/en/marseille-2020'])(
  '%s, 16 movements on 3 demands, weighs at most 30 kB of HTML',
  async (url) => {
    expect((await read(url, 'identity')).rawPayload.length).toBeLessThanOrEqual(30_000);
  },
);

test('a first view, with its styles, its script and its font, is at most 100 kB on the wire', async () => {
  const page = await read('/marseille-2020', 'br');
  const plain = (await read('/marseille-2020', 'identity')).body;
  const own = [...plain.matchAll(/(?:href|src)="(\/(?:assets|favicon)[^"]*)"/g)].map(([, url = '']) => url);
  const parts = await Promise.all([...new Set([...own, '/assets/font.woff2'])].map((url) => read(url, 'br')));
  expect(own.some((url) => url.includes('board.css'))).toBe(true);
  const bytes = [page, ...parts].reduce((sum, { rawPayload }) => sum + rawPayload.length, 0);
  expect(bytes).toBeLessThanOrEqual(100 * 1024);
});
