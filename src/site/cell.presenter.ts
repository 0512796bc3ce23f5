import type { Payload } from '../ledger/payloads.ts';
import { frenchDate } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { demandsOf, listAnswer, movementCell } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type ProofView, presentProof, presentSource, type SourceView } from './proof.presenter.ts';

export interface CellPage {
  frame: Frame;
  crumbs: Link[];
  movement: Link;
  demand: Link & { number: number };
  proofs: ProofView[];
  followUp: { verdict: string; fact: string; when: string; sources: SourceView[] }[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/cell': CellPage;
  }
}

const verdicts: Record<Payload<'assessment'>['verdict'], string> = {
  not_rated: 'Pas encore évalué',
  in_progress: 'En cours',
  stalled: 'À l’arrêt',
  compromise: 'Compromis',
  kept: 'Tenu',
  broken: 'Non tenu',
};

/** The unit of proof: one movement on one demand, then each of its lists that differs. Null when either does not exist. */
export function presentCellPage(view: View, movementSlug: string, demandSlug: string): CellPage | null {
  const { state, links } = view;
  const movement = state.of('movement').get(movementSlug)?.current;
  const demand = demandsOf(state).find((each) => each.slug === demandSlug);
  if (!movement || !demand) return null;
  const name = french(movement.name);
  const title = `${name} : ${french(demand.shortTitle)}`;
  return {
    frame: campaignFrame(view, {
      path: links.cell(movement.slug, demand.slug),
      title,
      description: french(demand.title),
    }),
    crumbs: crumbs(view, { href: links.movement(movement.slug), label: name }),
    movement: { href: links.movement(movement.slug), label: name },
    demand: { number: demand.number, href: links.demand(demand.slug), label: french(demand.title) },
    proofs: proofsOf(view, movement, demand),
    followUp: followUpOf(state, movement.slug, demand.slug),
  };
}

function proofsOf(view: View, movement: Payload<'movement'>, demand: Payload<'demand'>): ProofView[] {
  const { state } = view;
  const cell = movementCell(state, movement.slug, demand);
  const place = { movement: movement.slug, demand };
  const who = state.current('race').length > 1 ? 'Le mouvement, dans toute la commune' : 'La liste';
  const own = presentProof(view, cell.answer, { ...place, id: 'mouvement', who });
  const lists = cell.differing.flatMap((position) => state.of('list').get(position.list ?? '')?.current ?? []);
  return [
    own,
    ...lists.map((list) =>
      presentProof(view, listAnswer(state, list, demand), { ...place, id: list.key, who: listName(state, list) }),
    ),
  ];
}

function listName(state: PublicState, list: Payload<'list'>): string {
  const race = state.of('race').get(list.race)?.current;
  return french(`${race?.name ?? ''}, liste « ${list.label} »`);
}

function followUpOf(state: PublicState, movement: string, demand: string): CellPage['followUp'] {
  return state
    .current('assessment')
    .filter((each) => each.movement === movement && each.demand === demand)
    .map(({ verdict, accordingTo, fact, happenedOn, sources }) => ({
      verdict: french(accordingTo ? `${verdicts[verdict]}, selon ${accordingTo}` : verdicts[verdict]),
      fact: french(fact),
      when: frenchDate(happenedOn),
      sources: sources.map(presentSource),
    }));
}
