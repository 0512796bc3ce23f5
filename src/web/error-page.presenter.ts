import type { Language } from '../lib/language.ts';
import { french } from '../lib/typography.ts';
import { errorSaid, errorWords } from './error-words.ts';
import { type Frame, plainFrame } from './frame.ts';

export interface ErrorPage {
  frame: Frame;
  heading: string;
  text: string;
  /** Set when an error itself speaks, always in French, to a person of the desk. */
  said: string;
  home: string;
}

/** The page of one HTTP error, in words that say what to do next; `said` when the error itself has words for a person. */
export function presentError(status: number, language: Language, said = ''): ErrorPage {
  const words = errorWords[language];
  const { heading, text } = errorSaid(status, words);
  return { frame: plainFrame(heading, { language }), heading, text: said ? '' : text, said: french(said), home: words.home };
}
