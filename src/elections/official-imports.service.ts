import type { Database } from '../db/open.ts';
import { applyImport, preview } from './official-files/apply.ts';
import type { ReadingOptions } from './official-files/format.ts';
import type { Plan } from './official-files/plan.ts';
import { type ReadFile, readOfficialFile } from './official-files/read-file.ts';
import type { Stage } from './official-files/stage.ts';

/** Reading official files and applying what they say, for whoever is not a reader of files: the desk's imports. */
export function openOfficialImports(database: Database) {
  return {
    /** Throws WrongFile, with one sentence for the person who gave the file. */
    read: (path: string, options: ReadingOptions): Promise<ReadFile> => readOfficialFile(path, options, () => {}),
    preview: (stage: Stage, campaignId: number): Plan => preview(database, stage, campaignId),
    apply: (stage: Stage, campaignId: number): Plan => applyImport(database, stage, campaignId),
  };
}
