import type { Payload } from '../ledger/payloads.ts';
import { asFrench, type Part, partsOf } from '../lib/french-parts.ts';
import { french, quoted } from '../lib/typography.ts';
import type { Cell } from '../standings/scoreboard.ts';
import type { Link } from '../web/frame.ts';
import type { View } from '../web/view.ts';
import { type CellView, presentAnswer, presentBoardCell } from './answer.presenter.ts';
import type { Compared } from './compared.ts';
import { answerWords } from './words/answer.ts';
import { compareWords } from './words/compare.ts';

/** What one list says on one demand, at the length that a comparison needs. */
export interface CompareEntry {
  href: string;
  name: string;
  /** On a ballot: which one, and whose list it is. */
  about: string;
  cell: CellView;
  quote: string;
  summary: string;
  condition: Part[];
}

/** Those who say nothing of a demand, by the reason of their silence. */
export interface SilentGroup {
  state: CellView['state'];
  label: string;
  /** What came of our asking, and the colon that leads to the names. */
  detail: string;
  who: Link[];
}

export function presentEntry(view: View, compared: Compared, cell: Cell): CompareEntry {
  const { language, say } = view;
  const position = cell.answer.kind === 'position' ? cell.answer.position : null;
  const condition = position?.condition ? french(position.condition) : '';
  return {
    ...nameOf(view, compared),
    about: compared.list ? aboutList(view, compared.list) : french(compared.movement.leader ?? ''),
    cell: presentBoardCell(view, compared.movement, cell),
    quote: position?.quote ? quoted(position.quote) : '',
    summary: position ? french(position.summary) : '',
    condition: condition ? partsOf(say.text(compareWords[language].shortfall(asFrench(condition)))) : [],
  };
}

export function presentSilences(view: View, silent: readonly { compared: Compared; cell: Cell }[]): SilentGroup[] {
  const groups = new Map<string, SilentGroup>();
  for (const { compared, cell } of silent) {
    const { state, label, detail } = presentAnswer(view, cell.answer);
    const asked = detail === '' ? '' : `, ${detail}`;
    const colon = view.say.text(answerWords[view.language].colon);
    const group = groups.get(`${state} ${detail}`) ?? { state, label, detail: asked + colon, who: [] };
    group.who.push({ href: view.links.cell(compared.movement.slug, cell.demand.slug), label: nameOf(view, compared).name });
    groups.set(`${state} ${detail}`, group);
  }
  return [...groups.values()];
}

function nameOf({ links }: View, { movement, list }: Compared): { name: string; href: string } {
  if (list) return { name: french(list.label), href: links.list(list.key) };
  return { name: french(movement.name), href: links.movement(movement.slug) };
}

function aboutList({ state }: View, list: Payload<'list'>): string {
  const race = state.of('race').get(list.race)?.current;
  return french([race?.name, list.head].filter((each) => each).join(', '));
}
