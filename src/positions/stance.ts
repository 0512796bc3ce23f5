/** The vocabulary of a position: four independent fields, never folded into one (see the design, §2). */

/** What was said on a demand. */
export const stances = ['commits', 'commits_in_part', 'unclear', 'refuses', 'contradicts'] as const;
export type Stance = (typeof stances)[number];

/** What became of our asking. Silence is a status of its own, never a stance. */
export const contactStatuses = ['not_asked', 'asked', 'being_checked', 'declined', 'answered'] as const;
export type ContactStatus = (typeof contactStatuses)[number];

/** On what kind of act the coding rests. */
export const bases = ['reply', 'programme', 'public_statement', 'act_in_office', 'third_party'] as const;
export type Basis = (typeof bases)[number];

/** Where the entry stands in time. */
export const lifecycles = ['current', 'superseded', 'withdrawn', 'to_confirm'] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** Only a full commitment counts as one; a part is shown, and counted apart. */
export function countsAsCommitment(stance: Stance): boolean {
  return stance === 'commits';
}

/** How many sources a stance needs before it may be published: a contradiction shows both of them. */
export function sourcesNeeded(stance: Stance): number {
  return stance === 'contradicts' ? 2 : 1;
}
