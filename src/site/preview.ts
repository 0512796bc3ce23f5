import type { FastifyInstance } from 'fastify';
import { defaultLanguage } from '../lib/language.ts';
import { movementBoard } from '../standings/scoreboard.ts';
import { nothingPreviewed, type Preview } from '../web/preview.ts';
import { viewOf } from '../web/view.ts';
import { render } from '../web/views.ts';
import { type CellView, presentCell } from './answer.presenter.ts';
import { presentCellPage } from './cell.presenter.ts';
import { type FollowUpView, presentFollowUp } from './follow-up.presenter.ts';
import type { ProofView } from './proof.presenter.ts';

declare module '../web/views.ts' {
  interface Views {
    'components/_cell': CellView;
    'components/_proof': ProofView;
    'components/_follow-up': FollowUpView;
  }
}

/** Draws what a reader will see of one cell with the very parts of the public pages, so that a preview cannot differ from them. */
export function openPreview(app: FastifyInstance): Preview {
  return async (state, { movement, list, demand }, { id, language = defaultLanguage } = {}) => {
    const view = viewOf(state, { language });
    const proof = presentCellPage(view, movement, demand)?.proofs.find(({ id }) => id === (list ?? 'mouvement'));
    const row = movementBoard(state, 'panneau').rows.find((each) => each.movement.slug === movement);
    const cell = row?.cells.find((each) => each.demand.slug === demand);
    if (!proof || !row || !cell) return nothingPreviewed;
    const place = { movement: row.movement, demand: cell.demand, differing: cell.differing.length };
    const followUp = presentFollowUp(view, movement, demand);
    return {
      cell: await render(app, 'components/_cell', presentCell(view, cell.answer, place)),
      proof: await render(app, 'components/_proof', { ...proof, id: id ?? proof.id }),
      followUp: followUp ? await render(app, 'components/_follow-up', followUp) : '',
    };
  };
}
