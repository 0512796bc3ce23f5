import type { Person, Role } from '../../accounts/can.ts';
import type { Someone } from '../../accounts/team.repository.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { type ErrorSummary, type Problems, summaryOf } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { deskTimeZone } from './account.presenter.ts';
import { peopleLinks } from './links.ts';
import { roleWords } from './role-words.ts';

export interface EveryonePage {
  frame: DeskFrame;
  people: { id: string; href: string; name: string; detail: string; badges: string[] }[];
}

export interface SomeonePage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  heading: string;
  email: string;
  facts: { term: string; text: string }[];
  everyone: string;
  /** What an administrator of the installation may do; each is empty when it makes no sense. */
  acts: { passwordLink: string; removeFactors: string; close: string; reopen: string };
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/everyone': EveryonePage;
    'desk/people/someone': SomeonePage;
  }
}

interface Visiting {
  person: Person;
  token: string;
  done: unknown;
}

/** Every account of the installation. */
export function presentEveryone({ person, token, done }: Visiting, people: readonly Someone[]): EveryonePage {
  return {
    frame: deskFrame('Personnes', person, token, done),
    people: people.map((someone) => ({
      id: `personne-${someone.id}`,
      href: peopleLinks.one(someone.id),
      name: someone.name,
      detail: french(`${someone.email} · dernière visite : ${seenWords(someone)}`),
      badges: badgesOf(someone, person),
    })),
  };
}

/** One account, and what may be done about it. */
export function presentSomeone(
  { person, token, done }: Visiting,
  someone: Someone,
  roles: readonly { campaign: string; role: Role }[],
  problems: Problems,
): SomeonePage {
  const { id, name, email, closedAt, hasSecondFactor } = someone;
  const where = roles.map(({ campaign, role }) => `${campaign} : ${roleWords[role].name}`).join(' ; ');
  return {
    frame: deskFrame(name, person, token, done),
    errors: summaryOf(problems),
    heading: name,
    email,
    facts: [
      { term: 'Compte', text: closedAt ? french(`Fermé le ${frenchInstant(closedAt, deskTimeZone)}`) : 'Ouvert' },
      { term: 'Dernière visite', text: seenWords(someone) },
      { term: 'Second facteur', text: hasSecondFactor ? 'Oui' : 'Non' },
      ...(someone.administrator ? [{ term: 'Installation', text: 'Administre tout le bureau' }] : []),
      { term: 'Campagnes', text: french(where) || 'Aucune' },
    ],
    everyone: peopleLinks.everyone,
    acts: {
      passwordLink: closedAt ? '' : peopleLinks.one(id, '/lien'),
      removeFactors: closedAt || !hasSecondFactor ? '' : peopleLinks.one(id, '/second-facteur'),
      close: closedAt ? '' : peopleLinks.one(id, '/fermeture'),
      reopen: closedAt ? peopleLinks.one(id, '/reouverture') : '',
    },
  };
}

function seenWords({ lastSeenAt, hasPassword }: Someone): string {
  if (lastSeenAt) return french(`le ${frenchInstant(lastSeenAt, deskTimeZone)}`);
  return hasPassword ? 'aucune récemment' : 'aucune encore';
}

function badgesOf({ id, administrator, closedAt }: Someone, person: Person): string[] {
  return [
    ...(id === person.id ? ['Vous'] : []),
    ...(administrator ? ['Administre le bureau'] : []),
    ...(closedAt ? ['Compte fermé'] : []),
  ];
}
