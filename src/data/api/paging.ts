import { z } from 'zod';

/** How every table is asked for, whatever its own filters. */
export const pagingShape = {
  edition: z.coerce
    .number()
    .int()
    .min(1)
    .max(999_999_999)
    .optional()
    .meta({ description: 'As of this edition; the newest without it' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100).meta({ description: 'Rows in one answer, 1 to 1000' }),
  cursor: z.string().max(100).optional().meta({ description: 'From `next` of the answer before' }),
};
export const paging = z.object(pagingShape);

/** Where the next answer starts. It carries its edition: a walk from page to page reads one state, whatever is published meanwhile. */
export interface Cursor {
  edition: number;
  offset: number;
}

export function writeCursor({ edition, offset }: Cursor): string {
  return Buffer.from(`${edition}:${offset}`).toString('base64url');
}

/** Null when it is none of ours. */
export function readCursor(text: string): Cursor | null {
  const [, edition, offset] = /^([1-9]\d{0,8}):(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return edition && offset ? { edition: Number(edition), offset: Number(offset) } : null;
}
