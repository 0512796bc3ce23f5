/**
 * What is left of a text when only its words count: no case, no accents, no punctuation, single spaces. Ligatures are opened too:
 * files in ISO-8859-1 cannot write « œ ».
 */
export function words(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `SAID SOILIHI` and `Saïd  Soilihi` are the same words. */
export function sameWords(one: string, other: string): boolean {
  return words(one) === words(other);
}
