/** The languages the pages are written in. Part of the key of every cached page, so that a second one can be added safely. */
export const languages = ['fr'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'fr';
