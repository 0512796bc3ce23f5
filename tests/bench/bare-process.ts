import fastify from 'fastify';
import { answerTheBench } from './reporting.ts';

/** The least that Fastify can do: the body and the headers it is told, from one route. They come as the first message. */
interface Reply {
  base64: string;
  headers: Record<string, string>;
}

process.once('message', async ({ base64, headers }: Reply) => {
  const body = Buffer.from(base64, 'base64');
  const app = fastify();
  app.get('/*', (_request, reply) => reply.headers(headers).send(body));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  answerTheBench();
  process.send?.(url);
});
