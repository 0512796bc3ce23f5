import { asc, eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { campaign, demand, letter, movement, movementList, signatory } from './campaigns.table.ts';

export type CampaignRow = typeof campaign.$inferSelect;
export type MovementRow = typeof movement.$inferSelect;
export type DemandRow = typeof demand.$inferSelect;

/** The SQL of campaigns: what the desk knows of them, published or not. */
export function campaignsRepository({ orm }: Database) {
  return {
    findCampaign: (slug: string): CampaignRow | null => orm.select().from(campaign).where(eq(campaign.slug, slug)).get() ?? null,
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

    insertCampaign: (row: typeof campaign.$inferInsert): number =>
      orm.insert(campaign).values(row).returning({ id: campaign.id }).get().id,
    insertLetter: (row: typeof letter.$inferInsert): void => void orm.insert(letter).values(row).run(),
    insertSignatory: (row: typeof signatory.$inferInsert): void => void orm.insert(signatory).values(row).run(),
    insertDemand: (row: typeof demand.$inferInsert): void => void orm.insert(demand).values(row).run(),
    insertMovement: (row: typeof movement.$inferInsert): number =>
      orm.insert(movement).values(row).returning({ id: movement.id }).get().id,
    insertMovementList: (row: typeof movementList.$inferInsert): void => void orm.insert(movementList).values(row).run(),
  };
}
