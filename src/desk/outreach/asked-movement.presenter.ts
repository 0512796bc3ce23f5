import type { Person } from '../../accounts/can.ts';
import { frenchDate, frenchInstant } from '../../lib/dates.ts';
import { french } from '../../lib/typography.ts';
import type { AskedCampaign, AskedMovement } from '../../outreach/asked-campaign.ts';
import { addressLabels, channelLabels, outcomeLabels, purposeLabels } from '../../outreach/labels.ts';
import type { ContactRow } from '../../outreach/outreach.repository.ts';
import type { ReplyLinks } from '../../outreach/reply-links.service.ts';
import { contactLabels } from '../../positions/labels.ts';
import { type ChoiceField, type ErrorSummary, type Problems, summaryOf, type TextField } from '../../web/form.ts';
import type { DeskFrame } from '../frame.presenter.ts';
import { links } from '../links.ts';
import { addAddressForm, noteContactForm, type SelectField } from './asked-movement-forms.presenter.ts';
import { askingFrame } from './asking.presenter.ts';
import type { TypedAddress, TypedContact } from './asking-form.ts';

export interface AskedMovementPage {
  frame: DeskFrame;
  key: string;
  back: string;
  heading: string;
  stands: string;
  errors: ErrorSummary | null;
  /** A link that was just made, shown this once; empty otherwise. */
  newLink: string;
  contacts: {
    when: string;
    what: string;
    how: string;
    note: string;
    settle: { action: string; options: { value: string; label: string }[] } | null;
    remove: string;
    removeLabel: string;
  }[];
  noteContact: { action: string; open: boolean; channels: ChoiceField; outcomes: ChoiceField; fields: TextField[] };
  addresses: { kind: string; value: string; about: string; refused: boolean; remove: string; removeLabel: string }[];
  addAddress: { action: string; open: boolean; kinds: ChoiceField; fields: TextField[]; lists: SelectField | null };
  links: { text: string; revoke: string; revokeLabel: string }[];
  makeLink: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'desk/outreach/asked-movement': AskedMovementPage;
  }
}

export interface AskedMovementState {
  person: Person;
  token: string;
  key: string;
  campaign: AskedCampaign;
  movement: AskedMovement;
  names: ReadonlyMap<number, string>;
  links: ReturnType<ReplyLinks['list']>;
  newLink: string;
  contact: TypedContact;
  address: TypedAddress;
  problems: Problems;
  done: unknown;
}

/** Everything the desk knows of asking one movement: what was tried, where it can be reached, by which links it may answer. */
export function presentAskedMovement(view: AskedMovementState): AskedMovementPage {
  const { campaign, movement, problems } = view;
  const at = (part: string) => links.askedMovement(campaign.slug, movement.slug, part);
  return {
    frame: askingFrame(movement.name, view),
    key: view.key,
    back: links.asking(campaign.slug),
    heading: french(movement.name),
    stands: french([contactLabels[movement.standing.status], movement.head].filter(Boolean).join('. Tête de liste : ')),
    errors: summaryOf(problems),
    newLink: view.newLink,
    contacts: movement.contacts.toReversed().map((contact) => contactView(contact, view)),
    noteContact: { action: at('/contacts'), ...noteContactForm(view.contact, problems) },
    addresses: movement.addresses.map((address) => ({
      kind: addressLabels[address.kind],
      value: address.value,
      about: french(aboutAddress(address, movement)),
      refused: address.refusedAt !== null,
      remove: at(`/adresses/${address.id}/retrait`),
      removeLabel: `Retirer ${address.value}`,
    })),
    addAddress: { action: at('/adresses'), ...addAddressForm(view.address, movement, problems) },
    links: view.links.map((link) => ({
      text: french(aboutLink(link, view)),
      revoke: link.state === 'open' ? at(`/liens/${link.id}/revocation`) : '',
      revokeLabel: `Révoquer le lien fait le ${frenchInstant(link.createdAt, campaign.timeZone)}`,
    })),
    makeLink: at('/liens'),
  };
}

function contactView(
  contact: ContactRow,
  { campaign, movement, names }: AskedMovementState,
): AskedMovementPage['contacts'][number] {
  const at = (part: string) => links.askedMovement(campaign.slug, movement.slug, `/contacts/${contact.id}${part}`);
  const { channel, purpose, outcome, happenedOn, personId, address, note } = contact;
  const what =
    purpose === 'talk' || channel === 'open_letter'
      ? channelLabels[channel]
      : `${channelLabels[channel]}, ${purposeLabels[purpose]}`;
  const how = [address ?? '', personId ? `noté par ${names.get(personId) ?? ''}` : ''].filter(Boolean).join(', ');
  return {
    when: frenchDate(happenedOn),
    what: french(`${what} : ${outcomeLabels[outcome].toLowerCase()}`),
    how: french(how),
    note: note ?? '',
    settle: settleForm(contact, at('/issue')),
    remove: outcome === 'sending' ? '' : at('/retrait'),
    removeLabel: `Retirer le contact du ${frenchDate(happenedOn)}, noté par erreur`,
  };
}

/** A letter whose fate is not known yet is settled by hand; one that left may still come back days later. */
function settleForm({ channel, outcome }: ContactRow, action: string): AskedMovementPage['contacts'][number]['settle'] {
  if (outcome === 'sending') {
    const options = [
      { value: 'sent', label: 'Il est parti' },
      { value: 'failed', label: 'Il n’est pas parti' },
    ];
    return { action, options };
  }
  if (outcome !== 'sent' || (channel !== 'email' && channel !== 'post')) return null;
  return { action, options: [{ value: 'bounced', label: channel === 'email' ? 'Il est revenu' : 'Elle est revenue' }] };
}

function aboutAddress({ holder, listId, refusedAt }: AskedMovement['addresses'][number], { lists }: AskedMovement): string {
  const list = lists.find(({ id }) => id === listId);
  return [
    holder,
    list && `${list.race}, panneau ${list.panel}`,
    refusedAt && 'n’existe pas ou n’existe plus : un message est revenu',
  ]
    .filter(Boolean)
    .join(' · ');
}

const linkStates = { open: 'ouvert', expired: 'expiré', revoked: 'révoqué' };
const linkWays = { email: 'envoyé par courriel', post: 'imprimé', hand: 'fait à la main' };

function aboutLink(
  { state, channel, createdAt, expiresAt, createdBy }: AskedMovementState['links'][number],
  view: AskedMovementState,
) {
  const { timeZone } = view.campaign;
  const by = createdBy ? ` par ${view.names.get(createdBy) ?? ''}` : '';
  const until = state === 'open' ? `, valable jusqu’au ${frenchInstant(expiresAt, timeZone)}` : '';
  return `Lien ${linkStates[state]}, ${linkWays[channel]}${by} le ${frenchInstant(createdAt, timeZone)}${until}`;
}
