import { existsSync, readdirSync } from 'node:fs';

/** The copies that migrations left beside the database (see src/db): each holds everything that stood there then. */
export function listOldCopies({ DATA_DIR }: { DATA_DIR: string }): string[] {
  if (!existsSync(DATA_DIR)) return [];
  return readdirSync(DATA_DIR)
    .filter((name) => name.includes('.sqlite.before-migration-'))
    .sort();
}
