import type { Language } from '../lib/language.ts';
import type { PublicState } from '../standings/fold.ts';

/** HTML of the places where readers meet a cell: on the board, on its own page with its proof, and there, what became of it since the vote. */
export interface PreviewedCell {
  cell: string;
  proof: string;
  /** Empty while nothing is known since the vote. */
  followUp: string;
}

/** Of a cell that cannot be drawn: it is not there, or not whole. */
export const nothingPreviewed: PreviewedCell = { cell: '', proof: '', followUp: '' };

/** What the public pages would show of a cell in a given state. Given to the desk and to those who answer by app.ts: one audience never imports another. */
export type Preview = (
  state: PublicState,
  cell: { movement: string; list: string | null; demand: string },
  /** The id of the proof, where several stand on one page; the language of the page, which is French unless it is said. */
  place?: { id?: string; language?: Language },
) => Promise<PreviewedCell>;
