import { z } from 'zod';
import { newToken } from '../accounts/tokens.ts';
import { french } from '../lib/typography.ts';
import type { ChoiceField, ErrorSummary, Problems, TextField } from '../web/form.ts';
import type { DeskFrame } from './frame.presenter.ts';

/** One question with many answers, of which one may be chosen. */
export interface SelectField {
  id: string;
  label: string;
  hint: string;
  error: string;
  options: { value: string; label: string; selected: boolean }[];
}

export type FormPart =
  | { kind: 'text'; field: TextField }
  | { kind: 'choices'; field: ChoiceField }
  | { kind: 'select'; field: SelectField };

/** A page that is one form: most of a campaign's settings are. */
export interface FormPage {
  frame: DeskFrame;
  heading: string;
  lead: string;
  errors: ErrorSummary | null;
  notices: { heading: string; lines: { term: string; text: string }[] }[];
  action: string;
  key: string;
  /** The fingerprint of what the form was drawn from. */
  read: string;
  parts: FormPart[];
  button: string;
  /** Where to go without saving. */
  back: { href: string; label: string };
}

declare module '../web/views.ts' {
  interface Views {
    'desk/form': FormPage;
  }
}

export function selectField(
  field: Pick<SelectField, 'id' | 'label'> & {
    hint?: string;
    value: string;
    options: readonly { value: string; label: string }[];
  },
  problems: Problems,
): FormPart {
  const { id, label, hint = '', value } = field;
  const options = field.options.map((option) => ({ ...option, label: french(option.label), selected: option.value === value }));
  return {
    kind: 'select',
    field: { id, label: french(label), hint: french(hint), error: french(problems.get(id) ?? ''), options },
  };
}

export function choiceField(
  field: {
    id: string;
    label: string;
    hint?: string;
    value: string;
    options: readonly { value: string; label: string; detail?: string }[];
  },
  problems: Problems,
): FormPart {
  const { id, label, hint = '', value } = field;
  const options = field.options.map((option, index) => ({
    id: `${id}-${index + 1}`,
    value: option.value,
    label: french(option.label),
    details: option.detail ? [{ className: '', text: french(option.detail) }] : [],
    checked: option.value === value,
  }));
  return {
    kind: 'choices',
    field: { id, name: id, label: french(label), hint: french(hint), error: french(problems.get(id) ?? ''), options },
  };
}

const sending = z.object({
  /** A form without its key is applied all the same, but only that once. */
  cle: z.string().min(16).max(100).catch(newToken),
  lu: z.string().max(100).catch(''),
});

/** What every form of a campaign's settings carries beside its words. */
export function readSending(body: unknown): { key: string; read: string } {
  const { cle, lu } = sending.parse(body ?? {});
  return { key: cle, read: lu };
}

/** One line of text, and a text of several lines, as they were typed. */
export const typedLine = z.string().trim().max(500).catch('');
export const typedText = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(200_000))
  .catch('');

/** The numbers of checked boxes, which come alone or together. */
export const typedIds = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.coerce.number().int().positive()))
  .catch([]);
