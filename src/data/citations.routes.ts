import type { FastifyInstance } from 'fastify';
import { inLanguage, languages } from '../lib/language.ts';
import type { Typeset } from '../standings/citations/citations.service.ts';
import { type CslItem, cslOf } from '../standings/citations/reference.ts';
import { citedPages, isPublished, pathOfPage, subjectOf } from '../standings/page-subject.ts';
import { linksFor } from '../web/public-links.ts';
import type { Services } from '../web/services.ts';
import { sendAbsentFile } from './files/absent-file.ts';
import { openDossiers } from './files/dossiers.ts';
import { sendFile } from './files/send-file.ts';

interface CitationRequest {
  Params: Record<string, string>;
}

/** What bibliography software reads, by the ending of the file. */
const formats: Record<string, { type: string; write: (item: CslItem, typeset: () => Promise<Typeset>) => Promise<string> }> = {
  bib: { type: 'application/x-bibtex', write: async (_item, typeset) => (await typeset()).bibtex },
  ris: { type: 'application/x-research-info-systems', write: async (_item, typeset) => (await typeset()).ris },
  'csl.json': {
    type: 'application/vnd.citationstyles.csl+json',
    write: async (item) => `${JSON.stringify([item], null, 2)}\n`,
  },
};

/** The reference of a page as a file: the address of its `/citer` page, and an ending. */
export function registerCitations(app: FastifyInstance, services: Services): void {
  const dossiers = openDossiers(services);
  for (const language of languages) {
    for (const held of ['', '/editions/:edition']) {
      for (const page of citedPages) {
        for (const [ending, { type, write }] of Object.entries(formats)) {
          const address = inLanguage(`/:campaign${held}/citer${page}.${ending}`, language);
          app.get<CitationRequest>(address, async (request, reply) => {
            const { campaign = '', edition, ...params } = request.params;
            const found = dossiers.find(campaign, edition);
            const path = pathOfPage(page, params);
            const about = subjectOf(path);
            if (!found || !about || !isPublished(found.dossier.state, about)) {
              const at = edition === undefined ? '' : `/editions/${edition}`;
              const addressOf = (now: string) => inLanguage(`/${campaign}${at}/citer${now}.${ending}`, language);
              return sendAbsentFile(app, reply, services, { found, language, path }, addressOf);
            }
            const { state, publicUrl } = found.dossier;
            const links = linksFor({ language, campaign, edition: null });
            const item = cslOf({ state, language, about, url: publicUrl + links.permanent(state.edition.number, path) });
            const text = await write(item, () => services.citations.typeset(item));
            return sendFile(request, reply, {
              type: `${type}; charset=utf-8`,
              version: `${found.version} ${language} ${path} ${ending}`,
              freshness: found.freshness,
              saveAs: `${item.id}.${ending}`,
              compress: true,
              body: () => text,
            });
          });
        }
      }
    }
  }
}
