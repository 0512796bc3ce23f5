import { french } from '../lib/typography.ts';
import type { View } from '../web/view.ts';
import type { BoardView } from './board.presenter.ts';
import { boardWords } from './words/board.ts';

/** What is ticked to be compared and stands in no row that is shown: still ticked, in sight, and easy to untick. */
export interface UnseenTicks {
  legend: string;
  ticks: { value: string; name: string }[];
}

/** Null when every ticked row is shown. */
export function presentUnseen(
  { state, language }: View,
  ticked: readonly string[],
  boards: readonly BoardView[],
): UnseenTicks | null {
  const shown = boards.flatMap(({ rows }) => rows.map(({ pick }) => pick.value));
  const unseen = ticked.filter((value) => !shown.includes(value));
  if (unseen.length === 0) return null;
  const nameOf = (value: string) =>
    state.of('movement').get(value)?.current?.name ?? state.of('list').get(value)?.current?.label ?? value;
  return { legend: boardWords[language].unseen, ticks: unseen.map((value) => ({ value, name: french(nameOf(value)) })) };
}
