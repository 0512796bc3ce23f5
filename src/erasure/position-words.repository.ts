import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { linkAnswer, linkAnswerItem, positionLinkAnswer } from '../outreach/reply-links.table.ts';
import { evidence, position, reading, source } from '../positions/positions.table.ts';
import { erasedMark } from './kept.ts';

export type WordedPosition = typeof position.$inferSelect;
export interface ItemKey {
  answerId: number;
  demandId: number;
}

/** The SQL of what the desk keeps of a position itself, and of what a list signed of it; and of emptying both. */
export function positionWordsRepository({ orm }: Database) {
  const noted = (ids: readonly number[]) =>
    and(inArray(reading.positionId, [...ids]), notInArray(reading.note, ['', erasedMark]));

  return {
    /** Every position of a campaign that still has its words, in whatever state, thrown away or not; the oldest first. */
    listPositions: (campaignId: number): WordedPosition[] =>
      orm
        .select()
        .from(position)
        .where(and(eq(position.campaignId, campaignId), isNull(position.erasedAt)))
        .orderBy(asc(position.id))
        .all(),
    /** Their sources, each with the hash of its document. */
    listSources: (ids: readonly number[]): { sha256: string | null }[] =>
      orm
        .select({ sha256: evidence.sha256 })
        .from(source)
        .leftJoin(evidence, eq(evidence.id, source.evidenceId))
        .where(inArray(source.positionId, [...ids]))
        .all(),
    countNotes: (ids: readonly number[]): number =>
      orm.select({ id: reading.positionId }).from(reading).where(noted(ids)).all().length,
    /** Which answer each of these positions was made of. */
    listLinked: (ids: readonly number[]): { positionId: number; answerId: number }[] =>
      orm
        .select()
        .from(positionLinkAnswer)
        .where(inArray(positionLinkAnswer.positionId, [...ids]))
        .all(),
    /** What a list (or its movement) sent by its links on one demand, and can still be read. */
    listItems: ({ movementId, listId, demandId }: Pick<WordedPosition, 'movementId' | 'listId' | 'demandId'>): ItemKey[] =>
      orm
        .select({ answerId: linkAnswerItem.answerId, demandId: linkAnswerItem.demandId })
        .from(linkAnswerItem)
        .innerJoin(linkAnswer, eq(linkAnswer.id, linkAnswerItem.answerId))
        .where(
          and(
            eq(linkAnswer.movementId, movementId),
            listId === null ? isNull(linkAnswer.listId) : eq(linkAnswer.listId, listId),
            eq(linkAnswerItem.demandId, demandId),
            isNull(linkAnswerItem.erasedAt),
          ),
        )
        .all(),

    erasePositions(ids: readonly number[], at: string): void {
      const words = { summary: '', quote: '', condition: '', speaker: '', saidOn: '', reportedBy: '', reason: '', note: '' };
      const decisionReason = sql`CASE WHEN ${position.decisionReason} = '' THEN '' ELSE ${erasedMark} END`;
      orm
        .update(position)
        .set({ ...words, decisionReason, erasedAt: at })
        .where(and(inArray(position.id, [...ids]), isNull(position.erasedAt)))
        .run();
      orm
        .update(source)
        .set({ url: '', title: '', publisher: '', publishedOn: '', evidenceId: null, evidencePublic: false })
        .where(inArray(source.positionId, [...ids]))
        .run();
      orm.update(reading).set({ note: erasedMark }).where(noted(ids)).run();
    },
    /** With the signature of each answer of which nothing is left. */
    eraseItem({ answerId, demandId }: ItemKey, at: string): void {
      orm
        .update(linkAnswerItem)
        .set({ quote: erasedMark, condition: '', erasedAt: at })
        .where(and(eq(linkAnswerItem.answerId, answerId), eq(linkAnswerItem.demandId, demandId)))
        .run();
      const left = and(eq(linkAnswerItem.answerId, answerId), isNull(linkAnswerItem.erasedAt));
      if (orm.select().from(linkAnswerItem).where(left).get()) return;
      orm.update(linkAnswer).set({ speaker: erasedMark, email: '', erasedAt: at }).where(eq(linkAnswer.id, answerId)).run();
    },
  };
}
