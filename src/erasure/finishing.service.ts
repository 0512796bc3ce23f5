import type { Database } from '../db/open.ts';
import { scrubDatabase } from '../db/scrub.ts';
import type { Clock } from '../lib/clock.ts';
import { openEvidenceFiles } from '../positions/evidence-files.service.ts';
import { erasuresRepository } from './erasures.repository.ts';

/**
 * What follows an order once it is written: the files of its documents are deleted, and the database file is rewritten without what was
 * emptied. Called after each order and at each start, so that a crash in between delays it and loses nothing. Outside any transaction.
 */
export function finishErasures(database: Database, settings: { DATA_DIR: string }, clock: Clock): void {
  const erasures = erasuresRepository(database);
  const files = openEvidenceFiles(settings);
  const now = () => clock.now().toISOString();
  for (const sha256 of erasures.listToRemove()) {
    // Someone brought the same document again meanwhile: it is another's, and stays.
    if (erasures.isKept(sha256)) continue;
    files.remove(sha256);
    erasures.recordRemoved(sha256, now());
  }
  if (erasures.hasUnscrubbed() && scrubDatabase(database)) erasures.recordScrubbed(now());
}
