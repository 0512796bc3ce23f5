import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import { demandsOf, movementBoard } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentCell } from './answer.presenter.ts';
import { demandWords } from './words/demand.ts';

export interface DemandPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof demandWords)['fr'];
  eyebrow: string;
  heading: string;
  explanation: string;
  rules: { state: 'commits' | 'commits_in_part' | 'refuses'; label: string; text: string }[];
  movements: { name: string; href: string; cell: CellView }[];
  others: Link[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/demand': DemandPage;
  }
}

/** One demand: what it asks, how an answer is coded, and what everyone says of it. Null when there is none of that name. */
export function presentDemand(view: View, slug: string): DemandPage | null {
  const { state, links, language, say } = view;
  const demand = demandsOf(state).find((each) => each.slug === slug);
  if (!demand) return null;
  const words = demandWords[language];
  const title = french(demand.title);
  return {
    frame: campaignFrame(view, {
      path: links.demand(slug),
      title: french(demand.shortTitle),
      description: say.text(words.description(title)),
    }),
    crumbs: crumbs(view),
    words,
    eyebrow: words.demand(demand.number),
    heading: title,
    explanation: french(demand.explanation),
    rules: (['commits', 'commits_in_part', 'refuses'] as const).map((stance) => ({
      state: stance,
      label: labels[language].stance[stance],
      text: french(demand.rules[stance]),
    })),
    movements: movementBoard(state, 'panneau').rows.flatMap(({ movement, cells }) => {
      const cell = cells.find((each) => each.demand.slug === slug);
      if (!cell) return [];
      const shown = presentCell(view, cell.answer, { movement, demand, differing: cell.differing.length });
      return [{ name: french(movement.name), href: links.movement(movement.slug), cell: shown }];
    }),
    others: demandsOf(state)
      .filter((each) => each.slug !== slug)
      .map((each) => ({ href: links.demand(each.slug), label: `${each.number}. ${french(each.shortTitle)}` })),
  };
}
