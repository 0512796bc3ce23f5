import type { FastifyInstance } from 'fastify';
import type { Services } from '../web/services.ts';
import { render, type Views } from '../web/views.ts';
import { presentCellPage } from './cell.presenter.ts';
import { presentDemand } from './demand.presenter.ts';
import { presentHome } from './home.presenter.ts';
import { presentLetter } from './letter.presenter.ts';
import { presentList } from './list.presenter.ts';
import { presentMovement } from './movement.presenter.ts';
import { openPublicPages } from './public-pages.ts';
import { presentScoreboard } from './scoreboard.presenter.ts';
import { presentSector } from './sector.presenter.ts';

/** The public pages: everything here is read from the ledger, through the standings. */
export async function registerSite(app: FastifyInstance, services: Services): Promise<void> {
  const pages = openPublicPages(app, services);
  const draw = async <V extends keyof Views>(view: V, page: (Views[V] & object) | null) =>
    page === null ? null : render(app, view, page);

  pages.home(() => draw('site/home', presentHome(services.standings.list())));
  pages.campaign('/:campaign', ({ state, order }) => draw('site/scoreboard', presentScoreboard(state, order)));
  pages.campaign('/:campaign/lettre', ({ state }) => draw('site/letter', presentLetter(state)));
  pages.campaign('/:campaign/secteurs/:number', ({ state, order, params: { number = '' } }) =>
    draw('site/sector', presentSector(state, number, order)),
  );
  pages.campaign('/:campaign/mouvements/:movement', ({ state, params: { movement = '' } }) =>
    draw('site/movement', presentMovement(state, movement)),
  );
  pages.campaign('/:campaign/mouvements/:movement/:demand', ({ state, params: { movement = '', demand = '' } }) =>
    draw('site/cell', presentCellPage(state, movement, demand)),
  );
  pages.campaign('/:campaign/listes/:key', ({ state, params: { key = '' } }) => draw('site/list', presentList(state, key)));
  pages.campaign('/:campaign/demandes/:slug', ({ state, params: { slug = '' } }) =>
    draw('site/demand', presentDemand(state, slug)),
  );
}
