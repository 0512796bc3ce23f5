import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defaultLanguage } from '../../lib/language.ts';
import { networkOf } from '../../lib/network.ts';
import type { WorkQueue } from '../../lib/work-queue.ts';
import { pathOfPage } from '../../standings/page-subject.ts';
import { type DataFormat, dataFormats, dataPages } from '../../web/data-pages.ts';
import type { Services } from '../../web/services.ts';
import type { Dossier } from '../tables/table.ts';
import { sendAbsentFile } from './absent-file.ts';
import { csvPieces } from './csv.ts';
import { openDossiers } from './dossiers.ts';
import { jsonPieces, licence } from './json.ts';
import { keepFiles } from './kept-files.ts';
import { type PageData, pageData, wholeTable } from './page-data.ts';
import { type PublicFile, sendFile } from './send-file.ts';
import { odsOf, xlsxOf } from './spreadsheet.ts';
import type { TextFiles } from './text-files.ts';

interface FileRequest {
  Params: Record<string, string | undefined> & { format: DataFormat };
}
type Find = (dossier: Dossier, params: FileRequest['Params']) => PageData | null;

/** Only these endings; any other belongs to the name of the page. */
const ending = '.:format(^csv|json|xlsx|ods$)';

/** Each page's data at its own address and a file ending, as it is today and as each edition left it; and each table by its name. */
export function registerFiles(app: FastifyInstance, services: Services, queue: WorkQueue, texts: TextFiles): void {
  const dossiers = openDossiers(services);
  const kept = keepFiles(services.keeps, queue);
  const answer = (find: Find, page: string) => async (request: FastifyRequest<FileRequest>, reply: FastifyReply) => {
    const { campaign = '', edition, format } = request.params;
    const found = dossiers.find(campaign, edition);
    const data = found && find(found.dossier, request.params);
    if (!found || !data) {
      const held = edition === undefined ? '' : `/editions/${edition}`;
      const place = { found, language: defaultLanguage, path: pathOfPage(page, request.params) };
      return sendAbsentFile(app, reply, services, place, (now) => `/${campaign}${held}${now}.${format}`);
    }
    // Of the decoded parameters: no spelling of an address makes a second file.
    const version = `${found.version} ${request.routeOptions.url} ${JSON.stringify(request.params)}`;
    const make: Makers = {
      file: (file) => ({ version, compress: false, body: () => kept.get(version, file, networkOf(request.ip)) }),
      text: (pieces) => texts.of(request, version, pieces),
    };
    return sendFile(request, reply, { ...fileOf(found.dossier, data, format, make), freshness: found.freshness });
  };
  for (const page of dataPages) {
    app.get<FileRequest>(`/:campaign${page}${ending}`, answer(pageData[page], page));
    app.get<FileRequest>(`/:campaign/editions/:edition${page}${ending}`, answer(pageData[page], page));
  }
  for (const held of ['', '/editions/:edition']) {
    const byName: Find = (dossier, { table = '' }) => wholeTable(dossier, table);
    app.get<FileRequest>(`/:campaign${held}/donnees/:table${ending}`, answer(byName, '/donnees'));
  }
}

type Made = Pick<PublicFile, 'version' | 'compress' | 'body'>;
interface Makers {
  file(file: () => Promise<Uint8Array>): Made;
  text(pieces: () => Iterable<string>): Made;
}

function fileOf(dossier: Dossier, data: PageData, format: DataFormat, make: Makers): Omit<PublicFile, 'freshness'> {
  const { campaign, edition } = dossier.state;
  const name = `${campaign.slug}-edition-${edition.number}-${data.name}`;
  const book = () => ({
    title: `${campaign.title}, édition ${edition.number}`,
    publishedAt: edition.publishedAt,
    sheets: [{ table: data.table, rows: data.rows() }],
  });
  const made: Record<DataFormat, () => Made> = {
    csv: () => make.text(() => csvPieces(data.table, data.rows())),
    json: () => make.text(() => jsonPieces(dossier, data)),
    xlsx: () => make.file(() => xlsxOf(book())),
    ods: () => make.file(() => odsOf(book())),
  };
  const isText = format === 'csv' || format === 'json';
  return {
    type: `${dataFormats[format].type}${isText ? '; charset=utf-8' : ''}`,
    saveAs: format === 'json' ? null : `${name}.${format}`,
    links: [
      `<${licence.url}>; rel="license"`,
      `<${dossier.publicUrl}/api/v1/schemas/${data.table.name}.json>; rel="describedby"; type="application/json"`,
    ],
    ...made[format](),
  };
}
