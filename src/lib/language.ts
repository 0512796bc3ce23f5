/** The languages the public pages are written in. Part of the key of every cached page. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'fr';

/** What is said in every language: a missing one does not compile. */
export type Bilingual<T> = Record<Language, T>;

const prefix: Bilingual<string> = { fr: '', en: '/en' };

/** The same page's address in a language. French has no prefix; `path` is one of ours, with or without one. */
export function inLanguage(path: string, language: Language): string {
  const bare = path.replace(/^\/en(?=[/?#]|$)/, '');
  const address = prefix[language] + bare;
  if (address === '') return '/';
  return bare === '/' && language !== defaultLanguage ? prefix[language] : address;
}

/** The language that an address speaks. */
export function languageOf(path: string): Language {
  return /^\/en(?:[/?#]|$)/.test(path) ? 'en' : defaultLanguage;
}
