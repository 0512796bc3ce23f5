import type { FastifyInstance } from 'fastify';
import { readSpan, spanIn } from '../../standings/changes/span.ts';
import { dataFormats } from '../../web/data-pages.ts';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
import { changesTable } from '../tables/changes.ts';
import { csvPieces } from './csv.ts';
import { openDossiers } from './dossiers.ts';
import { jsonPieces, licence } from './json.ts';
import { sendFile } from './send-file.ts';
import type { TextFiles } from './text-files.ts';

interface ChangesRequest {
  Params: { campaign: string; format: 'csv' | 'json' };
  Querystring: Record<string, unknown>;
}

/** What changed between two editions or two dates, as data: `?du=…&au=…&sur=…`, like the page of the same name. */
export function registerChangesFiles(app: FastifyInstance, services: Services, texts: TextFiles): void {
  const dossiers = openDossiers(services);
  app.get<ChangesRequest>('/:campaign/changements.:format(^csv|json$)', async (request, reply) => {
    const { campaign, format } = request.params;
    const newest = dossiers.find(campaign);
    const span = newest && spanIn(newest.dossier.state, readSpan(request.query));
    const found = span && dossiers.find(campaign, String(span.until));
    if (!span || !found) return sendErrorPage(app, reply, 404);
    const table = changesTable(services.standings.find(campaign, span.since), span);
    const data = { name: 'changements', table, rows: () => table.rows(found.dossier) };
    const pieces = () => (format === 'csv' ? csvPieces(table, data.rows()) : jsonPieces(found.dossier, data));
    return sendFile(request, reply, {
      type: `${dataFormats[format].type}; charset=utf-8`,
      freshness: 'living',
      saveAs: format === 'csv' ? `${campaign}-changements-${span.since}-${span.until}.csv` : null,
      links: [`<${licence.url}>; rel="license"`],
      ...texts.of(request, `${found.version} since ${span.since} about ${span.path} ${format}`, pieces),
    });
  });
}
