import type { Person } from '../../accounts/can.ts';
import { french } from '../../lib/typography.ts';
import { type DeskFrame, deskFrame, type Here } from '../frame.presenter.ts';

export interface ShownOncePage {
  frame: DeskFrame;
  heading: string;
  lead: string;
  another: string;
  back: { href: string; label: string };
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/shown-once': ShownOncePage;
  }
}

export type Secret = 'invitation' | 'password' | 'list' | 'codes';

/** What was shown there, and how to make another. The address is also that of a refused form: nothing says that one was made. */
const words: Record<Secret, { heading: string; lead: string; another: string }> = {
  invitation: {
    heading: 'Ce lien ne se montre pas deux fois',
    lead: 'Un lien d’invitation n’est montré qu’au moment où il est fait.',
    another: 'S’il n’a pas été copié : sur la page de l’équipe, annulez l’invitation, puis invitez de nouveau.',
  },
  password: {
    heading: 'Ce lien ne se montre pas deux fois',
    lead: 'Le lien pour choisir un mot de passe n’est montré qu’au moment où il est fait.',
    another: 'S’il n’a pas été copié, faites-en un autre depuis la page de cette personne.',
  },
  list: {
    heading: 'Ce lien ne se montre pas deux fois',
    lead: 'Le lien personnel d’une liste n’est montré qu’au moment où il est fait.',
    another: 'S’il n’a pas été copié : sur la page du mouvement, révoquez-le, puis faites-en un autre.',
  },
  codes: {
    heading: 'Ces codes ne se montrent pas deux fois',
    lead: 'Les codes de secours ne sont montrés qu’au moment où ils sont faits.',
    another: 'Si vous ne les avez pas notés, faites-en d’autres depuis la page du second facteur.',
  },
};

export interface ShownOnceState {
  person: Person;
  token: string;
  secret: Secret;
  back: { href: string; label: string };
  here?: Here;
}

/** The address where a secret was shown, opened once more: said with 410, and nothing of it again. */
export function presentShownOnce({ person, token, secret, back, here }: ShownOnceState): ShownOncePage {
  const { heading, lead, another } = words[secret];
  return {
    frame: deskFrame(heading, person, token, '', here),
    heading,
    lead: french(lead),
    another: french(another),
    back: { ...back, label: french(back.label) },
  };
}
