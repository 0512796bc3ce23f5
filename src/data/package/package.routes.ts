import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../lib/network.ts';
import type { WorkQueue } from '../../lib/work-queue.ts';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
import { openDossiers } from '../files/dossiers.ts';
import { licence } from '../files/json.ts';
import { keepFiles } from '../files/kept-files.ts';
import { type PublicFile, sendFile } from '../files/send-file.ts';
import type { TextFiles } from '../files/text-files.ts';
import { registerPieces } from '../register/register-document.ts';
import type { Dossier } from '../tables/table.ts';
import { tableSchemaOf } from '../tables/table-schema.ts';
import { findTable, schemaVersion } from '../tables/tables.ts';
import { dataPackage } from './data-package.ts';
import { popoloOf } from './popolo.ts';

interface PackageRequest {
  Params: { campaign: string; edition?: string; table?: string };
}

/** The whole campaign in one archive; its people and lists as Popolo; and the schema of each table. */
export function registerPackage(app: FastifyInstance, services: Services, queue: WorkQueue, texts: TextFiles): void {
  const dossiers = openDossiers(services);
  const kept = keepFiles(services.keeps, queue);

  function answer(
    name: string,
    made: (dossier: Dossier, version: string, request: FastifyRequest) => Omit<PublicFile, 'freshness' | 'links'>,
  ) {
    const handler = (request: FastifyRequest<PackageRequest>, reply: FastifyReply) => {
      const found = dossiers.find(request.params.campaign, request.params.edition);
      if (!found) return sendErrorPage(app, reply, 404);
      const version = `${name} ${found.version}`;
      const links = [`<${licence.url}>; rel="license"`];
      return sendFile(request, reply, { ...made(found.dossier, version, request), freshness: found.freshness, links });
    };
    app.get<PackageRequest>(`/:campaign/${name}`, handler);
    app.get<PackageRequest>(`/:campaign/editions/:edition/${name}`, handler);
  }

  answer('donnees.zip', (dossier, version, request) => {
    const { campaign, edition } = dossier.state;
    return {
      type: 'application/zip',
      saveAs: `${campaign.slug}-edition-${edition.number}.zip`,
      version,
      compress: false,
      body: () => {
        const make = () => dataPackage(dossier, registerPieces(services.ledger, campaign.slug, edition.number));
        return kept.get(version, make, networkOf(request.ip));
      },
    };
  });
  answer('popolo.json', (dossier, version, request) => ({
    type: 'application/json; charset=utf-8',
    saveAs: null,
    ...texts.of(request, version, () => [`${JSON.stringify(popoloOf(dossier), null, 1)}\n`]),
  }));
  app.get<PackageRequest>('/api/v1/schemas/:table.json', (request, reply) => {
    const table = findTable(request.params.table ?? '');
    if (!table) return sendErrorPage(app, reply, 404);
    return sendFile(request, reply, {
      type: 'application/json; charset=utf-8',
      version: `schema ${schemaVersion} ${table.name}`,
      freshness: 'living',
      saveAs: null,
      compress: true,
      body: () => `${JSON.stringify(tableSchemaOf(table), null, 1)}\n`,
    });
  });
}
