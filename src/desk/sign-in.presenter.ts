import type { SignInOutcome } from '../accounts/sign-in.service.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from './form.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';
import { refusalWords } from './people/refusal-words.ts';

export interface SignInPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  fields: TextField[];
  /** Where to go on after signing in. */
  next: string;
}

declare module '../web/views.ts' {
  interface Views {
    'desk/sign-in': SignInPage;
  }
}

export interface SignInForm {
  email: string;
  next: string;
  done?: unknown;
}

/** The way in. What was typed is still there after a refusal, but for the password. */
export function presentSignIn(
  { email, next, done }: SignInForm,
  token: string,
  outcome: SignInOutcome | null = null,
): SignInPage {
  const problems = new Map(
    outcome && 'refused' in outcome
      ? [['courriel', refusalWords(outcome, 'L’adresse ou le mot de passe n’est pas le bon.')]]
      : [],
  );
  return {
    frame: deskFrame('Connexion', null, token, done),
    errors: summaryOf(problems, 'Connexion impossible'),
    fields: [
      textField(
        { id: 'courriel', label: 'Adresse électronique', kind: 'email', autocomplete: 'username', value: email, required: true },
        problems,
      ),
      textField(
        { id: 'mot-de-passe', label: 'Mot de passe', kind: 'password', autocomplete: 'current-password', required: true },
        problems,
      ),
    ],
    next,
  };
}
