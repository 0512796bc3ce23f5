import { join } from 'node:path';
import { seedCampaign, seedsFolder } from '../../src/campaigns/seed.service.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { openLedger } from '../../src/ledger/ledger.service.ts';
import { openStandings } from '../../src/standings/standings.service.ts';

/** A new database, in a file or not, in which one of the project's own campaigns is published. */
export function seeded(slug: string, file = ':memory:') {
  const database = openDatabase(file);
  migrateDatabase(database);
  seedCampaign(database, join(seedsFolder, slug));
  const ledger = openLedger(database);
  const standings = openStandings(ledger);
  const state = standings.find(slug);
  if (!state) throw new Error(`nothing was published of ${slug}`);
  return { database, ledger, standings, state };
}
