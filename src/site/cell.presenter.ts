import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { demandsOf, listAnswer, movementCell } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type FollowUpView, presentFollowUp } from './follow-up.presenter.ts';
import { type ProofView, presentProof } from './proof.presenter.ts';
import { proofWords } from './words/proof.ts';

export interface CellPage {
  frame: Frame;
  crumbs: Link[];
  movement: Link;
  demand: Link & { number: number; read: string };
  proofs: ProofView[];
  followUp: FollowUpView | null;
}

declare module '../web/views.ts' {
  interface Views {
    'site/cell': CellPage;
  }
}

/** The unit of proof: one movement on one demand, then each of its lists that differs. Null when either does not exist. */
export function presentCellPage(view: View, movementSlug: string, demandSlug: string): CellPage | null {
  const { state, links, language, say } = view;
  const movement = state.of('movement').get(movementSlug)?.current;
  const demand = demandsOf(state).find((each) => each.slug === demandSlug);
  if (!movement || !demand) return null;
  const words = proofWords[language];
  const name = french(movement.name);
  const proofs = proofsOf(view, movement, demand);
  return {
    frame: withStyle(
      campaignFrame(view, {
        path: links.cell(movement.slug, demand.slug),
        title: say.text(words.pageTitle(name, french(demand.shortTitle))),
        description: say.text(words.pageDescription(name, proofs[0]?.answer.label ?? '', french(demand.title))),
      }),
      'proof',
    ),
    crumbs: crumbs(view, { href: links.movement(movement.slug), label: name, french: true }),
    movement: { href: links.movement(movement.slug), label: name },
    demand: {
      number: demand.number,
      href: links.demand(demand.slug),
      label: french(demand.title),
      read: words.readDemand,
    },
    proofs,
    followUp: presentFollowUp(view, movement.slug, demand.slug),
  };
}

function proofsOf(view: View, movement: Payload<'movement'>, demand: Payload<'demand'>): ProofView[] {
  const { state, language } = view;
  const words = proofWords[language];
  const cell = movementCell(state, movement.slug, demand);
  const place = { movement: movement.slug, demand };
  const who = state.current('race').length > 1 ? words.wholeTown : words.onlyList;
  const own = presentProof(view, cell.answer, { ...place, id: 'mouvement', who, whoIsOurs: true });
  const lists = cell.differing.flatMap((position) => state.of('list').get(position.list ?? '')?.current ?? []);
  return [
    own,
    ...lists.map((list) =>
      presentProof(view, listAnswer(state, list, demand), {
        ...place,
        id: list.key,
        who: listName(state, list),
        whoIsOurs: false,
      }),
    ),
  ];
}

function listName(state: PublicState, list: Payload<'list'>): string {
  const race = state.of('race').get(list.race)?.current;
  return french(`${race?.name ?? ''}, liste « ${list.label} »`);
}
