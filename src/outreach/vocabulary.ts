/** How a list was asked. Public, with its date; nothing else of a contact is. */
export const channels = ['open_letter', 'email', 'post', 'phone', 'meeting', 'social_network'] as const;
export type Channel = (typeof channels)[number];

/**
 * What came of a contact. `sending`: given to the mail server, whose answer is not there yet; `failed`: it never left;
 * `bounced`: the address does not exist; `answered` and `declined`: the list said so through this channel.
 */
export const outcomes = ['sending', 'sent', 'not_reached', 'promised', 'bounced', 'failed', 'answered', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why we wrote: the letter itself, a reminder, or anything else that was said. */
export const purposes = ['letter', 'reminder', 'talk'] as const;
export type Purpose = (typeof purposes)[number];

/** What the campaign sends from a template. */
export const letterKinds = ['letter', 'reminder'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const addressKinds = ['email', 'post', 'phone', 'social_network'] as const;
export type AddressKind = (typeof addressKinds)[number];
