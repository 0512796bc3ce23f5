import { auditRepository } from '../accounts/audit.repository.ts';
import type { Authorized } from '../accounts/can.ts';
import type { Freeze } from '../campaigns/freeze.ts';
import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import { dayIn } from '../lib/dates.ts';
import type { Mailer, MailOutcome } from '../lib/mailer.ts';
import type { Standings } from '../standings/standings.service.ts';
import { openAskedCampaigns } from './asked-campaign.service.ts';
import { type AskedCampaign, type AskedMovement, mailAddress, refusalFor } from './asked-campaign.ts';
import { statusAfter } from './asking.ts';
import { usesField } from './letter-template.ts';
import { type AddressRow, outreachRepository } from './outreach.repository.ts';
import type { Letter } from './outreach.service.ts';
import { personalLetter } from './personal-letter.ts';
import { openReplyLinks } from './reply-links.service.ts';
import type { LetterKind } from './vocabulary.ts';

/** What became of a batch. `stopped`: why the rest did not leave; nothing of it was noted. */
export interface SendingReport {
  sent: number;
  bounced: string[];
  failed: string[];
  /** Answered, was written to by someone else, or lost its address between the preview and the sending. */
  skipped: string[];
  stopped: { frozen: Freeze } | { serverDown: string } | null;
}

interface Services {
  database: Database;
  publishing: Publishing;
  standings: Standings;
  mailer: Mailer;
  clock: Clock;
  config: { publicUrl: string };
}

/** Sends letters one by one. Each is noted before it leaves, so that no crash and no second click can send it twice. */
export function openSending({ database, publishing, standings, mailer, clock, config }: Services) {
  const outreach = outreachRepository(database);
  const campaigns = openAskedCampaigns(database, standings);
  const audit = auditRepository(database);
  const links = openReplyLinks(database, clock);
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();
  const now = () => clock.now().toISOString();

  interface Claim {
    contactId: number;
    linkId: number | null;
    address: AddressRow;
    path: string;
  }

  /** Notes that this letter is about to leave; null when it may not, or no longer. Read again inside the transaction. */
  function claim(
    { person, thing }: Authorized<AskedCampaign>,
    movementId: number,
    kind: LetterKind,
    letter: Letter,
  ): Claim | null {
    return inTransaction(() => {
      const movement = campaigns.find(thing.slug)?.movements.find(({ id }) => id === movementId);
      const address = movement && mailAddress(movement);
      const today = dayIn(now(), thing.timeZone);
      if (!address || refusalFor(kind, movement, thing, today)) return null;
      const given = { campaignId: thing.campaignId, movementId, channel: 'email' as const, createdBy: person.id };
      const link = usesField(letter.body, 'lien') ? links.create({ ...given, listId: address.listId }) : null;
      const contactId = outreach.insertContact({
        campaignId: thing.campaignId,
        movementId,
        listId: address.listId,
        channel: 'email',
        happenedOn: today,
        address: address.value,
        purpose: kind,
        outcome: 'sending',
        status: statusAfter('sending'),
        personId: person.id,
        recordedAt: now(),
      });
      return { contactId, address, linkId: link?.id ?? null, path: link?.path ?? '' };
    });
  }

  /** Keeps what the server said. A letter that did not leave takes its link with it. */
  function settle(
    { person, thing }: Authorized<AskedCampaign>,
    movement: AskedMovement,
    sending: Claim,
    outcome: MailOutcome,
  ): void {
    inTransaction(() => {
      const became = 'sent' in outcome ? 'sent' : outcome.bounced ? 'bounced' : 'failed';
      const messageId = 'sent' in outcome ? outcome.messageId : null;
      outreach.recordContact(sending.contactId, { outcome: became, status: statusAfter(became), messageId });
      if (became === 'bounced') outreach.recordRefused(movement.id, sending.address.value, now());
      if (became !== 'sent' && sending.linkId !== null) links.revoke(sending.linkId);
      const subject = `movement ${movement.id}`;
      const row = { at: now(), personId: person.id, campaignId: thing.campaignId, action: 'letter-sent', subject };
      audit.insertAudit({ ...row, reason: became });
    });
  }

  async function sendOne(
    campaign: Authorized<AskedCampaign>,
    movement: AskedMovement,
    kind: LetterKind,
    letter: Letter,
  ): Promise<MailOutcome | null> {
    const sending = claim(campaign, movement.id, kind, letter);
    if (!sending) return null;
    const { thing } = campaign;
    const place = {
      today: dayIn(now(), thing.timeZone),
      publicUrl: config.publicUrl,
      link: `${config.publicUrl}${sending.path}`,
    };
    const { subject, body: text } = personalLetter(letter, thing, movement, place);
    const replyTo = thing.replyTo ? { replyTo: thing.replyTo } : {};
    const outcome = await mailer.send({ to: sending.address.value, subject, text, ...replyTo });
    settle(campaign, movement, sending, outcome);
    return outcome;
  }

  return {
    enabled: mailer.enabled,
    /** Null when mail may leave. */
    findFreeze: ({ slug }: Pick<AskedCampaign, 'slug'>): Freeze | null => publishing.findFreeze(slug),
    /** Stops when a freeze begins or when the server is gone: what has left is noted, what has not can be sent again. */
    async send(
      campaign: Authorized<AskedCampaign>,
      movements: readonly AskedMovement[],
      kind: LetterKind,
      letter: Letter,
    ): Promise<SendingReport> {
      const report: SendingReport = { sent: 0, bounced: [], failed: [], skipped: [], stopped: null };
      for (const movement of movements) {
        const frozen = publishing.findFreeze(campaign.thing.slug);
        if (frozen) return { ...report, stopped: { frozen } };
        const outcome = await sendOne(campaign, movement, kind, letter);
        if (outcome === null) report.skipped.push(movement.name);
        else if ('sent' in outcome) report.sent += 1;
        else if (outcome.serverDown) return { ...report, stopped: { serverDown: outcome.failed } };
        else (outcome.bounced ? report.bounced : report.failed).push(movement.name);
      }
      return report;
    },
  };
}
