import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
import { openDossiers } from '../files/dossiers.ts';
import { licence } from '../files/json.ts';
import { sendFile } from '../files/send-file.ts';
import type { TextFiles } from '../files/text-files.ts';
import { registerPieces } from './register-document.ts';

interface RegisterRequest {
  Params: { campaign: string; edition?: string };
}

/** The register itself: everything that was ever made public, as it was hashed. */
export function registerRegister(app: FastifyInstance, services: Services, texts: TextFiles): void {
  const dossiers = openDossiers(services);
  const answer = (request: FastifyRequest<RegisterRequest>, reply: FastifyReply) => {
    const { campaign, edition } = request.params;
    const found = dossiers.find(campaign, edition);
    if (!found) return sendErrorPage(app, reply, 404);
    const { number } = found.dossier.state.edition;
    return sendFile(request, reply, {
      type: 'application/json; charset=utf-8',
      freshness: found.freshness,
      saveAs: `${campaign}-edition-${number}-registre.json`,
      links: [`<${licence.url}>; rel="license"`],
      ...texts.of(request, `registre ${found.version}`, () => registerPieces(services.ledger, campaign, number)),
    });
  };
  app.get<RegisterRequest>('/:campaign/registre.json', answer);
  app.get<RegisterRequest>('/:campaign/editions/:edition/registre.json', answer);
}
