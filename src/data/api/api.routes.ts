import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { networkOf } from '../../lib/network.ts';
import { QueueFull, type WorkQueue } from '../../lib/work-queue.ts';
import type { Listed } from '../../standings/directory.ts';
import type { Services } from '../../web/services.ts';
import { openDossiers } from '../files/dossiers.ts';
import { licence } from '../files/json.ts';
import { openPauses } from '../files/pauses.ts';
import type { Dossier, Row, Table } from '../tables/table.ts';
import { schemaVersion, tables } from '../tables/tables.ts';
import { isUnchanged } from './api.headers.ts';
import {
  campaign,
  campaignParams,
  campaignQuery,
  campaigns,
  filtersOf,
  problems,
  tableAnswer,
  tableQuery,
} from './api.schemas.ts';
import { campaignPaging, paging, readCampaignCursor, readCursor, writeCampaignCursor, writeCursor } from './paging.ts';
import { ApiProblem } from './problem.ts';

const filterValues = z.record(z.string(), z.unknown());

/** The questions that programs may ask; all are answered from the same tables as the files. */
export function registerQuestions(app: FastifyInstance, services: Services, queue: WorkQueue): void {
  const { config } = services;
  const { directory } = services.standings;
  const dossiers = openDossiers(services);
  const typed = app.withTypeProvider<ZodTypeProvider>();

  function found(slug: string, edition?: number) {
    const dossier = dossiers.find(slug, edition === undefined ? undefined : String(edition));
    if (!dossier) throw new ApiProblem(404, 'There is no such campaign, or it has no such edition.');
    return dossier;
  }

  function described({ campaign: about, edition }: Listed): z.infer<typeof campaign> {
    const { publicUrl } = config;
    const { slug, title, town, communeCode, fictional, election } = about;
    const { number, publishedAt, hash } = edition;
    const held = `${publicUrl}/${slug}/editions/${number}`;
    const addresses = tables.map(({ name }) => [name, `${publicUrl}/api/v1/campaigns/${slug}/${name}?edition=${number}`]);
    return {
      ...{ slug, title, town, communeCode, fictional, election, edition: { number, publishedAt, hash } },
      ...{ page: held, archive: `${held}/donnees.zip`, register: `${held}/registre.json` },
      tables: Object.fromEntries(addresses),
    };
  }

  typed.get(
    '/campaigns',
    {
      schema: {
        summary: 'Every campaign, newest edition',
        tags: ['campaigns'],
        querystring: campaignPaging,
        response: { 200: campaigns, 400: problems[400], 429: problems[429] },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query;
      const after = cursor === undefined ? '' : readCampaignCursor(cursor);
      if (after === null) throw notOurCursor();
      const version = `${directory.place()} ${limit} ${after} ${config.publicUrl}`;
      if (isUnchanged(request, reply, version, 'living')) return reply;
      const rest = directory.list().filter(({ campaign: { slug } }) => slug > after);
      const shown = rest.slice(0, limit);
      const last = rest.length > limit ? shown.at(-1) : undefined;
      const next = last ? nextAddress(config.publicUrl, request.url, writeCampaignCursor(last.campaign.slug)) : null;
      if (next) reply.header('link', `<${next}>; rel="next"`);
      return { licence, schemaVersion, campaigns: shown.map(described), next };
    },
  );

  typed.get(
    '/campaigns/:campaign',
    {
      schema: {
        summary: 'One campaign, as of an edition',
        tags: ['campaigns'],
        params: campaignParams,
        querystring: campaignQuery,
        response: { 200: campaign, ...problems },
      },
    },
    async (request, reply) => {
      const { dossier, version, freshness } = found(request.params.campaign, request.query.edition);
      if (isUnchanged(request, reply, version, freshness)) return reply;
      return described(dossier.state);
    },
  );

  for (const table of tables) {
    typed.get(
      `/campaigns/:campaign/${table.name}`,
      {
        schema: {
          summary: table.title.en,
          description: table.about.en,
          tags: ['tables'],
          params: campaignParams,
          querystring: tableQuery(table),
          response: { 200: tableAnswer(table), ...problems },
        },
      },
      async (request, reply) => answerTable(request, reply, table),
    );
  }

  async function answerTable(request: FastifyRequest, reply: FastifyReply, table: Table) {
    const { campaign: slug } = campaignParams.parse(request.params);
    const { limit, cursor: written, edition: asked } = paging.parse(request.query);
    const cursor = written === undefined ? null : readCursor(written);
    if (written !== undefined && !cursor) throw notOurCursor();
    const { dossier, version, freshness } = found(slug, cursor?.edition ?? asked);
    if (isUnchanged(request, reply, `${version} ${request.url}`, freshness)) return reply;
    const { number, publishedAt, hash } = dossier.state.edition;
    const offset = cursor?.offset ?? 0;
    const walk = () => slice(chosen(table, dossier, request.query), offset, limit);
    const { rows, isEnd } = await queue.run(walk, networkOf(request.ip)).catch(comeBackLater);
    const next = isEnd
      ? null
      : nextAddress(dossier.publicUrl, request.url, writeCursor({ edition: number, offset: offset + limit }));
    if (next) reply.header('link', `<${next}>; rel="next"`);
    return {
      campaign: slug,
      edition: { number, publishedAt, hash },
      licence,
      schema: `${dossier.publicUrl}/api/v1/schemas/${table.name}.json`,
      rows,
      next,
    };
  }
}

function* chosen(table: Table, dossier: Dossier, query: unknown): Iterable<Row> {
  const given = filterValues.parse(query);
  const filters = filtersOf(table).flatMap((name) => (given[name] === undefined ? [] : [[name, String(given[name])] as const]));
  for (const row of table.rows(dossier)) {
    if (filters.every(([name, value]) => String(row[name] ?? '') === value)) yield row;
  }
}

/** The far rows of a large table are a long walk: others pass meanwhile. */
async function slice(rows: Iterable<Row>, offset: number, limit: number): Promise<{ rows: Row[]; isEnd: boolean }> {
  const pause = openPauses();
  await pause();
  const kept: Row[] = [];
  let at = 0;
  for (const row of rows) {
    if (pause.isDue()) await pause();
    if (at >= offset + limit) return { rows: kept, isEnd: false };
    if (at >= offset) kept.push(row);
    at++;
  }
  return { rows: kept, isEnd: true };
}

function comeBackLater(error: unknown): never {
  if (error instanceof QueueFull) throw new ApiProblem(503, 'Too many ask at once: come back in a moment, as Retry-After says.');
  throw error;
}

function notOurCursor(): ApiProblem {
  return new ApiProblem(400, 'This cursor is none of ours: take it from `next`.');
}

function nextAddress(publicUrl: string, asked: string, cursor: string): string {
  const url = new URL(asked, publicUrl);
  url.searchParams.delete('edition');
  url.searchParams.set('cursor', cursor);
  return `${publicUrl}${url.pathname}${url.search}`;
}
