import { auditRepository } from '../accounts/audit.repository.ts';
import { can, type Person } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { Edition, NewEntry } from '../ledger/payloads.ts';
import type { Clock } from '../lib/clock.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import { NoSuchCampaign } from './campaigns.service.ts';
import { type Freeze, freezeAt } from './freeze.ts';
import { exceptionNote, frozenWords } from './freeze-words.ts';

export type Publishing = ReturnType<typeof openPublishing>;

/** Raised when something would become public in a freeze; `message` tells a person until when. The transaction it stops is undone. */
export class PublicationFrozen extends Error {
  readonly freeze: Freeze;
  constructor(freeze: Freeze) {
    super(frozenWords(freeze));
    this.freeze = freeze;
  }
}

/** Who decided to publish in a freeze, and why: the reason is public, the name is kept at the desk. */
export interface FreezeException {
  person: Person;
  reason: string;
}

/**
 * The one way from the desk to the ledger: whatever is published passes here, and nothing passes in a freeze unless an administrator
 * says why. A test of the architecture holds that nobody else writes to the ledger but the seeds, whose editions have times of their own.
 */
export function openPublishing(database: Database, ledger: Ledger, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);
  const audit = auditRepository(database);
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();

  function getCampaign(slug: string) {
    const campaign = campaigns.findCampaign(slug);
    const election = campaign && elections.findElection(campaign.electionId);
    if (!campaign || !election) throw new NoSuchCampaign(`there is no campaign "${slug}"`);
    return { campaign, election };
  }

  /** The freeze that holds now for this campaign, by the clock of its town; null when there is none. */
  function findFreeze(slug: string): Freeze | null {
    const { campaign, election } = getCampaign(slug);
    return freezeAt(election, campaign.timeZone, clock.now());
  }

  function isExcepted(campaignId: number, exception: FreezeException | null): exception is FreezeException {
    return exception !== null && exception.reason.trim() !== '' && can(exception.person, 'freeze:except', campaignId);
  }

  /** Lets `write` append its edition, unless a freeze holds. In an exception the reader and the audit log are told. */
  function pass(slug: string, note: string, exception: FreezeException | null, write: (at: string, note: string) => Edition) {
    return inTransaction(() => {
      const { id } = getCampaign(slug).campaign;
      const freeze = findFreeze(slug);
      const at = clock.now().toISOString();
      if (!freeze) return write(at, note);
      if (!isExcepted(id, exception)) throw new PublicationFrozen(freeze);
      const reason = exception.reason.trim();
      const edition = write(at, [note, exceptionNote(reason)].filter(Boolean).join('\n'));
      const subject = `edition ${edition.number}`;
      audit.insertAudit({ at, personId: exception.person.id, campaignId: id, action: 'freeze-excepted', subject, reason });
      return edition;
    });
  }

  return {
    findFreeze,
    /** Publishes now. `alongside` runs in the same transaction. Throws PublicationFrozen. */
    publish(
      slug: string,
      entries: readonly NewEntry[],
      { note = '', exception = null }: { note?: string; exception?: FreezeException | null } = {},
      alongside: (number: number) => void = () => {},
    ): Edition {
      return pass(slug, note, exception, (publishedAt, words) =>
        ledger.publish(slug, entries, { publishedAt, note: words }, alongside),
      );
    },
    /** Empties a payload by law. A judge does not wait: in a freeze, the order is its own exception, told like any other. */
    redact: (slug: string, address: string, order: FreezeException): Edition =>
      pass(slug, '', order, (publishedAt, note) => ledger.redact(slug, address, order.reason, publishedAt, note)),
  };
}
