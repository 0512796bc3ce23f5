import type { FastifyInstance } from 'fastify';
import { inLanguage, languages } from '../../lib/language.ts';
import { citedPages, isPublished, pathOfPage, subjectOf } from '../../standings/page-subject.ts';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
import { sendAbsentFile } from '../files/absent-file.ts';
import { openDossiers } from '../files/dossiers.ts';
import { sendFile } from '../files/send-file.ts';
import type { TextFiles } from '../files/text-files.ts';
import { atomFeed, hasArchive } from './feed.ts';

interface FeedRequest {
  Params: Record<string, string>;
}

/**
 * The Atom feed of a campaign, and of each page that is about something: its own address and `.atom`, in both languages; its older
 * editions by fifties under `/archives/1` and on.
 */
export function registerFeeds(app: FastifyInstance, services: Services, texts: TextFiles): void {
  const dossiers = openDossiers(services);
  for (const language of languages) {
    for (const page of citedPages) {
      for (const archives of ['', '/archives/:archive']) {
        app.get<FeedRequest>(inLanguage(`/:campaign${archives}${page}.atom`, language), (request, reply) => {
          const { campaign = '', archive, ...params } = request.params;
          const found = dossiers.find(campaign);
          const path = pathOfPage(page, params);
          const about = subjectOf(path);
          if (!found || !about || !isPublished(found.dossier.state, about)) {
            const at = archive === undefined ? '' : `/archives/${archive}`;
            const addressOf = (now: string) => inLanguage(`/${campaign}${at}${now}.atom`, language);
            return sendAbsentFile(app, reply, services, { found, language, path }, addressOf);
          }
          const { state, publicUrl } = found.dossier;
          const place = { state, language, publicUrl, about };
          const number = archive === undefined ? null : readArchive(archive);
          if (number !== null && !hasArchive(place, number)) return sendErrorPage(app, reply, 404);
          return sendFile(request, reply, {
            type: 'application/atom+xml; charset=utf-8',
            freshness: 'living',
            saveAs: null,
            ...texts.of(request, `atom ${found.version} ${language} ${path} ${archive ?? ''}`, () => [atomFeed(place, number)]),
          });
        });
      }
    }
  }
}

/** Its number as a person would write it; 0, which is none, for anything else. */
function readArchive(typed: string): number {
  return /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 0;
}
