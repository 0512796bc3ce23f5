import fastifyCors from '@fastify/cors';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from '@fastify/type-provider-zod';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WorkQueue } from '../../lib/work-queue.ts';
import type { Services } from '../../web/services.ts';
import { schemaVersion } from '../tables/tables.ts';
import { registerQuestions } from './api.routes.ts';
import { ApiProblem, problemOf } from './problem.ts';

/** Requests a minute from one address: enough to read a whole campaign row by row, not enough to keep others out. */
export const requestsPerMinute = 600;

/** The interface for programs, under /api/v1: JSON, read-only, described by OpenAPI 3.1 from the very schemas that check it. */
export async function registerApi(app: FastifyInstance, services: Services, queue: WorkQueue): Promise<void> {
  const docs = `${services.config.publicUrl}/en/api`;
  const refuse = (request: FastifyRequest, reply: FastifyReply, status: number, detail = '') =>
    reply
      .code(status)
      .headers({
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
        ...(status === 503 && { 'retry-after': '10' }),
      })
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problemOf(status, detail, request.url.split('?')[0] ?? '', docs));

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.validation ? 400 : (error.statusCode ?? 500);
    if (status >= 500 && !(error instanceof ApiProblem)) request.log.error(error);
    return refuse(request, reply, status, detailOf(error));
  });
  await app.register(fastifyCors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    maxAge: 86_400,
  });
  await app.register(fastifyRateLimit, { max: requestsPerMinute, timeWindow: '1 minute', enableDraftSpec: true });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parole tenue',
        version: schemaVersion,
        description: 'What each list answered to each demand of an open letter, with its proof, as of any edition. Read-only.',
        license: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
      },
      servers: [{ url: services.config.publicUrl }],
      tags: [
        { name: 'campaigns', description: 'Campaigns and their editions' },
        { name: 'tables', description: 'The tidy tables, row by row' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cross-origin-resource-policy', 'cross-origin');
  });
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404));
  registerQuestions(app, services, queue);
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').serializer(JSON.stringify).send(tidied(app.swagger())),
  );
}

/** The transform knows one media type, and problems have their own; it also describes what goes in of what only comes out. */
function tidied(description: object): unknown {
  const renamed: unknown = JSON.parse(JSON.stringify(description), (key, value: unknown) => {
    if (key.endsWith('Input')) return undefined;
    return /^[45]\d\d$/.test(key) && typeof value === 'object' && value !== null ? problemAnswer(value) : value;
  });
  return renamed;
}

function problemAnswer(answer: object): object {
  const content = 'content' in answer && typeof answer.content === 'object' ? answer.content : null;
  if (!content || !('application/json' in content)) return answer;
  return { ...answer, content: { 'application/problem+json': content['application/json'] } };
}

/** Ours alone: which part of the question is wrong, never what was typed. */
function detailOf(error: FastifyError): string {
  if (error instanceof ApiProblem) return error.message;
  const names = error.validation?.map(({ instancePath }) => instancePath.replace(/^\//, '') || 'an unknown parameter') ?? [];
  return names.length > 0 ? `Look again at: ${[...new Set(names)].join(', ')}.` : '';
}
