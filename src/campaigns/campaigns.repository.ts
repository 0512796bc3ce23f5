import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { campaign, demand, letter, movement, movementList, signatory } from './campaigns.table.ts';

export type CampaignRow = typeof campaign.$inferSelect;
export type MovementRow = typeof movement.$inferSelect;
export type DemandRow = typeof demand.$inferSelect;

/** The SQL of campaigns: what the desk knows of them, published or not. */
export function campaignsRepository({ orm }: Database) {
  return {
    findCampaign: (slug: string): CampaignRow | null => orm.select().from(campaign).where(eq(campaign.slug, slug)).get() ?? null,
    findCampaignById: (id: number): CampaignRow | null => orm.select().from(campaign).where(eq(campaign.id, id)).get() ?? null,
    listCampaigns: (): CampaignRow[] => orm.select().from(campaign).orderBy(asc(campaign.slug)).all(),
    findLetter: (campaignId: number) => orm.select().from(letter).where(eq(letter.campaignId, campaignId)).get() ?? null,
    listSignatories: (campaignId: number) =>
      orm.select().from(signatory).where(eq(signatory.campaignId, campaignId)).orderBy(asc(signatory.rank)).all(),
    listDemands: (campaignId: number): DemandRow[] =>
      orm.select().from(demand).where(eq(demand.campaignId, campaignId)).orderBy(asc(demand.number)).all(),
    listMovements: (campaignId: number): MovementRow[] =>
      orm.select().from(movement).where(eq(movement.campaignId, campaignId)).orderBy(asc(movement.id)).all(),
    /** Which movement each list of the campaign belongs to. */
    listMovementLists: (campaignId: number): { listId: number; movementId: number }[] =>
      orm
        .select({ listId: movementList.listId, movementId: movementList.movementId })
        .from(movementList)
        .where(eq(movementList.campaignId, campaignId))
        .all(),

    findDemand: (campaignId: number, id: number): DemandRow | null =>
      orm
        .select()
        .from(demand)
        .where(and(eq(demand.campaignId, campaignId), eq(demand.id, id)))
        .get() ?? null,
    findMovement: (campaignId: number, id: number): MovementRow | null =>
      orm
        .select()
        .from(movement)
        .where(and(eq(movement.campaignId, campaignId), eq(movement.id, id)))
        .get() ?? null,
    /** The lists among these that a movement of any campaign holds. */
    listGrouped: (listIds: readonly number[]): number[] =>
      orm
        .selectDistinct({ listId: movementList.listId })
        .from(movementList)
        .where(inArray(movementList.listId, [...listIds]))
        .all()
        .map(({ listId }) => listId),

    insertCampaign: (row: typeof campaign.$inferInsert): number =>
      orm.insert(campaign).values(row).returning({ id: campaign.id }).get().id,
    insertLetter: (row: typeof letter.$inferInsert): void => void orm.insert(letter).values(row).run(),
    /** The campaign's only letter, in the place of the one there was. */
    recordLetter: (row: typeof letter.$inferInsert): void =>
      void orm.insert(letter).values(row).onConflictDoUpdate({ target: letter.campaignId, set: row }).run(),
    recordCampaign: (id: number, changes: Partial<Pick<CampaignRow, 'slug' | 'title' | 'town' | 'timeZone'>>): void =>
      void orm.update(campaign).set(changes).where(eq(campaign.id, id)).run(),
    deleteSignatories: (campaignId: number): void => void orm.delete(signatory).where(eq(signatory.campaignId, campaignId)).run(),
    recordDemand: (id: number, changes: Partial<typeof demand.$inferInsert>): void =>
      void orm.update(demand).set(changes).where(eq(demand.id, id)).run(),
    deleteDemand: (id: number): void => void orm.delete(demand).where(eq(demand.id, id)).run(),
    /** Numbers the demands in this order. Two steps, since no number may be taken twice even for a moment. */
    recordDemandOrder(campaignId: number, ids: readonly number[]): void {
      orm
        .update(demand)
        .set({ number: sql`${demand.number} + 1000` })
        .where(eq(demand.campaignId, campaignId))
        .run();
      ids.forEach((id, index) => {
        orm
          .update(demand)
          .set({ number: index + 1 })
          .where(eq(demand.id, id))
          .run();
      });
    },
    recordMovement: (id: number, changes: Partial<Pick<MovementRow, 'name' | 'leader'>>): void =>
      void orm.update(movement).set(changes).where(eq(movement.id, id)).run(),
    deleteMovement: (id: number): void => void orm.delete(movement).where(eq(movement.id, id)).run(),
    /** Puts a list into a movement, out of the one it was in. */
    recordMovementList: (row: typeof movementList.$inferInsert): void =>
      void orm
        .insert(movementList)
        .values(row)
        .onConflictDoUpdate({ target: [movementList.campaignId, movementList.listId], set: { movementId: row.movementId } })
        .run(),
    deleteMovementList: (campaignId: number, listId: number): void =>
      void orm
        .delete(movementList)
        .where(and(eq(movementList.campaignId, campaignId), eq(movementList.listId, listId)))
        .run(),
    insertSignatory: (row: typeof signatory.$inferInsert): void => void orm.insert(signatory).values(row).run(),
    insertDemand: (row: typeof demand.$inferInsert): void => void orm.insert(demand).values(row).run(),
    insertMovement: (row: typeof movement.$inferInsert): number =>
      orm.insert(movement).values(row).returning({ id: movement.id }).get().id,
    insertMovementList: (row: typeof movementList.$inferInsert): void => void orm.insert(movementList).values(row).run(),
  };
}
