import type { Database } from '../db/open.ts';
import type { LedgerReader } from '../ledger/ledger.service.ts';
import { entryAddress } from '../ledger/payloads.ts';
import { erasuresRepository } from './erasures.repository.ts';
import type { NamedDocument } from './kept.ts';

export type Documents = ReturnType<typeof openDocuments>;

/**
 * Documents go when nothing else names them: no other row of whatever table, no other campaign, no entry that can still be read. They are
 * known by their content, so one may serve many.
 */
export function openDocuments(database: Database, ledger: LedgerReader) {
  const erasures = erasuresRepository(database);

  return {
    /** Whether it would go with `times` of the rows that name it, and with these entries of its campaign. */
    wouldGo(
      { sha256, times }: NamedDocument,
      campaign: { campaignId: number; slug: string },
      addresses: ReadonlySet<string>,
    ): boolean {
      const others = ledger
        .listNaming(sha256)
        .filter((entry) => entry.campaign !== campaign.slug || !addresses.has(entryAddress(entry)));
      if (others.length > 0 || erasures.isKeptElsewhere(campaign.campaignId, sha256)) return false;
      return erasures.countNaming(campaign.campaignId, sha256) <= times;
    },
    /** To be called once the words that named it are gone: forgets it in this campaign, and has its file deleted when nobody keeps it. */
    release(sha256: string, { campaignId, slug }: { campaignId: number; slug: string }, at: string): boolean {
      const naming = ledger.listNaming(sha256);
      if (erasures.countNaming(campaignId, sha256) > 0 || naming.some(({ campaign }) => campaign === slug)) return false;
      erasures.removeEvidence(campaignId, sha256);
      if (naming.length > 0 || erasures.isKept(sha256)) return false;
      erasures.recordErasedDocument(sha256, at);
      return true;
    },
  };
}
