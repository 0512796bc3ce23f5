import type { FastifyInstance } from 'fastify';
import { noChoice, type PublicPages } from '../web/public-pages.ts';
import { render, type Views } from '../web/views.ts';
import { readBallotChoice, readBoardChoice } from './board-choice.ts';
import { presentCompare } from './compare.presenter.ts';
import { comparisonAlone, readComparisonAsked } from './compared.ts';
import { presentFindSector, readPlaceTyped } from './find-sector.presenter.ts';
import { presentPriorities, readPriorities } from './priorities.presenter.ts';
import { presentRounds } from './rounds.presenter.ts';
import { presentScoreboard } from './scoreboard.presenter.ts';
import { presentSector } from './sector.presenter.ts';

/** Who says what: the board, the ballots of a sector, the comparison, what matters to one, the two rounds. */
export function declareVoterPages(app: FastifyInstance, pages: PublicPages): void {
  const draw = async <V extends keyof Views>(view: V, page: (Views[V] & object) | null) =>
    page === null ? null : render(app, view, page);

  pages.campaign({
    path: '',
    choice: readBoardChoice,
    kept: ({ ticked }) => ticked.length === 0,
    draw: ({ view, choice }) => draw('site/scoreboard', presentScoreboard(view, choice)),
  });
  pages.campaign({
    path: '/secteurs',
    choice: readPlaceTyped,
    kept: (typed) => typed === '',
    draw: ({ view, choice }) => draw('site/find-sector', presentFindSector(view, choice)),
  });
  pages.campaign({
    path: '/secteurs/:number',
    choice: readBallotChoice,
    kept: ({ ticked }) => ticked.length === 0,
    draw: ({ view, choice, params: { number = '' } }) => draw('site/sector', presentSector(view, number, choice)),
  });
  pages.campaign({
    path: '/comparer',
    choice: readComparisonAsked,
    kept: ({ all, chosen, more }) => !more && (all || chosen.length === 0),
    draw: async ({ view, choice }) =>
      choice.more ? comparisonAlone(view, choice) : draw('site/compare', presentCompare(view, choice)),
  });
  pages.campaign({
    path: '/ce-qui-compte',
    choice: readPriorities,
    kept: ({ ticked }) => ticked.length === 0,
    draw: ({ view, choice }) => draw('site/priorities', presentPriorities(view, choice)),
  });
  pages.campaign({ path: '/tours', choice: noChoice, draw: ({ view }) => draw('site/rounds', presentRounds(view)) });
}
