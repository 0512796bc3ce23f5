import type { Payload } from '../ledger/payloads.ts';
import { type Part, partsOf } from '../lib/french-parts.ts';
import { french } from '../lib/typography.ts';
import { labels } from '../positions/labels.ts';
import { demandsOf, listAnswer, racesOf } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import { type Frame, type Link, withStyle } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type BallotRounds, labelsOf, parentsOf, presentBallotRounds } from './ballot-rounds.presenter.ts';
import { type RoundsWords, roundsWords } from './words/rounds.ts';

type List = Payload<'list'>;

export interface RoundsPage {
  frame: Frame;
  crumbs: Link[];
  words: RoundsWords;
  summary: string;
  mergers: { where: Link; parts: Part[]; toConfirm: string }[];
  seats: (Link & { seats: string })[];
  ballots: BallotRounds[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/rounds': RoundsPage;
  }
}

/** Round 1 and round 2: who joined whom, what a merger leaves to be confirmed, and the results as far as they are known. */
export function presentRounds(view: View): RoundsPage {
  const { state, links, language } = view;
  const words = roundsWords[language];
  const ballots = racesOf(state).map((race) => presentBallotRounds(view, race));
  return {
    frame: withStyle(campaignFrame(view, { path: links.rounds, title: words.title, description: words.description }), 'board'),
    crumbs: crumbs(view),
    words,
    summary: summaryOf(view),
    mergers: mergedLists(view).map((list) => presentMerger(view, list)),
    seats: seatsOf(view),
    ballots: ballots.filter(({ first, second }) => first.length + second.length > 0),
  };
}

function summaryOf({ state, language, say }: View): string {
  const words = roundsWords[language];
  const first = state.current('list').filter(({ round }) => round === 1);
  if (first.length === 0) return words.nothing;
  if (!state.current('list').some(({ round }) => round === 2)) return words.onlyFirst;
  const kinds = new Map(state.current('lineage').map(({ parent, kind }) => [parent, kind]));
  const count = (kind: 'continues' | 'merges' | undefined) =>
    say.counted(first.filter(({ key }) => kinds.get(key) === kind).length, words.list, words.lists);
  return say.text(words.summary(count('continues'), count('merges'), count(undefined)));
}

function mergedLists(view: View): List[] {
  const { state } = view;
  const children = new Set(state.current('lineage').flatMap(({ kind, child }) => (kind === 'merges' ? [child] : [])));
  return state.current('list').filter(({ key }) => children.has(key));
}

function presentMerger(view: View, list: List): RoundsPage['mergers'][number] {
  const { state, language, say } = view;
  const words = roundsWords[language];
  const race = state.of('race').get(list.race)?.current;
  const open = demandsOf(state).flatMap((demand) => {
    const answer = listAnswer(state, list, demand);
    if (answer.kind !== 'position' || !answer.toConfirm) return [];
    return [words.toConfirmOne(demand.number, labels[language].stance[answer.position.stance])];
  });
  return {
    where: { href: `#${list.race}`, label: french(race?.name ?? '') },
    parts: partsOf(say.text(words.merged(labelsOf(view, parentsOf(view, list)), labelsOf(view, [list])))),
    toConfirm: open.length === 0 ? words.nothingToConfirm : say.text(words.toConfirm(say.enumerated(open))),
  };
}

/** The city council, movement by movement, where the official results give its seats. */
function seatsOf({ state, links, language, say }: View): RoundsPage['seats'] {
  const words = roundsWords[language];
  const held = new Map<string, number>();
  for (const { movement, seats } of state.current('list')) held.set(movement, (held.get(movement) ?? 0) + (seats.council ?? 0));
  return [...held]
    .filter(([, seats]) => seats > 0)
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([slug, seats]) => {
      const movement = state.of('movement').get(slug)?.current;
      const counted = say.counted(seats, words.seat, words.seats);
      return movement ? [{ href: links.movement(slug), label: french(movement.name), seats: counted }] : [];
    });
}
