import { and, eq, isNull, sum } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import type { Evidence } from './evidence.ts';
import { evidence } from './positions.table.ts';

/** The SQL of documents: what each is called in a campaign. The files are elsewhere (evidence-files.service.ts). */
export function evidenceRepository({ orm }: Database) {
  const find = (campaignId: number, sha256: string) =>
    orm
      .select()
      .from(evidence)
      .where(and(eq(evidence.campaignId, campaignId), eq(evidence.sha256, sha256)))
      .get();

  return {
    findEvidence(campaignId: number, sha256: string): Evidence | null {
      const row = find(campaignId, sha256);
      return row ? { sha256: row.sha256, name: row.name, type: row.type, bytes: row.bytes } : null;
    },
    /** The bytes of the documents that no person of the desk brought: lists did, by their personal links. */
    sumBroughtByLink(campaignId: number): number {
      const byLink = and(eq(evidence.campaignId, campaignId), isNull(evidence.personId));
      const row = orm
        .select({ bytes: sum(evidence.bytes) })
        .from(evidence)
        .where(byLink)
        .get();
      return Number(row?.bytes ?? 0);
    },
    findEvidenceId: (campaignId: number, sha256: string): number | null => find(campaignId, sha256)?.id ?? null,
    /** False when the campaign has this very document already, under whatever name. */
    insertEvidence: (row: Omit<typeof evidence.$inferInsert, 'id'>): boolean =>
      orm.insert(evidence).values(row).onConflictDoNothing().run().changes === 1,
  };
}
