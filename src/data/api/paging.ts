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

/** What a list of campaigns is asked with. They are in the order of their slugs: a walk meets each of them, whatever is published meanwhile. */
export const campaignPaging = z.strictObject({ limit: pagingShape.limit, cursor: pagingShape.cursor });

/** After which campaign the next answer starts. */
export function writeCampaignCursor(slug: string): string {
  return Buffer.from(`after:${slug}`).toString('base64url');
}

/** The slug; null when it is none of ours. */
export function readCampaignCursor(text: string): string | null {
  const [, slug] = /^after:([a-z0-9-]{1,60})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return slug ?? null;
}
