/** What was said of somebody under their name: it is withdrawn by two people, and redacted by law. */
export const namedKinds = ['position', 'assessment'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** A published entry, by the two names that make it the only one. */
export interface NamedEntry {
  kind: NamedKind;
  subject: string;
}

/** How the form of the right of reply names a follow-up: `suivi:aube-nouvelle/moins-de-cameras/2022-10`; a position is named by its subject. */
export function answeredFollowUp(subject: string): string {
  return `suivi:${subject}`;
}
