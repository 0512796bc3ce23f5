import { type Person, shouldProtect } from '../../accounts/can.ts';
import type { SecondFactors } from '../../accounts/second-factor.service.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { type QrCode, qrCode } from '../../lib/qr.ts';
import { counted, french } from '../../lib/typography.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { deskTimeZone } from './account.presenter.ts';
import { peopleLinks } from './links.ts';
import { passkeyScripts } from './verification.presenter.ts';

export interface SecondFactorPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  lead: string;
  owned: { id: string; label: string; detail: string; remove: string }[];
  /** How many recovery codes are left, in words; empty before there is a factor. */
  codes: string;
  /** What the browser is asked to make, as JSON; empty where passkeys cannot work. */
  passkey: string;
  noPasskey: string;
  keyName: TextField;
  scripts: string[];
}

export interface CodeAppPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  qr: QrCode;
  secret: string;
  code: TextField;
}

export interface RecoveryCodesPage {
  frame: DeskFrame;
  codes: string[];
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/second-factor': SecondFactorPage;
    'desk/people/code-app': CodeAppPage;
    'desk/people/recovery-codes': RecoveryCodesPage;
  }
}

export interface SecondFactorState {
  person: Person;
  token: string;
  done: unknown;
  factors: ReturnType<SecondFactors['of']>;
  /** What a new passkey is made from; null where passkeys cannot work. */
  passkey: object | null;
  problems: Problems;
  typedName?: string;
}

/** The second factors of one person, and the ways to add one. */
export function presentSecondFactor(state: SecondFactorState): SecondFactorPage {
  const { person, token, done, factors, passkey, problems, typedName = '' } = state;
  const { apps, passkeys, codesLeft } = factors;
  const hint = 'Pour la reconnaître ensuite : « mon téléphone », « la clé bleue »…';
  return {
    frame: deskFrame('Second facteur', person, token, done),
    errors: summaryOf(problems),
    lead: french(leadOf(person, apps.length + passkeys.length > 0)),
    owned: [
      ...apps.map(({ id, createdAt }) => ({
        id: `application-${id}`,
        label: 'Application de codes',
        detail: french(`Ajoutée le ${frenchInstant(createdAt, deskTimeZone)}`),
        remove: peopleLinks.removeApp(id),
      })),
      ...passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id: `cle-${id}`,
        label: french(`Clé d’accès : ${name}`),
        detail: french(
          `Ajoutée le ${frenchInstant(createdAt, deskTimeZone)}${lastUsedAt ? `, servie le ${frenchInstant(lastUsedAt, deskTimeZone)}` : ''}`,
        ),
        remove: peopleLinks.removePasskey(id),
      })),
    ],
    codes: apps.length + passkeys.length > 0 ? french(codeWords(codesLeft)) : '',
    passkey: passkey ? JSON.stringify(passkey) : '',
    noPasskey: passkey
      ? ''
      : french('Les clés d’accès demandent que le site ait une adresse en https : dites-le à la personne qui tient le serveur.'),
    keyName: textField({ id: 'nom', label: 'Nom de la clé', hint, value: typedName }, problems),
    scripts: passkey ? passkeyScripts() : [],
  };
}

/** The application's own page: the QR code, the same as text, and the field of the first code. */
export function presentCodeApp(
  { person, token }: Pick<SecondFactorState, 'person' | 'token'>,
  { secret, uri }: { secret: string; uri: string },
  problems: Problems,
): CodeAppPage {
  return {
    frame: deskFrame('Ajouter une application', person, token),
    errors: summaryOf(problems),
    qr: qrCode(uri),
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
    code: textField(
      { id: 'code', label: 'Les six chiffres que montre l’application', autocomplete: 'one-time-code', required: true },
      problems,
    ),
  };
}

export function presentRecoveryCodes(
  { person, token }: Pick<SecondFactorState, 'person' | 'token'>,
  codes: string[],
): RecoveryCodesPage {
  return { frame: deskFrame('Codes de secours', person, token), codes };
}

function leadOf(person: Person, has: boolean): string {
  if (has) return 'À chaque connexion, après le mot de passe, nous demandons un de ceux-ci.';
  const why = 'Un mot de passe se vole ; avec un second facteur, cela ne suffit pas.';
  return shouldProtect(person) ? `${why} Il vous en faut un pour relire, publier ou administrer.` : why;
}

function codeWords(left: number): string {
  if (left === 0) return 'Il ne vous en reste aucun. Faites-en de nouveaux : sans eux, un téléphone perdu vous laisse dehors.';
  return `Il vous reste ${counted(left, 'code', 'codes')}. Chacun ouvre une fois, si vous n’avez pas votre téléphone ou votre clé.`;
}
