import { auditRepository } from '../accounts/audit.repository.ts';
import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { dayIn } from '../lib/dates.ts';
import type { Standings } from '../standings/standings.service.ts';
import { openAskedCampaigns } from './asked-campaign.service.ts';
import type { AskedCampaign, AskedMovement } from './asked-campaign.ts';
import { statusAfter } from './asking.ts';
import { contactEntries, type Pending, pendingContacts } from './contact-publication.ts';
import { startingLetters } from './letter-template.ts';
import { type AddressRow, type ContactRow, outreachRepository } from './outreach.repository.ts';
import { openReplyLinks } from './reply-links.service.ts';
import type { LetterKind, Outcome } from './vocabulary.ts';

/** What a volunteer notes of a contact that took place. */
export interface NotedContact extends Pick<ContactRow, 'channel' | 'outcome' | 'happenedOn'> {
  listId: number | null;
  note: string;
}

export type NewAddress = Pick<AddressRow, 'kind' | 'value' | 'holder' | 'listId'>;

export interface Letter {
  subject: string;
  body: string;
  /** 0 for a letter that nobody has written yet: then it is the one that one starts from. */
  version: number;
}

export type Outreach = ReturnType<typeof openOutreach>;

/** Asking the lists: their private addresses, the letters, and every contact. Each act is one transaction, with its audit row. */
export function openOutreach(database: Database, publishing: Publishing, standings: Standings, clock: Clock) {
  const outreach = outreachRepository(database);
  const askedCampaigns = openAskedCampaigns(database, standings);
  const links = openReplyLinks(database, clock);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();

  function note(person: Person, { campaignId }: { campaignId: number }, action: string, subject: string, reason = ''): void {
    audit.insertAudit({ at: now(), personId: person.id, campaignId, action, subject, reason: reason || null });
  }

  /** Does it once, however often the form is sent. */
  function once(person: Person, key: string, work: () => void): void {
    database.sql
      .transaction(() => {
        if (audit.findSubmittedForm(person.id, key) !== null) return;
        work();
        audit.insertSubmittedForm({ personId: person.id, key, location: '', at: now() });
      })
      .immediate();
  }

  function findLetter(campaignId: number, kind: LetterKind): Letter {
    return outreach.findLetter(campaignId, kind) ?? { ...startingLetters[kind], version: 0 };
  }

  return {
    /** The campaign, through the person: null when it is not there or not theirs. */
    findCampaign: (person: Person, slug: string): Authorized<AskedCampaign> | null =>
      authorize(person, 'outreach:write', askedCampaigns.find(slug)),
    findPublishable: (person: Person, slug: string): Authorized<AskedCampaign> | null =>
      authorize(person, 'outreach:publish', askedCampaigns.find(slug)),
    today: ({ timeZone }: Pick<AskedCampaign, 'timeZone'>): string => dayIn(now(), timeZone),
    findLetter,

    /** `conflict`: someone wrote the letter meanwhile. */
    writeLetter(
      { person, thing }: Authorized<AskedCampaign>,
      kind: LetterKind,
      { subject, body, version }: Letter,
    ): { done: true } | { conflict: Letter } {
      return database.sql
        .transaction(() => {
          const current = findLetter(thing.campaignId, kind);
          if (current.subject === subject && current.body === body) return { done: true as const };
          if (current.version !== version) return { conflict: current };
          const row = { campaignId: thing.campaignId, kind, subject, body, version: version + 1, updatedAt: now() };
          outreach.recordLetter(row);
          note(person, thing, 'letter-written', kind);
          return { done: true as const };
        })
        .immediate();
    },

    choose({ person, thing }: Authorized<AskedCampaign>, setting: { reminderDays: number; replyTo: string }): void {
      database.sql
        .transaction(() => {
          outreach.recordSetting({ campaignId: thing.campaignId, ...setting });
          note(person, thing, 'asking-set', `relance après ${setting.reminderDays} jours`);
        })
        .immediate();
    },

    addAddress({ person, thing }: Authorized<AskedCampaign>, movement: AskedMovement, address: NewAddress, key: string): void {
      once(person, key, () => {
        const row = { ...address, campaignId: thing.campaignId, movementId: movement.id, createdAt: now() };
        if (outreach.insertAddress(row)) note(person, thing, 'address-added', `movement ${movement.id}`);
      });
    },

    removeAddress({ person, thing }: Authorized<AskedCampaign>, movement: AskedMovement, id: number): void {
      if (!movement.addresses.some((address) => address.id === id)) return;
      database.sql
        .transaction(() => {
          outreach.removeAddress(id);
          note(person, thing, 'address-removed', `movement ${movement.id}`);
        })
        .immediate();
    },

    /** Notes a contact that took place: a call, a meeting, a letter posted, a mail that came. */
    noteContact(
      { person, thing }: Authorized<AskedCampaign>,
      movements: readonly AskedMovement[],
      noted: NotedContact,
      key: string,
    ) {
      once(person, key, () => {
        for (const movement of movements) {
          outreach.insertContact({
            ...noted,
            campaignId: thing.campaignId,
            movementId: movement.id,
            status: statusAfter(noted.outcome),
            purpose: noted.channel === 'post' && noted.outcome === 'sent' ? purposeOf(movement) : 'talk',
            personId: person.id,
            recordedAt: now(),
          });
          note(person, thing, 'contact-noted', `movement ${movement.id}`);
        }
      });
    },

    /** Says what became of a letter: it left or not, or it came back. A mail that came back marks its address. */
    settleContact({ person, thing }: Authorized<AskedCampaign>, movement: AskedMovement, id: number, outcome: Outcome): void {
      const contact = movement.contacts.find((each) => each.id === id);
      if (!contact) return;
      database.sql
        .transaction(() => {
          outreach.recordContact(id, { outcome, status: statusAfter(outcome) });
          if (outcome === 'bounced' && contact.address) outreach.recordRefused(movement.id, contact.address, now());
          note(person, thing, 'contact-settled', `movement ${movement.id}`, outcome);
        })
        .immediate();
    },

    /** Takes a contact away that was noted by mistake. The audit log keeps that it was there. */
    removeContact({ person, thing }: Authorized<AskedCampaign>, movement: AskedMovement, id: number): void {
      const contact = movement.contacts.find((each) => each.id === id);
      if (!contact) return;
      database.sql
        .transaction(() => {
          outreach.removeContact(id);
          note(person, thing, 'contact-removed', `movement ${movement.id}`, `${contact.channel} ${contact.happenedOn}`);
        })
        .immediate();
    },

    /** A link to be given by hand. Its path is told this once; null when this very form was already sent. */
    makeLink({ person, thing }: Authorized<AskedCampaign>, movement: AskedMovement, key: string): string | null {
      let path: string | null = null;
      once(person, key, () => {
        const given = { campaignId: thing.campaignId, movementId: movement.id, channel: 'hand' as const, createdBy: person.id };
        path = links.create(given).path;
        note(person, thing, 'link-made', `movement ${movement.id}`);
      });
      return path;
    },

    revokeLink({ person, thing }: Authorized<AskedCampaign>, movement: AskedMovement, id: number): void {
      if (links.findById(id)?.movementId !== movement.id) return;
      database.sql
        .transaction(() => {
          links.revoke(id);
          note(person, thing, 'link-revoked', `movement ${movement.id}`);
        })
        .immediate();
    },

    /** Movements whose public line no longer says what the desk knows; none while the campaign is not public. */
    listPending(campaign: AskedCampaign): Pending[] {
      const state = standings.find(campaign.slug);
      if (!state) return [];
      const known = campaign.movements.filter(({ slug }) => state.of('movement').get(slug)?.current);
      return pendingContacts(known, (slug) => state.of('contact').get(slug)?.current ?? null);
    },

    /** Publishes the dates and channels of our asking, as one edition. Its number; null when there was nothing new. */
    publishContacts({ person, thing }: Authorized<AskedCampaign>, pending: readonly Pending[], words: string): number | null {
      if (pending.length === 0) return null;
      const edition = publishing.publish(thing.slug, contactEntries(pending), { note: words }, (number) =>
        note(person, thing, 'contacts-published', `edition ${number}`),
      );
      return edition.number;
    },
  };
}

/** A letter on paper is the letter the first time, and a reminder after that. */
function purposeOf({ standing }: AskedMovement): 'letter' | 'reminder' {
  return standing.asked.some(({ channel }) => channel !== 'open_letter') ? 'reminder' : 'letter';
}
