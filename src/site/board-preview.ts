import type { FastifyInstance } from 'fastify';
import type {} from '../web/board-preview.ts';
import { viewOf } from '../web/view.ts';
import { render } from '../web/views.ts';
import { usualChoice } from './board-choice.ts';
import { presentScoreboard } from './scoreboard.presenter.ts';

/** Lets the desk show a scoreboard before it is published, exactly as it will be: drawn here, by the page's own presenter and view. */
export function registerBoardPreview(app: FastifyInstance): void {
  app.decorate('drawBoard', (state) =>
    render(app, 'site/scoreboard', presentScoreboard(viewOf(state, { language: 'fr' }), usualChoice)),
  );
}
