/** Who may do what. Everything is refused unless a line here allows it. */

export const roles = ['administrator', 'editor', 'reviewer'] as const;
export type Role = (typeof roles)[number];

/**
 * What a route may ask for. `desk:enter` is for whoever has an account, `campaigns:open` and `people:manage` for the administrators of
 * the installation; the others belong to a campaign.
 */
export type Ability =
  | 'desk:enter'
  | 'campaigns:open'
  | 'campaigns:edit'
  | 'positions:write'
  | 'positions:review'
  | 'outreach:write'
  | 'outreach:publish'
  | 'entries:redact'
  | 'freeze:except'
  | 'team:manage'
  | 'people:manage';

export interface Person {
  id: number;
  name: string;
  email: string;
  /** Of the whole installation: may do everything in every campaign. */
  administrator: boolean;
  memberships: readonly { campaignId: number; role: Role }[];
  /** Whether they showed a second factor when they signed in. */
  secondFactor: boolean;
}

const abilitiesOf: Record<Role, readonly Ability[]> = {
  editor: ['desk:enter', 'outreach:write', 'positions:write'],
  reviewer: ['desk:enter', 'outreach:write', 'outreach:publish', 'positions:write', 'positions:review'],
  administrator: [
    'desk:enter',
    'campaigns:edit',
    'outreach:write',
    'outreach:publish',
    'positions:write',
    'positions:review',
    'entries:redact',
    'freeze:except',
    'team:manage',
  ],
};

/** What an editor may do asks for a password alone; whatever publishes or administers asks for a second factor too. */
function needsSecondFactor(ability: Ability): boolean {
  return !abilitiesOf.editor.includes(ability);
}

/** Whether this person's role lets them do more than their password alone opens: they are asked to add a second factor. */
export function shouldProtect(person: Person): boolean {
  return !person.secondFactor && (person.administrator || person.memberships.some(({ role }) => role !== 'editor'));
}

/** Whether this person has this ability in this campaign. */
export function can(person: Person, ability: Ability, campaignId: number): boolean {
  if (needsSecondFactor(ability) && !person.secondFactor) return false;
  if (person.administrator) return abilitiesOf.administrator.includes(ability);
  return person.memberships.some((each) => each.campaignId === campaignId && abilitiesOf[each.role].includes(ability));
}

/** Whether they have it in any campaign at all: what a route asks before anything is loaded. */
export function canSomewhere(person: Person, ability: Ability): boolean {
  if (needsSecondFactor(ability) && !person.secondFactor) return false;
  if (ability === 'desk:enter' || person.administrator) return true;
  return person.memberships.some((each) => abilitiesOf[each.role].includes(ability));
}

/** Whether it is only the second factor that they lack. */
export function lacksSecondFactor(person: Person, ability: Ability): boolean {
  return !person.secondFactor && canSomewhere({ ...person, secondFactor: true }, ability);
}

const checked = Symbol('checked by authorize');

/** A thing that a person was found to have an ability on. Nobody outside this file can make one. */
export interface Authorized<T> {
  readonly person: Person;
  readonly thing: T;
  readonly [checked]: true;
}

/** Loads through the person: what they may not touch is simply not found (null). */
export function authorize<T extends { campaignId: number }>(
  person: Person,
  ability: Ability,
  thing: T | null,
): Authorized<T> | null {
  if (thing === null || !can(person, ability, thing.campaignId)) return null;
  return { person, thing, [checked]: true };
}

/** The same for what belongs to no campaign: only the administrators of the installation find it. */
export function authorizeInstallation<T>(person: Person, thing: T | null): Authorized<T> | null {
  if (thing === null || !person.administrator || !person.secondFactor) return null;
  return { person, thing, [checked]: true };
}
