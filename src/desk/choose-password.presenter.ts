import { type PasswordFault, shortestPassword } from '../accounts/password-rule.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from './form.ts';
import { type DeskFrame, deskFrame } from './frame.presenter.ts';

export interface ChoosePasswordPage {
  frame: DeskFrame;
  action: string;
  errors: ErrorSummary | null;
  /** Whose account it is; empty for the first administrator, who says so in the form. */
  account: string;
  fields: TextField[];
}

declare module '../web/views.ts' {
  interface Views {
    'desk/choose-password': ChoosePasswordPage;
  }
}

export const passwordFaults: Record<PasswordFault, string> = {
  too_short: `Choisissez au moins ${shortestPassword} caractères. Une phrase convient très bien.`,
  too_long: 'Ce mot de passe est trop long : 200 caractères au plus.',
  too_easy: 'Ce mot de passe se devine : ce n’est ni un nom, ni un caractère répété.',
};

export interface ChoosePasswordForm {
  /** The path the form is sent to: that of the one-time link. */
  action: string;
  owner: { email: string; name: string } | null;
  typed: { email: string; name: string };
  problems: Problems;
}

/** `owner` is null for the first administrator, who also says who they are. */
export function presentChoosePassword({ action, owner, typed, problems }: ChoosePasswordForm, token: string): ChoosePasswordPage {
  const introduction = [
    textField({ id: 'nom', label: 'Votre nom', autocomplete: 'name', value: typed.name, required: true }, problems),
    textField(
      {
        id: 'courriel',
        label: 'Votre adresse électronique',
        kind: 'email',
        autocomplete: 'username',
        value: typed.email,
        required: true,
      },
      problems,
    ),
  ];
  return {
    frame: deskFrame('Choisir un mot de passe', null, token),
    action,
    errors: summaryOf(problems),
    account: owner ? `${owner.name}, ${owner.email}` : '',
    fields: [
      ...(owner ? [] : introduction),
      textField(
        {
          id: 'mot-de-passe',
          label: 'Mot de passe',
          hint: `Au moins ${shortestPassword} caractères. Une phrase convient très bien.`,
          kind: 'password',
          autocomplete: 'new-password',
          required: true,
        },
        problems,
      ),
    ],
  };
}
