import type { Person } from '../../accounts/can.ts';
import type { OpenInvitation } from '../../accounts/invitations.service.ts';
import { shortestPassword } from '../../accounts/password-rule.ts';
import { french } from '../../lib/typography.ts';
import { type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { peopleLinks } from './links.ts';
import { roleWords } from './role-words.ts';

export interface InvitationPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  heading: string;
  lead: string;
  action: string;
  /** What the button of someone signed in says; empty for a stranger, who makes an account. */
  accept: string;
  fields: TextField[];
  signIn: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/invitation': InvitationPage;
  }
}

export interface InvitationState {
  link: string;
  opened: OpenInvitation;
  person: Person | null;
  token: string;
  typed: { name: string; email: string };
  problems: Problems;
}

/** What an invitation offers, to someone who has an account or makes one. */
export function presentInvitation({ link, opened, person, token, typed, problems }: InvitationState): InvitationPage {
  const { campaign, invitation, invitedBy } = opened;
  const { name, does } = roleWords[invitation.role];
  const action = peopleLinks.invitation(link);
  return {
    frame: deskFrame('Invitation', person, token),
    errors: summaryOf(problems),
    heading: french(`Rejoindre « ${campaign.title} »`),
    lead: french(`${invitedBy} vous invite. Votre rôle : ${name}. ${does}`),
    action,
    accept: person ? french(`Accepter avec le compte de ${person.name}`) : '',
    fields: person ? [] : newAccountFields(typed, problems),
    signIn: `/bureau/connexion?suite=${encodeURIComponent(action)}`,
  };
}

function newAccountFields({ name, email }: { name: string; email: string }, problems: Problems): TextField[] {
  const hint = `Au moins ${shortestPassword} caractères. Une phrase convient très bien.`;
  return [
    textField({ id: 'nom', label: 'Votre nom', autocomplete: 'name', value: name, required: true }, problems),
    textField(
      {
        id: 'courriel',
        label: 'Votre adresse électronique',
        kind: 'email',
        autocomplete: 'username',
        value: email,
        required: true,
      },
      problems,
    ),
    textField(
      {
        id: 'mot-de-passe',
        label: 'Choisissez un mot de passe',
        hint,
        kind: 'password',
        autocomplete: 'new-password',
        required: true,
      },
      problems,
    ),
  ];
}
