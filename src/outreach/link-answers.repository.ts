import { and, asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { linkAnswer, linkAnswerItem, positionLinkAnswer } from './reply-links.table.ts';

export type LinkAnswerRow = typeof linkAnswer.$inferSelect;
export type LinkAnswerItem = Omit<typeof linkAnswerItem.$inferSelect, 'answerId'>;
export type LinkAnswer = LinkAnswerRow & { items: LinkAnswerItem[] };

/** The SQL of what lists sent by their links: kept to the letter, never changed; the law alone empties it (src/erasure). */
export function linkAnswersRepository({ orm }: Database) {
  const complete = (row: LinkAnswerRow | undefined): LinkAnswer | null => {
    if (!row) return null;
    const ofAnswer = eq(linkAnswerItem.answerId, row.id);
    const items = orm.select(itemColumns).from(linkAnswerItem).where(ofAnswer).orderBy(asc(linkAnswerItem.demandId)).all();
    return { ...row, items };
  };

  return {
    insertAnswer({
      items,
      ...row
    }: typeof linkAnswer.$inferInsert & { items: readonly Omit<LinkAnswerItem, 'erasedAt'>[] }): number {
      const { id } = orm.insert(linkAnswer).values(row).returning({ id: linkAnswer.id }).get();
      for (const item of items)
        orm
          .insert(linkAnswerItem)
          .values({ ...item, answerId: id })
          .run();
      return id;
    },
    findByKey: (linkId: number, formKey: string): LinkAnswer | null =>
      complete(
        orm
          .select()
          .from(linkAnswer)
          .where(and(eq(linkAnswer.linkId, linkId), eq(linkAnswer.formKey, formKey)))
          .get(),
      ),
    findByReference: (reference: string): LinkAnswer | null =>
      complete(orm.select().from(linkAnswer).where(eq(linkAnswer.reference, reference)).get()),
    /** The newest first. */
    listAnswers: (movementId: number): LinkAnswer[] =>
      orm
        .select()
        .from(linkAnswer)
        .where(eq(linkAnswer.movementId, movementId))
        .orderBy(desc(linkAnswer.receivedAt), desc(linkAnswer.id))
        .all()
        .flatMap((row) => complete(row) ?? []),
    listAnsweringMovements: (campaignId: number): ReadonlySet<number> =>
      new Set(
        orm
          .select({ movementId: linkAnswer.movementId })
          .from(linkAnswer)
          .where(eq(linkAnswer.campaignId, campaignId))
          .all()
          .map(({ movementId }) => movementId),
      ),
    /** Says that a position at the desk was made of an answer. */
    insertPositionOf: (positionId: number, answerId: number): void =>
      void orm
        .insert(positionLinkAnswer)
        .values({ positionId, answerId })
        .onConflictDoUpdate({ target: positionLinkAnswer.positionId, set: { answerId } })
        .run(),
    /** The answer that a position was made of; null when a volunteer wrote it. */
    findAnswerOf: (positionId: number): LinkAnswer | null =>
      complete(
        orm
          .select({ answer: linkAnswer })
          .from(positionLinkAnswer)
          .innerJoin(linkAnswer, eq(linkAnswer.id, positionLinkAnswer.answerId))
          .where(eq(positionLinkAnswer.positionId, positionId))
          .get()?.answer,
      ),
  };
}

const itemColumns = {
  demandId: linkAnswerItem.demandId,
  stance: linkAnswerItem.stance,
  quote: linkAnswerItem.quote,
  condition: linkAnswerItem.condition,
  erasedAt: linkAnswerItem.erasedAt,
};
