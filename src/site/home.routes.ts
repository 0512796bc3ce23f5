import type { FastifyInstance } from 'fastify';
import { noChoice, type PublicPages } from '../web/public-pages.ts';
import type { Services } from '../web/services.ts';
import { render } from '../web/views.ts';
import { presentHome } from './home.presenter.ts';
import { boardOf, findTyped, readTownTyped } from './town-search.presenter.ts';
import { presentTownList, presentTowns, recentShown } from './towns.presenter.ts';
import { isHandful, recentOf } from './towns.ts';

/** The way in: every campaign while they are a handful, else from the name of one's town to its lists. */
export function declareHomePages(app: FastifyInstance, pages: PublicPages, { standings, postCodesOf }: Services): void {
  const { directory } = standings;

  pages.common({
    path: '/',
    choice: readTownTyped,
    kept: ({ typed }) => typed === '',
    draw: async ({ language, site, choice }) => {
      const listed = directory.list();
      const statesOf = (some: typeof listed) => some.flatMap(({ campaign }) => standings.find(campaign.slug) ?? []);
      const found = findTyped(listed, choice, postCodesOf);
      if (found?.only && !choice.shown) {
        return { location: boardOf(found.only.campaign.slug, language), permanently: false };
      }
      if (isHandful(listed) && !found) return render(app, 'site/home', presentHome(statesOf(listed), language, site));
      const recent = statesOf(recentOf(listed, recentShown));
      return render(app, 'site/towns', presentTowns({ listed, recent, typed: choice.typed, found }, { language, site }));
    },
  });
  pages.common({
    path: '/campagnes/:page',
    choice: noChoice,
    draw: async ({ language, site, params: { page = '' } }) => {
      const list = presentTownList(directory.list(), page, { language, site });
      return list && render(app, 'site/town-list', list);
    },
  });
}
