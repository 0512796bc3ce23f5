import { french } from '../lib/typography.ts';

/** What is wrong with a form, said once at its top (with a way to each field) and once beside each field. */
export interface ErrorSummary {
  heading: string;
  items: { href: string; text: string }[];
}

/** One text field: its label, what it is for, what was typed, and what is wrong with it. */
export interface TextField {
  id: string;
  name: string;
  label: string;
  hint: string;
  error: string;
  value: string;
  /** What announces the error, where the page is not in French. */
  mistake?: string;
  kind: 'text' | 'email' | 'password' | 'url' | 'textarea';
  rows: number;
  required: boolean;
  autocomplete: string;
}

/** One question with a few answers, of which one may be chosen. */
export interface ChoiceField {
  id: string;
  name: string;
  label: string;
  hint: string;
  error: string;
  mistake?: string;
  options: {
    id: string;
    value: string;
    label: string;
    details: { className: string; text: string; french?: boolean }[];
    checked: boolean;
  }[];
}

/** Problems by the id of their field, in words. */
export type Problems = ReadonlyMap<string, string>;

/** The summary of a form's problems; null when there are none. */
export function summaryOf(problems: Problems, heading = 'À compléter ou à corriger'): ErrorSummary | null {
  if (problems.size === 0) return null;
  return { heading: french(heading), items: [...problems].map(([id, text]) => ({ href: `#${id}`, text: french(text) })) };
}

type FieldStart = Partial<TextField> & Pick<TextField, 'id' | 'label'>;

/** A text field with the problem that was found with it, if any. Its name is its id. */
export function textField(field: FieldStart, problems: Problems): TextField {
  const { id, label, hint = '' } = field;
  return {
    name: id,
    value: '',
    kind: 'text',
    rows: 3,
    required: false,
    autocomplete: 'off',
    ...field,
    label: french(label),
    hint: french(hint),
    error: french(problems.get(id) ?? ''),
  };
}
