import type { FastifyInstance } from 'fastify';
import { inLanguage, languages } from '../../lib/language.ts';
import { citedPages, isPublished, pathOfPage, subjectOf } from '../../standings/page-subject.ts';
import type { Services } from '../../web/services.ts';
import { sendAbsentFile } from '../files/absent-file.ts';
import { openDossiers } from '../files/dossiers.ts';
import { sendFile } from '../files/send-file.ts';
import { atomFeed } from './feed.ts';

interface FeedRequest {
  Params: Record<string, string>;
}

/** The Atom feed of a campaign, and of each page that is about something: its own address and `.atom`, in both languages. */
export function registerFeeds(app: FastifyInstance, services: Services): void {
  const dossiers = openDossiers(services);
  for (const language of languages) {
    for (const page of citedPages) {
      app.get<FeedRequest>(inLanguage(`/:campaign${page}.atom`, language), (request, reply) => {
        const { campaign = '', ...params } = request.params;
        const found = dossiers.find(campaign);
        const path = pathOfPage(page, params);
        const about = subjectOf(path);
        if (!found || !about || !isPublished(found.dossier.state, about)) {
          const addressOf = (now: string) => inLanguage(`/${campaign}${now}.atom`, language);
          return sendAbsentFile(app, reply, services, { found, language, path }, addressOf);
        }
        const { state, publicUrl } = found.dossier;
        return sendFile(request, reply, {
          type: 'application/atom+xml; charset=utf-8',
          version: `${found.version} ${language} ${path}`,
          freshness: 'living',
          saveAs: null,
          compress: true,
          body: () => atomFeed({ state, language, publicUrl, about }),
        });
      });
    }
  }
}
