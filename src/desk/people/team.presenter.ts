import type { Person, Role } from '../../accounts/can.ts';
import type { Invitation, Member } from '../../accounts/team.repository.ts';
import type { TeamCampaign } from '../../accounts/team.service.ts';
import { invitationDays } from '../../accounts/team.ts';
import { frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField, textField } from '../../web/form.ts';
import { type DeskFrame, deskFrame } from '../frame.presenter.ts';
import { peopleLinks } from './links.ts';
import { rolesOffered, roleWords } from './role-words.ts';

export interface TeamPage {
  frame: DeskFrame;
  errors: ErrorSummary | null;
  members: MemberView[];
  /** Null for who only belongs to the team. */
  manage: {
    key: string;
    invite: string;
    fields: TextField[];
    roles: ChoiceField;
    invitations: { id: string; label: string; detail: string; revoke: string }[];
  } | null;
}

interface MemberView {
  id: string;
  name: string;
  role: string;
  badges: string[];
  detail: string;
  /** Null for who may not, and for closed accounts. */
  change: {
    role: string;
    remove: string;
    removeLabel: string;
    roles: { value: Role; label: string; selected: boolean }[];
  } | null;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/people/team': TeamPage;
  }
}

export interface TypedInvitation {
  name: string;
  email: string;
  role: Role | null;
}

export interface TeamState {
  person: Person;
  token: string;
  done: unknown;
  campaign: TeamCampaign;
  members: readonly Member[];
  invitations: readonly Invitation[];
  mayManage: boolean;
  /** Whether an invitation leaves by mail too. */
  mails: boolean;
  key: string;
  typed: TypedInvitation;
  problems: Problems;
}

/** Who belongs to a campaign, who is invited, and the form that invites. */
export function presentTeam(state: TeamState): TeamPage {
  const { person, token, done, campaign, members, mayManage, problems } = state;
  const here = { campaign, path: peopleLinks.team(campaign.slug) };
  return {
    frame: deskFrame('Équipe', person, token, done, here),
    errors: summaryOf(problems),
    members: members.map((member) => memberView(state, member)),
    manage: mayManage ? manageView(state) : null,
  };
}

function memberView({ person, campaign, mayManage }: TeamState, member: Member): MemberView {
  const { id, name, email, role, closedAt, hasSecondFactor, hasPassword, lastSeenAt } = member;
  const badges = [
    ...(id === person.id ? ['Vous'] : []),
    ...(closedAt ? ['Compte fermé'] : []),
    ...(mayManage && !closedAt && role !== 'editor' && !hasSecondFactor ? ['Sans second facteur : ne publie pas encore'] : []),
  ];
  const seen = lastSeenAt
    ? `dernière visite le ${frenchInstant(lastSeenAt, campaign.timeZone)}`
    : hasPassword
      ? 'aucune visite récente'
      : 'aucune visite encore';
  const removal = id === person.id ? 'Quitter cette campagne' : 'Retirer de l’équipe';
  return {
    id: `personne-${id}`,
    name,
    role: roleWords[role].name,
    badges: badges.map(french),
    detail: mayManage ? `${email}, ${seen}` : '',
    change:
      mayManage && !closedAt
        ? {
            role: peopleLinks.member(campaign.slug, id, 'role'),
            remove: peopleLinks.member(campaign.slug, id, 'retrait'),
            removeLabel: removal,
            roles: rolesOffered.map((value) => ({ value, label: roleWords[value].name, selected: value === role })),
          }
        : null,
  };
}

function manageView({ campaign, key, typed, problems, mails, invitations }: TeamState): NonNullable<TeamPage['manage']> {
  const mailHint = mails ? 'Le lien y est envoyé aussi. Facultatif.' : 'Pour vous en souvenir. Facultatif : rien n’est envoyé.';
  return {
    key,
    invite: `${peopleLinks.team(campaign.slug)}/invitations`,
    fields: [
      textField({ id: 'nom', label: 'Qui invitez-vous ?', value: typed.name, required: true }, problems),
      textField(
        { id: 'courriel', label: 'Son adresse électronique', hint: mailHint, kind: 'email', value: typed.email },
        problems,
      ),
    ],
    roles: {
      id: 'role',
      name: 'role',
      label: 'Pour faire quoi',
      hint: '',
      error: french(problems.get('role') ?? ''),
      options: rolesOffered.map((value) => ({
        id: `role-${value}`,
        value,
        label: roleWords[value].name,
        details: [{ className: '', text: french(roleWords[value].does) }],
        checked: typed.role === value,
      })),
    },
    invitations: invitations.map(({ id, name, role, expiresAt }) => ({
      id: `invitation-${id}`,
      label: french(`${name} : ${roleWords[role].name}`),
      detail: french(`Le lien marche jusqu’au ${frenchInstant(expiresAt, campaign.timeZone)}`),
      revoke: peopleLinks.revoke(campaign.slug, id),
    })),
  };
}

/** The mail that carries an invitation. Plain words, one link. */
export function invitationMail(
  { name, email, role }: { name: string; email: string; role: Role },
  { campaign, invitedBy, url }: { campaign: string; invitedBy: string; url: string },
) {
  const text = [
    `Bonjour ${name},`,
    `${invitedBy} vous invite à rejoindre l’équipe de « ${campaign} » sur Parole tenue.`,
    `Votre rôle : ${roleWords[role].name}. ${roleWords[role].does}`,
    `Pour accepter, ouvrez ce lien dans les ${invitationDays} jours ; il ne sert qu’une fois :`,
    url,
    'Si vous n’attendiez pas ce message, ne faites rien.',
  ];
  return { to: email, subject: french(`Rejoindre « ${campaign} »`), text: text.map(french).join('\n\n') };
}
