import type { FastifyInstance } from 'fastify';
import { readSpan, spanIn } from '../standings/changes/span.ts';
import { cslOf } from '../standings/citations/reference.ts';
import { citedPages } from '../standings/page-subject.ts';
import { noChoice, openPublicPages } from '../web/public-pages.ts';
import type { Services } from '../web/services.ts';
import { render, type Views } from '../web/views.ts';
import { presentCellPage } from './cell.presenter.ts';
import { presentChanges, spanPlace } from './changes.presenter.ts';
import { citedBy, presentCite } from './cite.presenter.ts';
import { registerDated } from './dated.routes.ts';
import { presentDemand } from './demand.presenter.ts';
import { presentEditions } from './editions.presenter.ts';
import { registerFinding } from './finding.routes.ts';
import { declareHomePages } from './home.routes.ts';
import { presentLetter } from './letter.presenter.ts';
import { presentList } from './list.presenter.ts';
import { presentMovement } from './movement.presenter.ts';
import { declareTrustPages } from './trust.routes.ts';
import { declareVoterPages } from './voter.routes.ts';

/** The public pages: everything here is read from the ledger, through the standings. */
export async function registerSite(app: FastifyInstance, services: Services): Promise<void> {
  const pages = openPublicPages(app, services);
  registerDated(app, services);
  const draw = async <V extends keyof Views>(view: V, page: (Views[V] & object) | null) =>
    page === null ? null : render(app, view, page);

  declareHomePages(app, pages, services);
  declareTrustPages(app, pages, services);
  declareVoterPages(app, pages);
  registerFinding(app, pages, services);
  pages.campaign({ path: '/lettre', choice: noChoice, draw: ({ view }) => draw('site/letter', presentLetter(view)) });
  pages.campaign({
    path: '/mouvements/:movement',
    choice: noChoice,
    draw: ({ view, params: { movement = '' } }) => draw('site/movement', presentMovement(view, movement)),
  });
  pages.campaign({
    path: '/mouvements/:movement/:demand',
    choice: noChoice,
    draw: ({ view, params: { movement = '', demand = '' } }) => draw('site/cell', presentCellPage(view, movement, demand)),
  });
  pages.campaign({
    path: '/listes/:key',
    choice: noChoice,
    draw: ({ view, params: { key = '' } }) => draw('site/list', presentList(view, key)),
  });
  pages.campaign({
    path: '/demandes/:slug',
    choice: noChoice,
    draw: ({ view, params: { slug = '' } }) => draw('site/demand', presentDemand(view, slug)),
  });
  for (const path of citedPages) {
    pages.campaign({
      path: `/citer${path}`,
      choice: noChoice,
      draw: async ({ view }) => {
        const page = citedBy(view);
        return page && draw('site/cite', presentCite(view, page, await services.citations.typeset(cslOf(page))));
      },
    });
  }
  pages.campaign({
    path: '/editions',
    living: true,
    choice: noChoice,
    draw: ({ view }) => draw('site/editions', presentEditions(view)),
  });
  pages.campaign({
    path: '/changements',
    living: true,
    choice: readSpan,
    draw: async ({ view, choice }) => {
      const span = spanIn(view.state, choice);
      if (span && !span.exact) return { location: view.links.changes(spanPlace(span)), permanently: false };
      const slug = view.state.campaign.slug;
      const after = span && services.standings.find(slug, span.until);
      if (!span || !after) return null;
      return draw('site/changes', presentChanges(view, span, { before: services.standings.find(slug, span.since), after }));
    },
  });
}
