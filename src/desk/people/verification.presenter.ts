import type { Refused } from '../../accounts/sign-in.service.ts';
import { french } from '../../lib/typography.ts';
import { assetUrl } from '../../web/assets.ts';
import { type ErrorSummary, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { refusalWords } from './refusal-words.ts';

export interface VerificationPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  lead: string;
  code: TextField;
  /** What the browser is asked to sign, as JSON; empty for someone without a passkey. */
  passkey: string;
  scripts: string[];
  next: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/verification': VerificationPage;
  }
}

export interface VerificationState {
  token: string;
  next: string;
  passkey: object | null;
  /** Whether they have an application: the code comes from there, or from the codes they wrote down. */
  app: boolean;
  refused: Refused | null;
}

/** The scripts of a page that asks for a passkey. */
export const passkeyScripts = () => [assetUrl('webauthn.js'), assetUrl('js/passkey.js')];

/** The second step of signing in. */
export function presentVerification({ token, next, passkey, app, refused }: VerificationState): VerificationPage {
  const wrong = 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant.';
  const problems = new Map(refused ? [['code', refusalWords(refused, wrong)]] : []);
  const hint = app
    ? 'Les six chiffres que montre votre application ; ou un de vos codes de secours, si vous ne l’avez pas sous la main.'
    : 'Un de vos codes de secours, si vous n’avez pas votre clé sous la main. Chacun ne sert qu’une fois.';
  return {
    frame: deskFrame('Vérification', null, token),
    errors: summaryOf(problems, 'Vérification impossible'),
    lead: french('Votre mot de passe est juste. Montrez maintenant que c’est bien vous.'),
    code: textField({ id: 'code', label: 'Code', hint, autocomplete: 'one-time-code', required: true }, problems),
    passkey: passkey ? JSON.stringify(passkey) : '',
    scripts: passkey ? passkeyScripts() : [],
    next,
  };
}
