import { hashToken, newToken } from '../accounts/tokens.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { linkDays, linkState } from './reply-link.ts';
import { type ReplyLinkRow, replyLinksRepository } from './reply-links.repository.ts';

/** The path of a personal link, to be put after PUBLIC_URL. */
export const replyPath = (token: string) => `/repondre/${token}`;

export type ReplyLinks = ReturnType<typeof openReplyLinks>;

type Given = Pick<ReplyLinkRow, 'campaignId' | 'movementId' | 'channel'> & { listId?: number | null; createdBy: number };

/** The links by which lists answer: 256 random bits, kept as a hash, for a time, until they are revoked. */
export function openReplyLinks(database: Database, clock: Clock) {
  const links = replyLinksRepository(database);

  return {
    /** A new link. Its path is told this once; what is kept cannot give it back. */
    create(given: Given): { id: number; path: string } {
      const token = newToken();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
      const id = links.insertLink({ ...given, tokenHash: hashToken(token), createdAt: now.toISOString(), expiresAt });
      return { id, path: replyPath(token) };
    },
    /** Whose link this is, whether or not it may still be used. Reading it changes nothing. Null when there never was one. */
    find(token: string): (ReplyLinkRow & { state: ReturnType<typeof linkState> }) | null {
      const link = links.findByHash(hashToken(token));
      return link && { ...link, state: linkState(link, clock.now().toISOString()) };
    },
    list: (movementId: number) =>
      links.listLinks(movementId).map((link) => ({ ...link, state: linkState(link, clock.now().toISOString()) })),
    findById: links.findLink,
    revoke: (id: number): void => links.recordRevoked(id, clock.now().toISOString()),
  };
}
