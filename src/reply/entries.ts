import { french } from '../lib/typography.ts';
import { stanceLabels } from '../positions/labels.ts';
import type { PublicState } from '../standings/fold.ts';

/** A published position that someone may answer: its subject in the ledger, whose it is, and what it is called. */
export interface Entry {
  subject: string;
  movement: string;
  movementName: string;
  label: string;
}

/** Every position that is public now, by movement; those of one movement alone when it is named. */
export function entriesOf(state: PublicState | null, movement: string | null = null): Entry[] {
  if (!state) return [];
  return [...state.of('position').values()].flatMap(({ subject, current }) => {
    if (!current || (movement !== null && current.movement !== movement)) return [];
    const name = state.of('movement').get(current.movement)?.current?.name ?? current.movement;
    const demand = state.of('demand').get(current.demand)?.current?.shortTitle ?? current.demand;
    const list = current.list === null ? null : state.of('list').get(current.list)?.current;
    const race = list ? state.of('race').get(list.race)?.current?.name : null;
    const about = [race, demand].filter(Boolean).join(', ');
    const entry = { subject, movement: current.movement, movementName: french(name) };
    return [{ ...entry, label: french(`${about} : ${stanceLabels[current.stance]}`) }];
  });
}
