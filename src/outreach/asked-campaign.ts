import type { Payload } from '../ledger/payloads.ts';
import type { DeskList } from '../positions/cells.ts';
import type { Standing } from './asking.ts';
import type { AddressRow, ContactRow } from './outreach.repository.ts';
import { addDays, type NotNow, notNow } from './reminders.ts';
import type { LetterKind } from './vocabulary.ts';

/** A campaign as asking its lists needs it. */
export interface AskedCampaign {
  campaignId: number;
  slug: string;
  title: string;
  town: string;
  timeZone: string;
  firstRoundOn: string;
  signatories: readonly string[];
  /** Days between two askings of the same movement. */
  reminderDays: number;
  /** Where answers by mail come; empty for the address that mail comes from. */
  replyTo: string;
  movements: readonly AskedMovement[];
}

export interface AskedMovement {
  id: number;
  slug: string;
  name: string;
  /** Who leads it, as a letter addresses them; empty when nobody is known. */
  head: string;
  /** Its lists, when an address or a contact is of one of them. */
  lists: readonly DeskList[];
  addresses: readonly AddressRow[];
  contacts: readonly ContactRow[];
  standing: Standing;
  published: Payload<'contact'> | null;
}

/** Whether a letter may go to a movement today; null when it may. */
export function refusalFor(
  kind: LetterKind,
  { standing, contacts }: AskedMovement,
  { reminderDays }: Pick<AskedCampaign, 'reminderDays'>,
  today: string,
): NotNow | null {
  return notNow(kind, standing, contacts, reminderDays, today);
}

/** The address that a mail goes to: the oldest that works. */
export function mailAddress({ addresses }: Pick<AskedMovement, 'addresses'>): AddressRow | null {
  return addresses.find(({ kind, refusedAt }) => kind === 'email' && refusedAt === null) ?? null;
}

export function postAddress({ addresses }: Pick<AskedMovement, 'addresses'>): AddressRow | null {
  return addresses.find(({ kind }) => kind === 'post') ?? null;
}

/** The first day of the next reminder, when there is to be one. */
export function nextReminder({ standing }: AskedMovement, { reminderDays }: AskedCampaign): string | null {
  const last = standing.asked.at(-1);
  return standing.status === 'asked' && last ? addDays(last.on, reminderDays) : null;
}
