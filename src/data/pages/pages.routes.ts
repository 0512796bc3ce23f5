import type { FastifyInstance } from 'fastify';
import { noChoice, openPublicPages } from '../../web/public-pages.ts';
import type { Services } from '../../web/services.ts';
import { render } from '../../web/views.ts';
import { requestsPerMinute } from '../api/api.ts';
import { presentApi } from './api.presenter.ts';
import { presentData } from './data.presenter.ts';
import { presentEmbedBuilder, readEmbedChoice } from './embed-builder.presenter.ts';
import { presentRegister } from './register.presenter.ts';

/** The pages that explain what may be taken away, and how it is checked. */
export function registerPages(app: FastifyInstance, services: Services): void {
  const pages = openPublicPages(app, services);
  pages.campaign({
    path: '/registre',
    choice: noChoice,
    draw: ({ view }) => render(app, 'data/register', presentRegister(view)),
  });
  pages.campaign({
    path: '/integrer',
    choice: readEmbedChoice,
    draw: async ({ view, choice }) => {
      const shown =
        choice.edition === '' ? view.state : services.standings.find(view.state.campaign.slug, Number(choice.edition));
      return shown && render(app, 'data/embed-builder', presentEmbedBuilder(view, choice, shown));
    },
    living: true,
  });
  pages.common({
    path: '/api',
    choice: noChoice,
    draw: async ({ language, site }) => {
      const [campaign = ''] = services.ledger.listCampaigns();
      return render(app, 'data/api', presentApi(language, site, campaign, requestsPerMinute));
    },
  });
  pages.campaign({ path: '/donnees', choice: noChoice, draw: ({ view }) => render(app, 'data/data', presentData(view)) });
}
