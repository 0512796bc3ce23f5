import type { Payload } from '../../ledger/payloads.ts';
import { positionSubject } from '../../ledger/subjects.ts';
import { isDeclared } from '../../positions/labels.ts';
import type { Standing } from '../../standings/fold.ts';
import { type Answer, demandsOf, listAnswer, movementAnswer, racesOf } from '../../standings/scoreboard.ts';
import { silenceWords, stanceWords } from './codes.ts';
import { type PositionRow, positionColumns } from './position-columns.ts';
import { permalink, stampOf } from './stamp.ts';
import { type Dossier, table } from './table.ts';

/** Every movement, and every list, on every demand: the scoreboard as a file. */
export const positions = table({
  name: 'positions',
  title: { fr: 'Positions', en: 'Positions' },
  about: {
    fr: 'Une ligne par mouvement et par demande, puis une par liste et par demande : ce qui a été dit, avec la preuve, ou quel silence.',
    en: 'One row per movement and demand, then one per list and demand: what was said, with the proof, or which silence.',
  },
  key: ['cell'],
  references: [
    { column: 'movement', table: 'movements', field: 'movement' },
    { column: 'demand', table: 'demands', field: 'demand' },
  ],
  columns: positionColumns,
  *rows(dossier) {
    yield* movementRows(dossier);
    yield* listRows(dossier);
  },
});

function* movementRows(dossier: Dossier): Iterable<PositionRow> {
  const { state } = dossier;
  const demands = demandsOf(state);
  for (const movement of state.current('movement')) {
    for (const demand of demands) {
      yield rowOf(dossier, movement, null, demand, movementAnswer(state, movement.slug, demand));
    }
  }
}

function* listRows(dossier: Dossier): Iterable<PositionRow> {
  const { state } = dossier;
  const demands = demandsOf(state);
  const byRace = Map.groupBy(state.current('list'), ({ race }) => race);
  for (const race of racesOf(state)) {
    for (const list of byRace.get(race.slug)?.toSorted((a, b) => a.round - b.round || a.panel - b.panel) ?? []) {
      const movement = state.of('movement').get(list.movement)?.current;
      if (movement) for (const demand of demands) yield rowOf(dossier, movement, list, demand, listAnswer(state, list, demand));
    }
  }
}

function rowOf(
  dossier: Dossier,
  movement: Payload<'movement'>,
  list: Payload<'list'> | null,
  demand: Payload<'demand'>,
  answer: Answer,
): PositionRow {
  const status = dossier.state.of('contact').get(movement.slug)?.current?.status ?? 'not_asked';
  return {
    ...stampOf(dossier),
    cell: positionSubject({ movement: movement.slug, list: list?.key ?? null, demand: demand.slug }),
    movement: movement.slug,
    movement_name: movement.name,
    list: list?.key ?? null,
    list_label: list?.label ?? null,
    race: list?.race ?? null,
    round: list?.round ?? null,
    panel: list?.panel ?? null,
    demand: demand.slug,
    demand_title: demand.shortTitle,
    contact_status: status,
    ...saidIn(answer, list !== null),
    url: permalink(dossier, 'mouvements', movement.slug, demand.slug),
  };
}

/** What a cell says, apart from whose cell it is. */
type Said = Pick<PositionRow, keyof typeof nothingSaid | 'stance' | 'stance_label'>;

function saidIn(answer: Answer, ofList: boolean): Said {
  if (answer.kind === 'silence') {
    const stance = `silence:${answer.status}` as const;
    return { ...nothingSaid, stance, stance_label: silenceWords.fr[stance] };
  }
  const { position, standing, toConfirm } = answer;
  const [source] = position.sources;
  return {
    stance: position.stance,
    stance_label: stanceWords.fr[position.stance],
    basis: position.basis,
    declared: isDeclared(position.basis),
    lifecycle: position.lifecycle,
    own: ofList ? position.list !== null : null,
    to_confirm: toConfirm,
    speaker: position.speaker,
    said_on: position.saidOn,
    summary: position.summary,
    quote: position.quote,
    condition: position.condition,
    reported_by: position.reportedBy,
    source_url: source?.url ?? null,
    source_title: source?.title ?? null,
    source_publisher: source?.publisher ?? null,
    source_published_on: source?.publishedOn ?? null,
    ...entryOf(standing),
  };
}

const nothingSaid = {
  basis: null,
  declared: null,
  lifecycle: null,
  own: null,
  to_confirm: null,
  speaker: null,
  said_on: null,
  summary: null,
  quote: null,
  condition: null,
  reported_by: null,
  source_url: null,
  source_title: null,
  source_publisher: null,
  source_published_on: null,
  entry: null,
  entry_hash: null,
} as const;

/** Where the newest version of something stands in the register. */
export function entryOf({ versions }: Pick<Standing, 'versions'>): { entry: string | null; entry_hash: string | null } {
  const newest = versions.at(-1);
  return { entry: newest?.address ?? null, entry_hash: newest?.payloadHash ?? null };
}
