import type { Payload } from '../ledger/payloads.ts';
import { counted, enumerated, french, number } from '../lib/typography.ts';
import { demandsOf, listAnswer } from '../standings/scoreboard.ts';
import { campaignFrame, crumbs } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentCell } from './answer.presenter.ts';

export interface ListPage {
  frame: Frame;
  crumbs: Link[];
  heading: string;
  movement: Link;
  facts: { term: string; text: string }[];
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
  const { state, links } = view;
  const list = state.of('list').get(key)?.current;
  const movement = list && state.of('movement').get(list.movement)?.current;
  const race = list && state.of('race').get(list.race)?.current;
  if (!list || !movement || !race) return null;
  const label = french(list.label);
  return {
    frame: campaignFrame(view, {
      path: links.list(key),
      title: label,
      description: `Ce que cette liste dit de chaque demande, ${french(race.name)}.`,
    }),
    crumbs: crumbs(view, ...sectorCrumb(view, race)),
    heading: label,
    movement: { href: links.movement(movement.slug), label: french(movement.name) },
    facts: factsOf(list, race),
    cells: demandsOf(state).map((demand) =>
      presentCell(view, listAnswer(state, list, demand), { movement, demand, differing: 0 }),
    ),
    lineage: [...relatives(view, key, 'parent'), ...relatives(view, key, 'child')],
  };
}

function sectorCrumb({ links }: View, { sectorNumber, name }: Payload<'race'>): Link[] {
  return sectorNumber === null ? [] : [{ href: links.sector(sectorNumber), label: french(name) }];
}

function factsOf(list: Payload<'list'>, race: Payload<'race'>): ListPage['facts'] {
  const valid = race.rounds.find((round) => round.number === list.round)?.valid ?? null;
  const facts: [string, string | null][] = [
    ['Scrutin', `${race.name}, ${list.round === 1 ? 'premier tour' : 'second tour'}`],
    ['Panneau', String(list.panel)],
    ['Tête de liste', list.head],
    ['Nuance', list.nuance && `${list.nuance} (attribuée par la préfecture, non par la liste)`],
    ['Voix', votesText(list.votes, valid)],
    ['Sièges', seatsText(list.seats)],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text: french(text) }] : []));
}

function votesText(votes: number | null, valid: number | null): string | null {
  if (votes === null) return null;
  return valid === null ? number(votes) : `${number(votes)} sur ${counted(valid, 'suffrage exprimé', 'suffrages exprimés')}`;
}

function seatsText({ council, sector, intercommunal }: Payload<'list'>['seats']): string | null {
  const seats: [number | null, string][] = [
    [council, 'au conseil municipal'],
    [sector, 'au conseil de secteur'],
    [intercommunal, 'au conseil communautaire'],
  ];
  const held = seats.flatMap(([count, where]) => (count ? [`${number(count)} ${where}`] : []));
  return held.length > 0 ? enumerated(held) : null;
}

function relatives({ state, links }: View, key: string, side: 'parent' | 'child'): ListPage['lineage'] {
  const other = side === 'parent' ? 'child' : 'parent';
  return state
    .current('lineage')
    .filter((link) => link[other] === key)
    .flatMap((link) => {
      const list = state.of('list').get(link[side])?.current;
      const relation = relations[side][link.kind];
      return list ? [{ href: links.list(list.key), label: french(list.label), relation }] : [];
    });
}

const relations = {
  parent: { continues: 'Continue, du premier tour', merges: 'Réunit, du premier tour' },
  child: { continues: 'Se maintient au second tour', merges: 'Fusionne au second tour dans' },
} as const;
