import { sameWords } from '../elections/same-words.ts';
import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { demandsOf, listAnswer } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentCell } from './answer.presenter.ts';
import { listWords } from './words/list.ts';

export interface ListPage {
  frame: Frame;
  crumbs: Link[];
  words: (typeof listWords)['fr'];
  heading: string;
  /** Called by its name, unless the heading says that already. */
  movement: Link & { french: boolean };
  facts: { term: string; french: string; ours: string }[];
  cells: CellView[];
  lineage: (Link & { relation: string })[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/list': ListPage;
  }
}

/** One list as it was filed in one ballot for one round. Null when there is no such list. */
export function presentList(view: View, key: string): ListPage | null {
  const { state, links, language, say } = view;
  const list = state.of('list').get(key)?.current;
  const movement = list && state.of('movement').get(list.movement)?.current;
  const race = list && state.of('race').get(list.race)?.current;
  if (!list || !movement || !race) return null;
  const words = listWords[language];
  const label = french(list.label);
  return {
    frame: campaignFrame(view, {
      path: links.list(key),
      title: say.text(words.title(label, french(race.name), list.round)),
      description: say.text(words.description(label, french(race.name), list.round)),
    }),
    crumbs: crumbs(view, ...sectorCrumb(view, race)),
    words,
    heading: label,
    movement: movementLink(view, movement, list),
    facts: factsOf(view, list, race),
    cells: demandsOf(state).map((demand) =>
      presentCell(view, listAnswer(state, list, demand), { movement, demand, differing: 0 }),
    ),
    lineage: [...relatives(view, key, 'parent'), ...relatives(view, key, 'child')],
  };
}

function movementLink(
  { links, language }: View,
  { slug, name }: Payload<'movement'>,
  { label }: Payload<'list'>,
): ListPage['movement'] {
  const href = links.movement(slug);
  return sameWords(name, label)
    ? { href, label: listWords[language].itsMovement, french: false }
    : { href, label: french(name), french: true };
}

function sectorCrumb({ links }: View, { sectorNumber, name }: Payload<'race'>): Link[] {
  return sectorNumber === null ? [] : [{ href: links.sector(sectorNumber), label: french(name), french: true }];
}

/** `french`: what was filed, in its own words; the rest is ours. */
function factsOf(view: View, list: Payload<'list'>, race: Payload<'race'>): ListPage['facts'] {
  const { language, say } = view;
  const words = listWords[language];
  const valid = race.rounds.find((round) => round.number === list.round)?.valid ?? null;
  const facts: ListPage['facts'] = [
    { term: words.race, french: french(race.name), ours: list.round === 1 ? words.round[1] : words.round[2] },
    { term: words.panel, french: '', ours: String(list.panel) },
    { term: words.head, french: french(list.head ?? ''), ours: '' },
    { term: words.nuance, french: list.nuance ?? '', ours: list.nuance ? words.givenByPrefecture : '' },
    { term: words.votes, french: '', ours: say.text(votesText(view, list.votes, valid)) },
    { term: words.seats, french: '', ours: seatsText(view, list.seats) },
  ];
  return facts.filter((fact) => fact.french !== '' || fact.ours !== '');
}

function votesText({ language, say }: View, votes: number | null, valid: number | null): string {
  const words = listWords[language];
  if (votes === null) return '';
  if (valid === null) return say.number(votes);
  return words.votesOf(say.number(votes), say.counted(valid, words.validVote, words.validVotes));
}

function seatsText({ language, say }: View, { council, sector, intercommunal }: Payload<'list'>['seats']): string {
  const words = listWords[language];
  const seats: [number | null, (count: string) => string][] = [
    [council, words.council],
    [sector, words.sector],
    [intercommunal, words.intercommunal],
  ];
  return say.enumerated(seats.flatMap(([count, where]) => (count ? [where(say.number(count))] : [])));
}

function relatives({ state, links, language }: View, key: string, side: 'parent' | 'child'): ListPage['lineage'] {
  const other = side === 'parent' ? 'child' : 'parent';
  return state
    .current('lineage')
    .filter((link) => link[other] === key)
    .flatMap((link) => {
      const list = state.of('list').get(link[side])?.current;
      const relation = listWords[language][side][link.kind];
      return list ? [{ href: links.list(list.key), label: french(list.label), relation }] : [];
    });
}
