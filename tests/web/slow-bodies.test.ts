import { once } from 'node:events';
import { connect } from 'node:net';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { registerSlowBodies } from '../../src/web/slow-bodies.ts';

/** A server that takes words at /mots and a file at /fichier, with short patience for the first alone. */
async function server(): Promise<number> {
  const app = fastify();
  registerSlowBodies(app, { words: 150, files: 60_000 });
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.post('/mots', () => 'lu');
  app.post('/refuse', { config: { uploadBytes: 1000 } }, () => 'non');
  app.post('/fichier', { config: { uploadBytes: 1000 } }, async ({ raw }) => {
    for await (const _chunk of raw);
    return 'lu';
  });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const head = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\nab`;

test('who sends words too slowly is dropped', async () => {
  const socket = connect(await server(), '127.0.0.1');
  socket.on('error', () => {}).resume();
  socket.write(head('/mots'));
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
});

test('a file that was refused before it came gets no more time than words', async () => {
  const socket = connect(await server(), '127.0.0.1');
  socket.on('error', () => {}).resume();
  socket.write(head('/refuse'));
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
});

test('a file may take its time', async () => {
  const socket = connect(await server(), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.write(head('/fichier'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  socket.write('cd');
  await expect.poll(() => answer).toContain('200 OK');
  socket.destroy();
});
