import { randomBytes } from 'node:crypto';
import { auditRepository } from '../accounts/audit.repository.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { dayIn } from '../lib/dates.ts';
import type { Draft } from '../positions/draft.ts';
import type { Evidence } from '../positions/evidence.ts';
import { type DeskPosition, positionsRepository } from '../positions/positions.repository.ts';
import type { AnsweringPlace } from './answering.service.ts';
import { type AnswerItem, type Answering, draftOf, hasRoom, mayTake, newItems, withDocument } from './link-answer.ts';
import { type LinkAnswer, linkAnswersRepository } from './link-answers.repository.ts';
import { listAuthorRepository } from './list-author.repository.ts';
import { referenceOf } from './reference.ts';

export interface SentAnswer {
  speaker: string;
  email: string;
  items: readonly AnswerItem[];
}

/** `sent` is null when nothing of it is new. `again`: this very form was received before. */
export type Reception = { answer: LinkAnswer; again: boolean } | { nothingNew: true };

/** What lists send by their links: kept to the letter, and brought to the desk to be read like anything else. */
export function openLinkAnswers(database: Database, clock: Clock) {
  const answers = linkAnswersRepository(database);
  const positions = positionsRepository(database);
  const authors = listAuthorRepository(database);
  const audit = auditRepository(database);

  /** Everything this list has said so far, the newest word on each demand; without what the law had erased. */
  function saidBefore(place: AnsweringPlace): AnswerItem[] {
    const own = answers.listAnswers(place.movement.id).filter(({ listId }) => listId === (place.list?.id ?? null));
    const readable = own.toReversed().flatMap(({ items }) => items.filter(({ erasedAt }) => erasedAt === null));
    const newest = new Map(readable.map((item) => [item.demandId, item] as const));
    return [...newest.values()];
  }

  function receive(place: AnsweringPlace, sent: SentAnswer, formKey: string): Reception {
    const before = answers.findByKey(place.linkId, formKey);
    if (before) return { answer: before, again: true };
    const items = newItems(sent.items, saidBefore(place));
    if (items.length === 0) return { nothingNew: true };
    const receivedAt = clock.now().toISOString();
    const reference = referenceOf(randomBytes(8));
    const { linkId, campaignId, movement, list } = place;
    const owner = { linkId, campaignId, movementId: movement.id, listId: list?.id ?? null };
    const { speaker, email } = sent;
    const id = answers.insertAnswer({ ...owner, formKey, reference, receivedAt, speaker, email, items });
    const author = authors.findOrInsert(receivedAt);
    const answering: Answering = { movementId: movement.id, listId: list?.id ?? null, name: movement.name };
    const receivedOn = dayIn(receivedAt, place.timeZone);
    for (const item of items) {
      const draft = draftOf(item, answering, { speaker, reference, receivedOn, items });
      answers.insertPositionOf(submit(campaignId, draft, author, receivedAt), id);
    }
    audit.insertAudit({
      at: receivedAt,
      campaignId,
      action: 'answer-received',
      subject: `movement ${movement.id}`,
      reason: reference,
    });
    const answer = answers.findByReference(reference);
    if (!answer) throw new Error(`the answer ${reference} was not kept`);
    return { answer, again: false };
  }

  /** A new position; or the one this list sent before, as long as nobody of the desk has written in it or published it. */
  function submit(campaignId: number, draft: Draft, author: number, at: string): number {
    const waiting = positions
      .listPositions(campaignId, ['draft', 'submitted', 'returned'])
      .find((each) => isOwn(each, draft, author));
    if (!waiting) {
      const id = positions.insertPosition(draft, campaignId, author, at);
      positions.recordStep(id, 1, { state: 'submitted' }, at);
      return id;
    }
    rewrite(waiting, draft, author, at);
    return waiting.id;
  }

  /** The positions of an answer that wait to be read, and that nobody of the desk has written in. */
  function waitingOf({ campaignId }: AnsweringPlace, { id }: LinkAnswer, author: number): DeskPosition[] {
    return positions
      .listPositions(campaignId, ['submitted'])
      .filter((each) => answers.findAnswerOf(each.id)?.id === id && each.authors.every((one) => one === author));
  }

  function attach(place: AnsweringPlace, answer: LinkAnswer, document: Evidence): number {
    const { campaignId, movement, timeZone } = place;
    const { reference } = answer;
    const at = clock.now().toISOString();
    const author = authors.findOrInsert(at);
    const sourced = waitingOf(place, answer, author).filter(({ sources }) => mayTake(sources, document));
    for (const position of sourced) {
      const draft = withDocument(position, document, { publisher: movement.name, publishedOn: dayIn(at, timeZone) });
      rewrite(position, draft, author, at);
    }
    const subject = `movement ${movement.id}`;
    if (sourced.length > 0) audit.insertAudit({ at, campaignId, action: 'answer-documented', subject, reason: reference });
    return sourced.length;
  }

  /** Changes what waits to be read: whoever has begun to read it is told that it changed. */
  function rewrite({ id, version }: DeskPosition, draft: Draft, author: number, at: string): void {
    positions.recordStep(id, version, { state: 'draft', reviewerId: null, decisionReason: '' }, at);
    positions.recordDraft(id, version + 1, draft, author, at);
    positions.recordStep(id, version + 2, { state: 'submitted' }, at);
  }

  return {
    saidBefore,
    /** The newest answer by this list's links; null when there is none yet. */
    findLast: (place: AnsweringPlace): LinkAnswer | null =>
      answers.listAnswers(place.movement.id).find(({ listId }) => listId === (place.list?.id ?? null)) ?? null,
    /** Keeps an answer and submits its positions, once however often its form is sent. */
    receive: (place: AnsweringPlace, sent: SentAnswer, formKey: string): Reception =>
      database.sql.transaction(() => receive(place, sent, formKey)).immediate(),
    /** Whether a document more would be joined to anything: asked before it is kept, so that a link cannot fill the disk. */
    hasRoom: (place: AnsweringPlace, answer: LinkAnswer): boolean =>
      waitingOf(place, answer, authors.findOrInsert(clock.now().toISOString())).some(({ sources }) => hasRoom(sources)),
    /** Adds a document to what the list sent: a source of each of its positions that waits to be read. How many took it. */
    attach: (place: AnsweringPlace, answer: LinkAnswer, document: Evidence): number =>
      database.sql.transaction(() => attach(place, answer, document)).immediate(),
    /** A receipt, for whoever has a link of the same list. */
    findReceipt(place: AnsweringPlace, reference: string): LinkAnswer | null {
      const answer = answers.findByReference(reference);
      const isOwn = answer?.movementId === place.movement.id && answer.listId === (place.list?.id ?? null);
      return isOwn ? answer : null;
    },
  };
}

function isOwn(position: DeskPosition, draft: Draft, author: number): boolean {
  const isSameCell =
    position.movementId === draft.movementId && position.listId === draft.listId && position.demandId === draft.demandId;
  return isSameCell && position.authors.every((each) => each === author);
}
