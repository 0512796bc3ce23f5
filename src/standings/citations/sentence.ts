import type { Payload } from '../../ledger/payloads.ts';
import { dayIn } from '../../lib/dates.ts';
import type { Language } from '../../lib/language.ts';
import { speechIn } from '../../lib/speech.ts';
import { labels } from '../../positions/labels.ts';
import { countsAsCommitment } from '../../positions/stance.ts';
import type { PublicState } from '../fold.ts';
import { followUpOf, newestJudgement } from '../follow-up.ts';
import type { PageSubject } from '../page-subject.ts';
import { type Answer, ballotBoard, demandsOf, listAnswer, movementBoard, movementCell, type Scoreboard } from '../scoreboard.ts';
import { citationWords } from './citation-words.ts';

interface Told {
  state: PublicState;
  language: Language;
  /** The day of the edition, in words. */
  day: string;
}

/** What a page says, in one sentence without its end: what is known, and as of which day. */
export function sentenceOf(state: PublicState, language: Language, about: PageSubject): string {
  const { campaign, edition } = state;
  const told = { state, language, day: speechIn(language).date(dayIn(edition.publishedAt, campaign.timeZone)) };
  const { movement, demand, list, sector } = about;
  const filed = list === undefined ? null : (state.of('list').get(list)?.current ?? null);
  const name = movement === undefined ? null : (state.of('movement').get(movement)?.current?.name ?? null);
  const asked = demand === undefined ? null : (state.of('demand').get(demand)?.current ?? null);
  if (filed) return listSentence(told, filed);
  if (movement !== undefined && name !== null) {
    if (asked)
      return answerSentence(told, name, asked, movementCell(state, movement, asked).answer) + sinceTheVote(told, movement, asked);
    const answers = demandsOf(state).map((each) => movementCell(state, movement, each).answer);
    return commitmentSentence(told, name, answers);
  }
  if (asked) return demandSentence(told, asked);
  return boardSentence(told, sector === undefined ? movementBoard(state, 'panneau') : sectorBoard(state, sector));
}

function boardSentence({ state, language, day }: Told, { rows, known }: Scoreboard): string {
  const words = citationWords[language];
  const say = speechIn(language);
  const noun = nounOf(state, language, rows);
  if (known === 0) return words.known.none(day, say.counted(rows.length, noun));
  return words.known.some(day, say.counted(known, noun), rows.length);
}

function commitmentSentence({ state, language, day }: Told, who: string, answers: Answer[]): string {
  const words = citationWords[language];
  const commitments = answers.filter(commits);
  if (commitments.length === 0) return words.known.commitsToNone(day, who);
  const demands = speechIn(language).counted(commitments.length, words.demands);
  return words.known.commits(day, who, demands, state.current('demand').length) + restOn(language, commitments);
}

function listSentence(told: Told, list: Payload<'list'>): string {
  const { state, language } = told;
  const answers = demandsOf(state).map((demand) => listAnswer(state, list, demand));
  return commitmentSentence(told, citationWords[language].ofList(list.label), answers);
}

function demandSentence({ state, language, day }: Told, demand: Payload<'demand'>): string {
  const words = citationWords[language];
  const say = speechIn(language);
  const { rows } = movementBoard(state, 'panneau');
  const noun = nounOf(state, language, rows);
  const commitments = rows.map(({ movement }) => movementCell(state, movement.slug, demand).answer).filter(commits);
  const count = commitments.length;
  if (count === 0) return words.known.demandNone(day, say.counted(rows.length, noun), demand.shortTitle);
  const verb = count === 1 ? words.known.commitOne : words.known.commitMany;
  return words.known.demand(day, say.counted(count, noun), verb, rows.length, demand.shortTitle) + restOn(language, commitments);
}

function answerSentence({ language, day }: Told, who: string, demand: Payload<'demand'>, answer: Answer): string {
  const words = citationWords[language].known;
  const { stance, contact, basis, lifecycle } = labels[language];
  if (answer.kind === 'silence') return words.silence(day, who, demand.shortTitle, lowerFirst(contact[answer.status]));
  const said = stance[answer.position.stance];
  const toConfirm = answer.toConfirm ? ` (${lowerFirst(lifecycle.to_confirm)})` : '';
  return words.stance(day, who, demand.shortTitle, said + toConfirm, lowerFirst(basis[answer.position.basis]));
}

/** The newest judgement of a pledge, and whose it is: who prints the pledge prints it too. Empty when nobody judged. */
function sinceTheVote({ state, language }: Told, movement: string, { slug }: Payload<'demand'>): string {
  const judged = newestJudgement(followUpOf(state, movement, slug));
  if (!judged) return '';
  const words = citationWords[language].known;
  const when = speechIn(language).date(judged.happenedOn);
  const told = judged.accordingTo === null ? when : words.accordingTo(judged.accordingTo, when);
  return words.since(labels[language].verdict[judged.verdict], told);
}

/** Printed alone, "commits" would be a list's own word: what we read in a source is said to be so. */
function restOn(language: Language, commitments: Answer[]): string {
  const words = citationWords[language].known;
  const signed = commitments.filter((answer) => answer.kind === 'position' && answer.position.basis === 'reply').length;
  if (signed === commitments.length) return '';
  return signed === 0 ? words.unsigned : words.partlySigned(signed);
}

/** A pledge that waits to be confirmed after a merger is shown, and not counted. */
function commits(answer: Answer): boolean {
  return answer.kind === 'position' && !answer.toConfirm && countsAsCommitment(answer.position.stance);
}

/** The last round of a sector: what its page shows first. */
function sectorBoard(state: PublicState, sector: string): Scoreboard {
  const race = state.current('race').find(({ sectorNumber }) => String(sectorNumber ?? '') === sector);
  const rounds = state.current('list').flatMap((list) => (list.race === race?.slug ? [list.round] : []));
  return ballotBoard(state, race?.slug ?? '', Math.max(1, ...rounds), 'panneau');
}

function nounOf(state: PublicState, language: Language, rows: Scoreboard['rows']): string {
  const words = citationWords[language];
  return state.current('race').length > 1 && !rows.some(({ list }) => list) ? words.movement : words.list;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
