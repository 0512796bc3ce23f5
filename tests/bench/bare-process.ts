import fastify from 'fastify';
import { answerTheBench } from './reporting.ts';

/** The least that Fastify can do: the bytes it was given, from one route. `bare-process.ts BASE64 CONTENT-ENCODING` */
answerTheBench();
const [base64 = '', encoding = ''] = process.argv.slice(2);
const body = Buffer.from(base64, 'base64');
const app = fastify();
app.get('/*', (_request, reply) => {
  reply.type('text/html; charset=utf-8');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(body);
});
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
