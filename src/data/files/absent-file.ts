import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Language } from '../../lib/language.ts';
import { sendAbsent } from '../../web/absent.ts';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
import { siteAddress, viewOf } from '../../web/view.ts';
import type { FoundDossier } from './dossiers.ts';

export interface AbsentPlace {
  /** Null when there is no such campaign or edition. */
  found: FoundDossier | null;
  language: Language;
  /** The path of the page that the file is made of. */
  path: string;
}

/** Answers for a file of a page that is not there: as the page itself would, with the file's own address under a new name. */
export function sendAbsentFile(
  app: FastifyInstance,
  reply: FastifyReply,
  services: Services,
  { found, language, path }: AbsentPlace,
  addressOf: (path: string) => string,
): Promise<FastifyReply> {
  if (!found) return sendErrorPage(app, reply, 404);
  const { state } = found.dossier;
  const heldAt = found.freshness === 'held' ? state.edition.number : null;
  const view = viewOf(state, { language, heldAt, path, site: siteAddress(services.config) });
  return sendAbsent(app, reply, services, view, addressOf);
}
