import { frenchDate } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { NamedEntry } from '../../positions/named-entry.ts';
import type { PublicState } from '../../standings/fold.ts';

/** `Réduire les caméras`, with the sector where a list speaks for itself; of a follow-up, with its date. */
export function entryLabel(state: PublicState, { kind, subject }: NamedEntry): string {
  const parts = subject.split('/');
  if (kind === 'assessment') return followUpLabel(state, subject);
  const demand = state.of('demand').get(parts.at(-1) ?? '')?.current?.shortTitle ?? '';
  const list = parts.length === 3 ? state.of('list').get(parts[1] ?? '')?.current : null;
  const race = list ? state.of('race').get(list.race)?.current?.name : null;
  return french(race ? `${demand}, ${race}` : demand);
}

/** A subject keeps the first date of what it names; a correction may give another. */
function followUpLabel(state: PublicState, subject: string): string {
  const [, demand = '', firstDate = ''] = subject.split('/');
  const { happenedOn = firstDate } = state.of('assessment').get(subject)?.current ?? {};
  return french(`Suivi, ${state.of('demand').get(demand)?.current?.shortTitle ?? ''}, ${frenchDate(happenedOn)}`);
}

/** The same after the name of the movement. */
export function entryName(state: PublicState, entry: NamedEntry): string {
  const movement = state.of('movement').get(entry.subject.split('/')[0] ?? '')?.current?.name ?? '';
  return french(`${movement} : ${entryLabel(state, entry)}`);
}
