import { z } from 'zod';
import type { Database } from './open.ts';

const checkpoint = z.array(z.object({ busy: z.number() }));

/**
 * Takes what was deleted or emptied out of the file itself: rewrites it without its free pages, then empties its journal (WAL). False when
 * another process was reading or writing, so that some of it may still be there: to be tried again.
 */
export function scrubDatabase({ sql }: Database): boolean {
  try {
    sql.exec('VACUUM');
    return checkpoint.parse(sql.pragma('wal_checkpoint(TRUNCATE)')).every(({ busy }) => busy === 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR)/.test(String(error.code))) return false;
    throw error;
  }
}
