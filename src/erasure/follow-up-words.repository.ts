import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { followUp, followUpSource } from '../followup/follow-up.table.ts';
import { evidence } from '../positions/positions.table.ts';
import { erasedMark } from './kept.ts';

export type WordedFollowUp = typeof followUp.$inferSelect;

/** The SQL of what the desk keeps of a follow-up, and of emptying it. */
export function followUpWordsRepository({ orm }: Database) {
  return {
    /** Every follow-up of a campaign that still has its words, in whatever state, thrown away or not; the oldest first. */
    listFollowUps: (campaignId: number): WordedFollowUp[] =>
      orm
        .select()
        .from(followUp)
        .where(and(eq(followUp.campaignId, campaignId), isNull(followUp.erasedAt)))
        .orderBy(asc(followUp.id))
        .all(),
    /** Their sources, each with the hash of its document. */
    listSources: (ids: readonly number[]): { sha256: string | null }[] =>
      orm
        .select({ sha256: evidence.sha256 })
        .from(followUpSource)
        .leftJoin(evidence, eq(evidence.id, followUpSource.evidenceId))
        .where(inArray(followUpSource.followUpId, [...ids]))
        .all(),
    eraseFollowUps(ids: readonly number[], at: string): void {
      const words = { fact: '', happenedOn: '', accordingTo: '', reason: '', replyOfferedOn: '', note: '' };
      const decisionReason = sql`CASE WHEN ${followUp.decisionReason} = '' THEN '' ELSE ${erasedMark} END`;
      orm
        .update(followUp)
        .set({ ...words, decisionReason, erasedAt: at })
        .where(and(inArray(followUp.id, [...ids]), isNull(followUp.erasedAt)))
        .run();
      orm
        .update(followUpSource)
        .set({ url: '', title: '', publisher: '', publishedOn: '', evidenceId: null, evidencePublic: false })
        .where(inArray(followUpSource.followUpId, [...ids]))
        .run();
    },
  };
}
