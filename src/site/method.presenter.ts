import type { Payload } from '../ledger/payloads.ts';
import { positionSubject } from '../ledger/subjects.ts';
import type { PublicState } from '../standings/fold.ts';
import type { View } from '../web/view.ts';
import type { Filling } from './texts.ts';
import { methodWords } from './words/method.ts';

/** What the method says of this campaign in particular: only what its register attests. */
export function methodFillings(view: View): Record<'readings' | 'rules' | 'asking' | 'followUp', Filling> {
  const { text } = view.say;
  return {
    readings: { text: text(readings(view)), strong: true },
    rules: { text: text(rules(view)) },
    asking: { text: text(asking(view)) },
    followUp: { text: text(followUp(view)) },
  };
}

function readings({ state, language, say }: View): string {
  const words = methodWords[language];
  const positions = state.current('position');
  const read = positions.filter(({ secondReading }) => secondReading).length;
  const all = say.counted(positions.length, words.position, words.positions);
  if (positions.length === 0) return words.noPosition;
  if (read === 0) return words.noneReadTwice(all);
  if (read < positions.length) return words.someReadTwice(say.number(read), all);
  return read === 1 ? words.oneReadTwice : words.allReadTwice(all);
}

function rules({ state, language }: View): string {
  const positions = state.current('position');
  if (positions.length === 0) return '';
  const isFirst = positions.every((position) => firstEdition(state, position) > ruleEdition(state, position.demand));
  return methodWords[language][isFirst ? 'rulesFirst' : 'rulesTogether'];
}

function firstEdition(state: PublicState, position: Payload<'position'>): number {
  return state.of('position').get(positionSubject(position))?.versions.at(0)?.edition ?? 0;
}

/** Since which edition a demand is judged by the rules that it has now; whatever else of it changed since. */
function ruleEdition(state: PublicState, demand: string): number {
  const standing = state.of('demand').get(demand);
  const now = JSON.stringify(standing?.current?.rules);
  const since = standing?.versions.findLast(({ payload }) => JSON.stringify(payload?.rules) !== now)?.edition ?? 0;
  return standing?.versions.find(({ edition }) => edition > since)?.edition ?? 0;
}

function asking({ state, language, say }: View): string {
  const words = methodWords[language];
  const asked = state.current('contact').flatMap((contact) => contact.asked);
  const isOpenLetter = asked.length > 0 && asked.every(({ channel }) => channel === 'open_letter');
  const dates = [...new Set(asked.map(({ on }) => on))].sort().map((on) => say.onDate(on));
  const waiting = state.current('movement').filter(({ slug }) => isNotAsked(state, slug)).length;
  const left = waiting === 1 ? words.oneNotAsked : words.notAsked(say.counted(waiting, words.movement, words.movements));
  return [isOpenLetter && words.openLetterOnly(say.enumerated(dates)), waiting > 0 && left].filter(Boolean).join(' ');
}

/** How many facts there are, and how many of them are judgements. */
function followUp({ state, language, say }: View): string {
  const words = methodWords[language];
  const facts = state.current('assessment');
  const judged = facts.filter(({ verdict }) => verdict !== 'not_rated').length;
  if (facts.length === 0) return words.noFact;
  const all = say.counted(facts.length, words.fact, words.facts);
  return judged === 0 ? words.noneJudged(all) : words.judged(all, say.counted(judged, words.judgement, words.judgements));
}

function isNotAsked(state: PublicState, movement: string): boolean {
  return (state.of('contact').get(movement)?.current?.status ?? 'not_asked') === 'not_asked';
}
