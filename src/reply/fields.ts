import type { Language } from '../lib/language.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../web/form.ts';
import { replyFrameWords } from './words/frame.ts';

type FieldStart = Partial<TextField> & Pick<TextField, 'id' | 'label'>;

/** A text field whose mistakes are named in the language of the page. */
export function fieldIn(language: Language, field: FieldStart, problems: Problems): TextField {
  return textField({ ...field, mistake: replyFrameWords[language].error }, problems);
}

/** The summary of a form's problems, in the language of the page; null when there are none. */
export function problemsIn(
  language: Language,
  problems: Problems,
  heading = replyFrameWords[language].problems,
): ErrorSummary | null {
  return summaryOf(problems, heading);
}
