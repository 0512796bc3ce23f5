import type { FastifyInstance } from 'fastify';
import { noChoice, type PublicPages } from '../web/public-pages.ts';
import type { Services } from '../web/services.ts';
import { render } from '../web/views.ts';
import { presentCorrections } from './corrections.presenter.ts';
import { presentPoster } from './poster.presenter.ts';
import { type CampaignText, presentCampaignText, presentSiteText, type SiteText } from './text.presenter.ts';

const ofCampaigns: readonly CampaignText[] = ['methode', 'droit-de-reponse', 'en-mots-simples'];
const ofTheSite: readonly SiteText[] = ['accessibilite', 'confidentialite', 'mentions-legales', 'copie'];

/** Why one may believe these pages: each stands at the foot of every other. */
export function declareTrustPages(app: FastifyInstance, pages: PublicPages, { config }: Services): void {
  for (const name of ofCampaigns) {
    pages.campaign({
      path: `/${name}`,
      choice: noChoice,
      draw: ({ view }) => render(app, 'site/text', presentCampaignText(view, name)),
    });
  }
  pages.campaign({
    path: '/corrections',
    choice: noChoice,
    draw: ({ view }) => render(app, 'site/corrections', presentCorrections(view)),
  });
  pages.campaign({ path: '/affiche', choice: noChoice, draw: ({ view }) => render(app, 'site/poster', presentPoster(view)) });
  for (const name of ofTheSite) {
    pages.common({
      path: `/${name}`,
      choice: noChoice,
      draw: ({ language }) => render(app, 'site/text', presentSiteText(name, language, config)),
    });
  }
}
