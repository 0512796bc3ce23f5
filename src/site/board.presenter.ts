import type { Payload } from '../ledger/payloads.ts';
import { counted, french } from '../lib/typography.ts';
import type { Order, Row, Scoreboard } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentCell } from './answer.presenter.ts';

export interface BoardView {
  id: string;
  caption: string;
  rowHeading: string;
  demands: (Link & { number: string })[];
  rows: BoardRow[];
  orders: (Link & { current: boolean; id: string })[];
  orderNote: string;
}

export interface BoardRow {
  href: string;
  name: string;
  /** Who leads it; on a ballot, the panel, the head of list and the movement. */
  about: string;
  tally: string;
  cells: CellView[];
}

export interface BoardPlace {
  path: string;
  order: Order;
  id: string;
  caption: string;
}

const orderLabels: Record<Order, string> = { engagements: 'Engagements d’abord', panneau: 'Ordre des panneaux' };
const orderNotes: Record<Order, string> = {
  engagements: 'Les plus engagés d’abord ; à égalité, selon le numéro de panneau.',
  panneau: 'Selon le numéro de panneau, sans tenir compte des réponses.',
};

export function presentBoard(view: View, { demands, rows }: Scoreboard, place: BoardPlace): BoardView {
  const { path, order, id, caption } = place;
  return {
    id,
    caption: french(caption),
    rowHeading: rows.some((row) => row.list) ? 'Liste' : 'Mouvement',
    demands: demands.map((demand) => ({
      number: String(demand.number),
      href: view.links.demand(demand.slug),
      label: french(demand.shortTitle),
    })),
    rows: rows.map((row) => presentRow(view, row)),
    orders: (['engagements', 'panneau'] as const).map((each) => ({
      id: `${id}-${each}`,
      href: each === 'engagements' ? path : `${path}?ordre=${each}`,
      label: orderLabels[each],
      current: each === order,
    })),
    orderNote: french(orderNotes[order]),
  };
}

function presentRow(view: View, { movement, list, cells, commitments }: Row): BoardRow {
  const { links } = view;
  return {
    href: list ? links.list(list.key) : links.movement(movement.slug),
    name: french(list ? list.label : movement.name),
    about: list ? aboutList(list) : french(movement.leader ?? ''),
    tally: tally(commitments, cells.length),
    cells: cells.map((cell) =>
      presentCell(view, cell.answer, { movement, demand: cell.demand, differing: cell.differing.length }),
    ),
  };
}

/** `2 demandes sur 3`: in words; never a percentage, never a grade. */
export function tally(commitments: number, demands: number): string {
  if (commitments === 0) return 'Aucun engagement connu';
  return `S’engage sur ${counted(commitments, 'demande')} sur ${demands}`;
}

function aboutList({ panel, head }: Payload<'list'>): string {
  return head === null ? `Panneau ${panel}` : `Panneau ${panel}, ${french(head)}`;
}
