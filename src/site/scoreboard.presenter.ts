import type { Payload } from '../ledger/payloads.ts';
import { dayIn, frenchDate, onFrenchDate } from '../lib/dates.ts';
import { counted, enumerated, french, number } from '../lib/typography.ts';
import type { PublicState } from '../standings/fold.ts';
import { movementBoard, type Order, racesOf, type Scoreboard } from '../standings/scoreboard.ts';
import { campaignFrame } from '../web/campaign-frame.ts';
import type { Frame, Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type BoardView, presentBoard } from './board.presenter.ts';

export interface ScoreboardPage {
  frame: Frame;
  town: string;
  election: string;
  upToDate: { day: string; label: string };
  summary: string;
  repliesNote: string;
  asks: { intro: string; demands: (Link & { number: number })[] };
  board: BoardView;
  sectors: (Link & { areas: string })[];
}

declare module '../web/views.ts' {
  interface Views {
    'site/scoreboard': ScoreboardPage;
  }
}

/** A voter's first page: the town, how fresh it is, one true sentence, the asks in short, then everyone. */
export function presentScoreboard(view: View, order: Order): ScoreboardPage {
  const { state, links } = view;
  const { campaign, edition } = state;
  const path = links.board;
  const scoreboard = movementBoard(state, order);
  const day = dayIn(edition.publishedAt, campaign.timeZone);
  const summary = summaryOf(scoreboard, state);
  return {
    frame: campaignFrame(view, { path, title: french(campaign.title), description: summary }),
    town: campaign.town,
    election: french(campaign.election.name),
    upToDate: { day, label: frenchDate(day) },
    summary,
    repliesNote: repliesNote(state),
    asks: {
      intro: asksIntro(state),
      demands: scoreboard.demands.map((demand) => ({
        number: demand.number,
        href: links.demand(demand.slug),
        label: french(demand.shortTitle),
      })),
    },
    board: presentBoard(view, scoreboard, { path, order, id: 'tableau', caption: captionOf(state) }),
    sectors: sectorLinks(view),
  };
}

/** « secteur 4 » with its address and its arrondissements, for each ballot that has a number. */
export function sectorLinks({ state, links }: View): ScoreboardPage['sectors'] {
  return racesOf(state).flatMap(({ sectorNumber, name, areas }) =>
    sectorNumber === null ? [] : [{ href: links.sector(sectorNumber), label: french(name), areas: areaNames(areas) }],
  );
}

export function areaNames(areas: Payload<'race'>['areas']): string {
  return enumerated(areas.map((area) => french(area.name)));
}

function summaryOf({ known, rows }: Scoreboard, state: PublicState): string {
  const all = counted(rows.length, noun(state));
  if (known === 0) return `Aucune position n’est connue à ce jour, sur ${all}.`;
  return `Une position est connue pour ${number(known)} ${noun(state)}${known > 1 ? 's' : ''} sur ${number(rows.length)}.`;
}

function noun(state: PublicState): 'mouvement' | 'liste' {
  return state.current('race').length > 1 ? 'mouvement' : 'liste';
}

function repliesNote(state: PublicState): string {
  return french(state.current('letter').at(-1)?.repliesNote ?? '');
}

function asksIntro(state: PublicState): string {
  const letter = state.current('letter').at(-1);
  const signatories = counted(state.current('signatory').length, 'organisation');
  return letter ? `Ce que ${signatories} demandent, ${onFrenchDate(letter.publishedOn)}` : 'Ce qui est demandé';
}

function captionOf(state: PublicState): string {
  return `Ce que chaque ${noun(state)} dit de chaque demande`;
}
