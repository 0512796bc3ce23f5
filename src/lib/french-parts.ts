/** A stretch of a sentence: ours, in the page's language, or the French words of someone. */
export interface Part {
  text: string;
  french: boolean;
}

/** Two characters of nobody's alphabet (Unicode's private use) stand around what people wrote until the sentence is whole. */
const start = '\uE000';
const end = '\uE001';

/** Marks a name that goes into a sentence of ours, so that `partsOf` finds it there. */
export function asFrench(words: string): string {
  return start + words + end;
}

/** The sentence as one text: for what cannot say where its language changes, such as a title. */
export function plainOf(sentence: string): string {
  return sentence.replaceAll(start, '').replaceAll(end, '');
}

/** The sentence cut where its language changes, so that a page can say so of each part: a reader's voice follows. */
export function partsOf(sentence: string): Part[] {
  return sentence
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((text) => text !== '')
    .map((text) => (text.startsWith(start) ? { text: text.slice(1, -1), french: true } : { text, french: false }));
}
