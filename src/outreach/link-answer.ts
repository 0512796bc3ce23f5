import type { Draft, DraftSource } from '../positions/draft.ts';
import { type Evidence, isPublicByDefault } from '../positions/evidence.ts';
import type { Stance } from '../positions/stance.ts';

/** What a list may say of itself. That it contradicts itself is for a reader to see. */
export const answerStances = ['commits', 'commits_in_part', 'refuses', 'unclear'] as const satisfies readonly Stance[];
export type AnswerStance = (typeof answerStances)[number];

/** The longest answer to one demand, in characters: two pages. */
export const longestWords = 6000;

/** What stands for the reference of an answer that has not been sent. */
export const referenceToCome = '(donnée à l’envoi)';

/** What a list says of one demand, in its own words. */
export interface AnswerItem {
  demandId: number;
  stance: AnswerStance;
  quote: string;
  /** What its commitment depends on, or where it stops; empty for a whole one. */
  condition: string;
}

/** A list that answers: the movement, or the one list the link was given to. */
export interface Answering {
  movementId: number;
  listId: number | null;
  name: string;
}

export interface SignedAnswer {
  speaker: string;
  reference: string;
  /** The ISO day on which it came, by the clock of the town. */
  receivedOn: string;
  items: readonly AnswerItem[];
}

/** Those that say something else than what the list had sent before: the rest is not sent to be read again. */
export function newItems(items: readonly AnswerItem[], before: readonly AnswerItem[]): AnswerItem[] {
  const known = new Map(before.map((item) => [item.demandId, item]));
  return items.filter(({ demandId, stance, quote, condition }) => {
    const old = known.get(demandId);
    return old?.stance !== stance || old.quote !== quote || old.condition !== condition;
  });
}

/** The position that an answer makes at the desk: the list's own signed words, to be read by someone before they are published. */
export function draftOf(item: AnswerItem, { movementId, listId, name }: Answering, answer: SignedAnswer): Draft {
  const { speaker, reference, receivedOn } = answer;
  return {
    movementId,
    listId,
    demandId: item.demandId,
    stance: item.stance,
    basis: 'reply',
    summary: summaryOf(item.stance),
    quote: item.quote,
    condition: item.stance === 'commits_in_part' ? item.condition : '',
    speaker,
    saidOn: receivedOn,
    reportedBy: '',
    reason: `La liste a complété ou changé sa réponse par son lien personnel (référence ${reference}).`,
    note: `Envoyée par la liste elle-même, par son lien personnel. Accusé de réception ${reference}.`,
    sources: [{ url: '', title: `Réponse signée à la lettre, référence ${reference}`, publisher: name, publishedOn: receivedOn }],
  };
}

const summaries: Record<AnswerStance, string> = {
  commits: 'La liste répond elle-même à la lettre : elle s’engage.',
  commits_in_part: 'La liste répond elle-même à la lettre : elle s’engage en partie.',
  refuses: 'La liste répond elle-même à la lettre : elle ne s’engage pas.',
  unclear: 'La liste répond elle-même à la lettre, sans se prononcer.',
};

/** What stands beside the list's own words, in the campaign's. */
export function summaryOf(stance: AnswerStance): string {
  return summaries[stance];
}

/** The form of a position has room for three sources: the answer itself, and two documents. */
const mostDocuments = 2;

/** Whether a document can still be added, and is not there yet. */
export function mayTake(sources: readonly DraftSource[], { sha256 }: Evidence): boolean {
  return hasRoom(sources) && sources.every(({ evidence }) => evidence?.sha256 !== sha256);
}

/** Whether a position may have one more document, whichever it is. */
export function hasRoom(sources: readonly DraftSource[]): boolean {
  return sources.length <= mostDocuments;
}

/** The same position with one more source: a document that the list joined. */
export function withDocument(
  draft: Draft,
  document: Evidence,
  { publisher, publishedOn }: Pick<DraftSource, 'publisher' | 'publishedOn'>,
): Draft {
  const { movementId, listId, demandId, stance, basis, summary, quote, condition, speaker, saidOn, reportedBy, reason, note } =
    draft;
  const title = `Document joint par la liste : ${document.name}`;
  const source = {
    url: '',
    title,
    publisher,
    publishedOn,
    evidence: { ...document, isPublic: isPublicByDefault(document.type) },
  };
  const words = { stance, basis, summary, quote, condition, speaker, saidOn, reportedBy, reason, note };
  return { movementId, listId, demandId, ...words, sources: [...draft.sources, source] };
}
