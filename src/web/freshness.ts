/** What is living changes with the next edition. What is held at one changes when the law takes words out of it, and with the program. */
export type Freshness = 'living' | 'held';

/** How long others may keep a public answer without asking again (RFC 9111, stale answers by RFC 5861). */
export const cacheControl: Record<Freshness, string> = {
  /** A minute fresh, then served stale for ten while it is renewed, and for a day if we are down. */
  living: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  /** An hour, and not for ever: what a judge had taken out must leave other people's caches too. Asked again, it costs a 304. */
  held: 'public, max-age=3600, stale-if-error=86400',
};
