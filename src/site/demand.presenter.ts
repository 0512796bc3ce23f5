import { french } from '../lib/typography.ts';
import { stanceLabels } from '../positions/labels.ts';
import type { PublicState } from '../standings/fold.ts';
import { demandsOf, movementBoard } from '../standings/scoreboard.ts';
import type { Frame, Link } from '../web/frame.ts';
import { type CellView, presentCell } from './answer.presenter.ts';
import { campaignFrame, crumbs } from './frame.presenter.ts';
import { links } from './links.ts';

export interface DemandPage {
  frame: Frame;
  crumbs: Link[];
  number: number;
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
export function presentDemand(state: PublicState, slug: string): DemandPage | null {
  const demand = demandsOf(state).find((each) => each.slug === slug);
  if (!demand) return null;
  const campaign = state.campaign.slug;
  const title = french(demand.title);
  return {
    frame: campaignFrame(state, links.demand(campaign, slug), french(demand.shortTitle), title),
    crumbs: crumbs(state),
    number: demand.number,
    heading: title,
    explanation: french(demand.explanation),
    rules: (['commits', 'commits_in_part', 'refuses'] as const).map((state) => ({
      state,
      label: stanceLabels[state],
      text: french(demand.rules[state]),
    })),
    movements: movementBoard(state, 'panneau').rows.flatMap(({ movement, cells }) => {
      const cell = cells.find((each) => each.demand.slug === slug);
      if (!cell) return [];
      const view = presentCell(cell.answer, { campaign, movement, demand, differing: cell.differing.length });
      return [{ name: french(movement.name), href: links.movement(campaign, movement.slug), cell: view }];
    }),
    others: demandsOf(state)
      .filter((each) => each.slug !== slug)
      .map((each) => ({ href: links.demand(campaign, each.slug), label: `${each.number}. ${french(each.shortTitle)}` })),
  };
}
