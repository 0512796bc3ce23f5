/** How long a list may answer by a link it was given, in days. A right of reply can be asked for three months. */
export const linkDays = 92;

export type LinkState = 'open' | 'expired' | 'revoked';

/** `now` and the others are UTC instants in ISO 8601, which compare as text. */
export function linkState({ expiresAt, revokedAt }: { expiresAt: string; revokedAt: string | null }, now: string): LinkState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
