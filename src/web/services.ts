import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import type { LedgerReader } from '../ledger/ledger.service.ts';
import type { Clock } from '../lib/clock.ts';
import type { Mailer } from '../lib/mailer.ts';
import type { Citations } from '../standings/citations/citations.service.ts';
import type { Standings } from '../standings/standings.service.ts';

/** What every audience is given. */
export interface Services {
  config: Config;
  database: Database;
  ledger: LedgerReader;
  publishing: Publishing;
  standings: Standings;
  clock: Clock;
  mailer: Mailer;
  /** Sets references in the styles and syntaxes of bibliographies. */
  citations: Citations;
  /** The post codes of a commune, by its INSEE code. */
  postCodesOf: (communeCode: string) => readonly string[];
  /** Seals the secrets of second factors; read when it is first needed. */
  factorKey: () => Buffer;
  /** Whether pages and files are kept for the next who asks. Not by who reads everything once, as the export does. */
  keeps: boolean;
}
