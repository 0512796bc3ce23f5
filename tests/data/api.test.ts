import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { requestsPerMinute } from '../../src/data/api/api.ts';
import { tables } from '../../src/data/tables/tables.ts';
import { inventedTown, manyCampaigns } from '../bench/many-campaigns.ts';
import { htmlFaults, unfinishedWords } from '../support/pages.ts';
import { position, town, townServer } from '../support/town.ts';

const { app, ledger } = await townServer({ PUBLIC_URL: 'https://parole.example' });
afterAll(() => app.close());

const api = '/api/v1';
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url: `${api}${url}`, headers });
const answerShape = z.object({
  edition: z.object({ number: z.int(), hash: z.string() }),
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
});
const read = async (url: string) => answerShape.parse((await get(url)).json());
const problemShape = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
});

test('its description is valid OpenAPI 3.1, and names every table with its codes', async () => {
  const description: unknown = (await get('/openapi.json')).json();
  const { valid, errors } = await new Validator().validate(structuredClone(z.record(z.string(), z.unknown()).parse(description)));
  expect([valid, errors]).toEqual([true, undefined]);
  const shape = z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });
  const { openapi, paths } = shape.parse(description);
  expect(openapi).toMatch(/^3\.1/);
  expect(Object.keys(paths).sort()).toEqual(
    ['/campaigns', '/campaigns/{campaign}', ...tables.map(({ name }) => `/campaigns/{campaign}/${name}`)]
      .map((path) => api + path)
      .sort(),
  );
  expect(JSON.stringify(description)).toContain('"silence:asked"');
});

describe('a table', () => {
  test.each(tables.map(({ name }) => name))('%s says what its file says', async (name) => {
    const file = z.object({ rows: z.array(z.unknown()) }).parse((await app.inject(`/${town}/donnees/${name}.json`)).json());
    expect((await read(`/campaigns/${town}/${name}?limit=1000`)).rows).toEqual(file.rows);
  });

  test('is walked page by page, in one edition, while another is published', async () => {
    const whole = (await read(`/campaigns/${town}/positions?limit=1000`)).rows;
    const walked: unknown[] = [];
    let url: string | null = `/campaigns/${town}/positions?limit=7`;
    while (url) {
      const page: z.infer<typeof answerShape> = await read(url);
      walked.push(...page.rows);
      url = page.next?.replace(`https://parole.example${api}`, '') ?? null;
      if (walked.length === 7) {
        ledger.publish(town, [position({ movement: 'cap-nord', demand: 'comite' })], { publishedAt: '2020-03-14T10:00:00Z' });
      }
    }
    expect(walked).toEqual(whole);
  });

  test('is filtered by its columns', async () => {
    const { rows } = await read(`/campaigns/${town}/positions?movement=pre-vert&demand=cameras&edition=1`);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ movement, demand }) => movement === 'pre-vert' && demand === 'cameras')).toBe(true);
    expect(rows[0]).toMatchObject({ stance: 'commits' });
  });
});

test('campaigns are walked page by page, each once, in the order of their addresses', async () => {
  const { database, ledger: chain } = manyCampaigns(25, inventedTown);
  const many = await buildApp(
    readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PUBLIC_URL: 'https://parole.example' }),
    database,
  );
  onTestFinished(() => many.close());
  const shape = z.object({ campaigns: z.array(z.object({ slug: z.string() })), next: z.string().nullable() });
  const walked: string[] = [];
  for (let url: string | null = `${api}/campaigns?limit=10`; url; ) {
    const answer = await many.inject(url);
    const { campaigns, next } = shape.parse(answer.json());
    expect(answer.headers.link).toBe(next ? `<${next}>; rel="next"` : undefined);
    walked.push(...campaigns.map(({ slug }) => slug));
    url = next?.replace('https://parole.example', '') ?? null;
    if (walked.length === 10) {
      chain.publish('commune-2', [position({ movement: 'horizon', demand: 'cameras' })], { publishedAt: '2020-03-14T10:00:00Z' });
    }
  }
  expect(walked.length).toBe(25);
  expect(walked).toEqual(walked.toSorted());
  expect(new Set(walked).size).toBe(25);
});

test('a campaign gives the address of everything', async () => {
  const { campaigns } = z
    .object({ campaigns: z.array(z.object({ slug: z.string(), tables: z.record(z.string(), z.string()), archive: z.string() })) })
    .parse((await get('/campaigns')).json());
  const [one] = campaigns;
  if (!one) throw new Error('no campaign');
  for (const url of [...Object.values(one.tables), one.archive]) {
    expect([url, (await app.inject(url.replace('https://parole.example', ''))).statusCode]).toEqual([url, 200]);
  }
});

test.each([
  [`/campaigns/${town}/positions?limit=0`, 400, 'limit'],
  [`/campaigns/${town}/positions?limit=<script>`, 400, 'limit'],
  [`/campaigns/${town}/positions?colour=red`, 400, 'unknown parameter'],
  [`/campaigns/${town}/positions?cursor=x`, 400, 'cursor'],
  [`/campaigns/${town}/positions?edition=99`, 404, 'edition'],
  ['/campaigns?cursor=x', 400, 'cursor'],
  ['/campaigns?edition=1', 400, 'unknown parameter'],
  ['/campaigns/personne', 404, 'campaign'],
  ['/rien', 404, 'There is no such thing'],
])('%s is a problem that says what to look at again', async (url, status, word) => {
  const { statusCode, headers, json, body } = await get(url);
  expect([statusCode, headers['content-type']?.split(';')[0]]).toEqual([status, 'application/problem+json']);
  const problem = problemShape.parse(json());
  expect(problem.detail).toContain(word);
  expect(problem.status).toBe(status);
  expect(body).not.toContain('script');
});

test('what has not changed is not sent again, and any site may read', async () => {
  for (const url of ['/campaigns', `/campaigns/${town}`, `/campaigns/${town}/positions?limit=3`]) {
    const first = await get(url, { origin: 'https://ailleurs.example' });
    expect(first.headers['access-control-allow-origin']).toBe('*');
    const again = await get(url, { 'if-none-match': String(first.headers.etag) });
    expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
  }
  const one = (await get(`/campaigns/${town}/positions?limit=3`)).headers.etag;
  expect((await get(`/campaigns/${town}/positions?limit=4`)).headers.etag).not.toBe(one);
});

test.each(['/api', '/en/api'])('%s explains it to people', async (url) => {
  const { statusCode, body } = await app.inject(url);
  expect(statusCode).toBe(200);
  expect(await htmlFaults(body)).toEqual([]);
  expect(unfinishedWords(body)).toEqual([]);
  for (const { name } of tables) expect(body).toContain(`<code>${name}</code>`);
});

test('who asks too much is told when to come back', async () => {
  let last = await get('/campaigns');
  for (let count = 0; count <= requestsPerMinute && last.statusCode === 200; count++) last = await get('/campaigns');
  expect(last.statusCode).toBe(429);
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  expect(problemShape.parse(last.json()).status).toBe(429);
});
