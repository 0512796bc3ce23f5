import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { movementBoard, racesOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import type { CellView } from './answer.presenter.ts';
import { presentBoard } from './board.presenter.ts';

export interface MovementPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  leader: string;
  tally: string;
  cells: CellView[];
  rounds: { heading: string; lists: (Link & { race: string; about: string })[] }[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/movement': MovementPage;
  }
}

/** One movement: what it says on each demand, and where it stands. Null when there is none of that name. */
export function presentMovement(view: View, slug: string): MovementPage | null {
  const { state, links } = view;
  const movement = state.of('movement').get(slug)?.current;
  if (!movement) return null;
  const path = links.movement(slug);
  const scoreboard = movementBoard(state, 'panneau');
  const own = { ...scoreboard, rows: scoreboard.rows.filter((row) => row.movement.slug === slug) };
  const [row] = presentBoard(view, own, { path, order: 'panneau', id: 'mouvement', caption: '' }).rows;
  if (!row) return null;
  const name = french(movement.name);
  return {
    frame: campaignFrame(view, { path, title: name, description: `Ce que ${name} dit de chaque demande.` }),
    crumbs: crumbs(view),
    heading: name,
    leader: movement.leader ? `Mené par ${french(movement.leader)}` : '',
    tally: row.tally,
    cells: row.cells,
    rounds: [2, 1].flatMap((round) => presentRound(view, slug, round)),
  };
}

function presentRound(view: View, movement: string, round: number): MovementPage['rounds'] {
  const { state } = view;
  const own = state.current('list').filter((list) => list.movement === movement && list.round === round);
  if (own.length === 0) return [];
  const lists = racesOf(state).flatMap((race) =>
    own.filter((list) => list.race === race.slug).map((list) => presentLink(view, race, list)),
  );
  return [{ heading: round === 1 ? 'Listes du premier tour' : 'Listes du second tour', lists }];
}

function presentLink({ links }: View, race: Payload<'race'>, list: Payload<'list'>) {
  const panel = `panneau ${list.panel}`;
  return {
    href: links.list(list.key),
    label: french(list.label),
    race: french(race.name),
    about: list.head ? `${french(list.head)}, ${panel}` : panel,
  };
}
