import { frenchDate } from '../lib/dates.ts';
import { french } from '../lib/typography.ts';
import { labels, stanceLabels } from '../positions/labels.ts';
import { answeredFollowUp, type NamedEntry } from '../positions/named-entry.ts';
import type { PublicState } from '../standings/fold.ts';

/** A published position or follow-up that someone may answer: its names in the ledger, whose it is, and what it is called. */
export interface Entry extends NamedEntry {
  /** How a form and an address name it. */
  value: string;
  movement: string;
  movementName: string;
  label: string;
}

/** Everything that is public now of anyone, or of one movement alone when it is named: positions, then what became of them. */
export function entriesOf(state: PublicState | null, movement: string | null = null): Entry[] {
  if (!state) return [];
  return [...positionsOf(state), ...followUpsOf(state)].filter((each) => movement === null || each.movement === movement);
}

function positionsOf(state: PublicState): Entry[] {
  return [...state.of('position').values()].flatMap(({ subject, current }) => {
    if (!current) return [];
    const { name, demand } = pledgeNames(state, current);
    const list = current.list === null ? null : state.of('list').get(current.list)?.current;
    const race = list ? state.of('race').get(list.race)?.current?.name : null;
    const about = [race, demand].filter(Boolean).join(', ');
    const entry = { kind: 'position' as const, subject, value: subject, movement: current.movement, movementName: name };
    return [{ ...entry, label: french(`${about} : ${stanceLabels[current.stance]}`) }];
  });
}

function followUpsOf(state: PublicState): Entry[] {
  return [...state.of('assessment').values()].flatMap(({ subject, current }) => {
    if (!current) return [];
    const { movement, happenedOn, verdict } = current;
    const { name, demand } = pledgeNames(state, current);
    const entry = { kind: 'assessment' as const, subject, value: answeredFollowUp(subject), movement, movementName: name };
    return [{ ...entry, label: french(`Suivi, ${demand}, ${frenchDate(happenedOn)} : ${labels.fr.verdict[verdict]}`) }];
  });
}

function pledgeNames(state: PublicState, { movement, demand }: { movement: string; demand: string }) {
  const name = state.of('movement').get(movement)?.current?.name ?? movement;
  return { name: french(name), demand: state.of('demand').get(demand)?.current?.shortTitle ?? demand };
}
