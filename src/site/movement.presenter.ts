import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { movementBoard, racesOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentBoardCell } from './answer.presenter.ts';
import { tally } from './board.presenter.ts';
import { type FollowUpView, presentWholeFollowUp } from './follow-up.presenter.ts';
import { followUpWords } from './words/follow-up.ts';
import { movementWords } from './words/movement.ts';

export interface MovementPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof movementWords)['fr'];
  heading: string;
  leader: string;
  tally: string;
  cells: CellView[];
  followUp: { title: string; intro: string; demands: FollowUpView[] } | null;
  rounds: { heading: string; lists: (Link & { race: string; head: string; about: string })[] }[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/movement': MovementPage;
  }
}

/** One movement: what it says on each demand, and where it stands. Null when there is none of that name. */
export function presentMovement(view: View, slug: string): MovementPage | null {
  const { state, links, language, say } = view;
  const movement = state.of('movement').get(slug)?.current;
  if (!movement) return null;
  const path = links.movement(slug);
  const row = movementBoard(state, 'panneau').rows.find((each) => each.movement.slug === slug);
  if (!row) return null;
  const words = movementWords[language];
  const name = french(movement.name);
  return {
    frame: withStyle(campaignFrame(view, { path, title: name, description: say.text(words.description(name)) }), 'proof'),
    crumbs: crumbs(view),
    words,
    heading: name,
    leader: french(movement.leader ?? ''),
    tally: tally(view, row),
    cells: row.cells.map((cell) => presentBoardCell(view, movement, cell)),
    followUp: followUpOf(view, slug),
    rounds: [2, 1].flatMap((round) => presentRound(view, slug, round)),
  };
}

function followUpOf(view: View, movement: string): MovementPage['followUp'] {
  const { title, intro } = followUpWords[view.language];
  const demands = presentWholeFollowUp(view, movement);
  return demands.length === 0 ? null : { title, intro, demands };
}

function presentRound(view: View, movement: string, round: number): MovementPage['rounds'] {
  const { state } = view;
  const words = movementWords[view.language].round;
  const own = state.current('list').filter((list) => list.movement === movement && list.round === round);
  if (own.length === 0) return [];
  const lists = racesOf(state).flatMap((race) =>
    own.filter((list) => list.race === race.slug).map((list) => presentLink(view, race, list)),
  );
  return [{ heading: round === 1 ? words[1] : words[2], lists }];
}

function presentLink({ links, language, say }: View, race: Payload<'race'>, list: Payload<'list'>) {
  const words = movementWords[language];
  const { council } = list.seats;
  const seats = council ? words.elected(say.counted(council, words.seat, words.seats)) : '';
  return {
    href: links.list(list.key),
    label: french(list.label),
    race: french(race.name),
    head: french(list.head ?? ''),
    about: [words.panel(list.panel), seats].filter(Boolean).join(', '),
  };
}
