import type { Payload } from '../ledger/payloads.ts';
import { french } from '../lib/typography.ts';
import { isDeclared, labels } from '../positions/labels.ts';
import type { ContactStatus, Stance } from '../positions/stance.ts';
import { followUpOf, newestJudgement } from '../standings/follow-up.ts';
import type { Answer, Cell } from '../standings/scoreboard.ts';
import type { View } from '../web/view.ts';
import { answerWords } from './words/answer.ts';
import { followUpWords } from './words/follow-up.ts';

/** What is drawn of an answer wherever it stands: on the board, on a list's page, above its proof. */
export interface AnswerView {
  /** The icon, the class and the key of the legend at once. */
  state: Stance | ContactStatus;
  label: string;
  /** For a silence: what came of our asking. For a position: what the coding rests on. */
  detail: string;
  /** True for a signed reply alone: what the campaign reads by itself must look otherwise. */
  declared: boolean;
  silent: boolean;
  note: string;
}

/** A cell of a board: the answer with the ways to its proof. */
export interface CellView extends AnswerView {
  demand: string;
  href: string;
  /** What makes the link whole for someone who hears it alone: whose answer it is (in French), to which demand. */
  heard: { who: string; demand: string };
  source: SourceLink | null;
  differing: string;
  /** On a ballot, when the list speaks for itself: what its movement says. */
  movementSays: string;
  since: SinceVote | null;
}

/** What became of the pledge since the vote, in one line: `Depuis le vote : non tenu, selon La Gazette`. The judge is named, in French. */
export interface SinceVote {
  href: string;
  label: string;
  by: string;
  accordingTo: string;
}

/** The way to a source: `Source, hors du site : La Gazette`, of which the part in the middle is only heard. */
export interface SourceLink {
  href: string;
  label: string;
  intro: string;
  elsewhere: string;
  colon: string;
}

export function presentAnswer(view: View, answer: Answer): AnswerView {
  const words = answerWords[view.language];
  const { stance, contact, basis } = labels[view.language];
  if (answer.kind === 'silence') {
    return {
      state: answer.status,
      label: contact[answer.status],
      detail: silenceDetail(view, answer),
      declared: false,
      silent: true,
      note: goneNote(view, answer),
    };
  }
  const { position, toConfirm } = answer;
  return {
    state: position.stance,
    label: stance[position.stance],
    detail: basis[position.basis],
    declared: isDeclared(position.basis),
    silent: false,
    note: toConfirm ? words.toConfirm : '',
  };
}

export interface CellPlace {
  movement: Payload<'movement'>;
  demand: Payload<'demand'>;
  /** How many lists of the movement say otherwise. */
  differing: number;
  movementSays?: Answer | null;
}

export function presentCell(view: View, answer: Answer, { movement, demand, differing, movementSays }: CellPlace): CellView {
  const { links, language, say } = view;
  const words = answerWords[language];
  const own = presentAnswer(view, answer);
  const list = answer.kind === 'position' ? answer.position.list : null;
  return {
    ...own,
    demand: `${demand.number}. ${french(demand.shortTitle)}`,
    href: links.cell(movement.slug, demand.slug, list),
    heard: { who: french(movement.name), demand: words.onDemand(demand.number) },
    source: answer.kind === 'position' ? firstSource(view, answer.position) : null,
    differing: differing === 0 ? '' : say.counted(differing, words.listDiffers, words.listsDiffer),
    movementSays: movementSays ? say.text(words.movementSays(presentAnswer(view, movementSays).label)) : '',
    since: presentSince(view, movement.slug, demand.slug),
  };
}

/** The newest judgement, or how many facts there are; null before anything is known. */
function presentSince({ state, links, language, say }: View, movement: string, demand: string): SinceVote | null {
  const facts = followUpOf(state, movement, demand);
  if (facts.length === 0) return null;
  const words = answerWords[language];
  const judged = newestJudgement(facts);
  const what = judged
    ? labels[language].verdict[judged.verdict].toLocaleLowerCase(language)
    : say.counted(facts.length, followUpWords[language].count.one, followUpWords[language].count.many);
  const accordingTo = french(judged?.accordingTo ?? '');
  return {
    href: `${links.cell(movement, demand)}#suivi`,
    label: say.text(words.since(what)),
    by: accordingTo && `, ${followUpWords[language].according} `,
    accordingTo,
  };
}

/** The cell of a row of a board. */
export function presentBoardCell(view: View, movement: Payload<'movement'>, cell: Cell): CellView {
  const { demand, answer, differing, movementSays } = cell;
  return presentCell(view, answer, { movement, demand, differing: differing.length, movementSays });
}

function firstSource({ language, say }: View, { sources }: Payload<'position'>): SourceLink | null {
  const words = answerWords[language];
  const source = sources.find((each) => each.url !== null);
  if (!source?.url) return null;
  const { source: intro, elsewhere } = words;
  return { href: source.url, label: french(source.publisher), intro, elsewhere, colon: say.text(words.colon) };
}

type Silence = Extract<Answer, { kind: 'silence' }>;

function silenceDetail({ language, say }: View, answer: Silence): string {
  const words = answerWords[language];
  const { status, asked } = answer;
  if (status === 'answered') return isGone(answer) ? words.noLongerShown : words.notOnThis;
  return asked.length === 0 ? '' : words.asked(say.enumerated(asked.map(({ on }) => say.onDate(on))));
}

/** Whether a position stood there: nobody may then say that there was none, though its words are gone. */
export function isGone({ standing }: Silence): boolean {
  return standing !== null && (standing.gap !== null || standing.current?.lifecycle === 'withdrawn');
}

/** A position that was there and is no more leaves its trace. */
function goneNote({ language }: View, { standing }: Silence): string {
  const words = answerWords[language];
  if (standing?.current?.lifecycle === 'withdrawn') return words.withdrawnByAuthor;
  if (standing?.gap?.kind === 'withdrawn') return words.entryWithdrawn;
  return standing?.gap?.kind === 'redacted' ? words.entryRedacted : '';
}
