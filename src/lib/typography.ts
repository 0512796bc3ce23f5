/** U+202F, the narrow space of French punctuation. */
export const thinSpace = '\u202f';
/** U+00A0, the space before a colon and between a day and its month. */
export const hardSpace = '\u00a0';

/**
 * French spacing for text that people typed: narrow space before ; ! ? and inside « », no-break space before a colon, typographic
 * apostrophe. Leaves addresses (https://…) and times (9:40) alone, since only a space that is already there is replaced.
 */
export function french(text: string): string {
  return text
    .replace(/[ \u00a0\u202f]+([;!?»])/g, `${thinSpace}$1`)
    .replace(/«[ \u00a0\u202f]*/g, `«${thinSpace}`)
    .replace(/([^\s\u202f])»/g, `$1${thinSpace}»`)
    .replace(/[ \u202f]+:/g, `${hardSpace}:`)
    .replace(/(\p{L})'(?=[\p{L}\d«])/gu, '$1’');
}

/** « text », with the right spaces around it. The words themselves are someone's: not a space of them is touched. */
export function quoted(text: string): string {
  return `«${thinSpace}${text.trim()}${thinSpace}»`;
}

const wholeNumber = new Intl.NumberFormat('fr-FR');

/** 1234567 → 1 234 567. */
export function number(value: number): string {
  return wholeNumber.format(value);
}

/** `2 demandes`, `1 demande`, `0 demande`: French makes a plural from two. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)}${hardSpace}${value >= 2 ? many : one}`;
}

const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' });

/** `un, deux et trois`. */
export function enumerated(items: readonly string[]): string {
  return conjunction.format(items);
}
