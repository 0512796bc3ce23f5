import type { Person } from '../../accounts/can.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';

export interface ConfirmationPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  password: TextField;
  next: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/confirmation': ConfirmationPage;
  }
}

interface ConfirmationState {
  person: Person;
  token: string;
  next: string;
  problems: Problems;
}

/** The password once more, before what touches the account itself. */
export function presentConfirmation({ person, token, next, problems }: ConfirmationState): ConfirmationPage {
  const field = { id: 'actuel', label: 'Mot de passe', autocomplete: 'current-password', required: true };
  return {
    frame: deskFrame('Confirmer', person, token),
    errors: summaryOf(problems),
    password: textField({ ...field, kind: 'password' }, problems),
    next,
  };
}
