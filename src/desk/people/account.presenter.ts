import { browserName } from '../../accounts/browser-name.ts';
import { type Person, shouldProtect } from '../../accounts/can.ts';
import { shortestPassword } from '../../accounts/password-rule.ts';
import type { SessionRow } from '../../accounts/sessions.repository.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { counted, french } from '../../lib/typography.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { peopleLinks } from './links.ts';

export interface AccountPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  email: string;
  name: TextField;
  passwords: TextField[];
  secondFactor: { text: string; href: string; label: string };
  sessions: { id: string; label: string; detail: string; end: string; current: boolean }[];
  others: boolean;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/account': AccountPage;
  }
}

export interface AccountState {
  person: Person;
  token: string;
  done: unknown;
  sessions: readonly SessionRow[];
  /** The session this page is read in. */
  here: string;
  factors: { apps: readonly unknown[]; passkeys: readonly unknown[]; codesLeft: number };
  /** What was typed in the name's form, when it comes back. */
  typedName?: string;
  problems?: Problems;
}

/** The clock of the desk outside any campaign: that of the elections it is made for. */
export const deskTimeZone = 'Europe/Paris';

/** A person's own account. */
export function presentAccount(state: AccountState): AccountPage {
  const { person, token, done, sessions, here, problems = new Map() } = state;
  return {
    frame: deskFrame('Mon compte', person, token, done),
    errors: summaryOf(problems),
    email: person.email,
    name: textField(
      { id: 'nom', label: 'Votre nom', autocomplete: 'name', value: state.typedName ?? person.name, required: true },
      problems,
    ),
    passwords: passwordFields(problems),
    secondFactor: { ...factorWords(state), href: peopleLinks.secondFactor },
    sessions: sessions.map(({ idHash, userAgent, createdAt, lastSeenAt }) => ({
      id: `session-${handleOf(idHash)}`,
      label: browserName(userAgent),
      detail: french(
        `Dernière visite le ${frenchInstant(lastSeenAt, deskTimeZone)} ; ouvert le ${frenchInstant(createdAt, deskTimeZone)}`,
      ),
      end: peopleLinks.endSession(handleOf(idHash)),
      current: idHash === here,
    })),
    others: sessions.length > 1,
  };
}

/** How a session is named in an address: enough of its hash to find it among one person's own. */
export function handleOf(idHash: string): string {
  return idHash.slice(0, 16);
}

function passwordFields(problems: Problems): TextField[] {
  const current = { id: 'actuel', label: 'Mot de passe actuel', autocomplete: 'current-password' };
  const next = {
    id: 'mot-de-passe',
    label: 'Nouveau mot de passe',
    hint: `Au moins ${shortestPassword} caractères. Une phrase convient très bien.`,
    autocomplete: 'new-password',
  };
  return [current, next].map((field) => textField({ ...field, kind: 'password', required: true }, problems));
}

function factorWords({ person, factors: { apps, passkeys, codesLeft } }: AccountState): { text: string; label: string } {
  const count = apps.length + passkeys.length;
  if (count === 0) {
    const need = shouldProtect(person)
      ? 'Il vous en faut un pour relire, publier ou administrer.'
      : 'Il est facultatif pour votre rôle.';
    return { text: french(`Aucun pour l’instant. ${need}`), label: 'Ajouter un second facteur' };
  }
  const kinds = [
    ...(apps.length > 0 ? [counted(apps.length, 'application')] : []),
    ...(passkeys.length > 0 ? [counted(passkeys.length, 'clé d’accès', 'clés d’accès')] : []),
    counted(codesLeft, 'code de secours', 'codes de secours'),
  ];
  return { text: french(`${kinds.join(', ')}.`), label: 'Gérer' };
}
