import type { FastifyInstance } from 'fastify';
import { inLanguage, languages } from '../../lib/language.ts';
import { citedPages, isPublished, subjectOf } from '../../standings/page-subject.ts';
import { sendErrorPage } from '../../web/errors.ts';
import type { Services } from '../../web/services.ts';
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
        const path = page.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
        const about = subjectOf(path);
        if (!found || !about || !isPublished(found.dossier.state, about)) return sendErrorPage(app, reply, 404);
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
