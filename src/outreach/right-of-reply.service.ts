import { randomBytes } from 'node:crypto';
import { auditRepository } from '../accounts/audit.repository.ts';
import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import { campaignsRepository } from '../campaigns/campaigns.repository.ts';
import type { FreezeException, Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import type { Clock } from '../lib/clock.ts';
import { referenceOf } from './reference.ts';
import { type ReplyDeadline, replyDeadline } from './reply-deadline.ts';
import { type ReplyRow, rightOfReplyRepository } from './right-of-reply.repository.ts';
import { replyEntry } from './right-of-reply.ts';

/** What the form says; `linkId` when it came by a personal link, which says who it is from. */
export type SentReply = Pick<ReplyRow, 'movement' | 'about' | 'position' | 'author' | 'capacity' | 'contact' | 'text' | 'linkId'>;

/** One that is waiting or decided, with its clock. */
export type ClockedReply = ReplyRow & { deadline: ReplyDeadline };

/** A campaign whose rights of reply the desk reads. */
export interface ReplyCampaign {
  campaignId: number;
  slug: string;
  title: string;
  timeZone: string;
}

export type Decided = { done: true } | { refused: 'no_check' | 'no_reason' | 'decided' };

/** Rights of reply: received with a time and a reference, published unedited beside the entry, or refused with a reason. */
export function openRightOfReply(database: Database, publishing: Publishing, clock: Clock) {
  const replies = rightOfReplyRepository(database);
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);
  const audit = auditRepository(database);
  const now = () => clock.now().toISOString();
  const inTransaction = <T>(work: () => T): T => database.sql.transaction(work).immediate();

  function findCampaign(slug: string): ReplyCampaign | null {
    const row = campaigns.findCampaign(slug);
    return row && { campaignId: row.id, slug, title: row.title, timeZone: row.timeZone };
  }

  function clocked(reply: ReplyRow, slug: string): ClockedReply {
    const row = campaigns.findCampaign(slug);
    const election = row && elections.findElection(row.electionId);
    if (!row || !election) throw new Error(`there is no campaign "${slug}"`);
    return { ...reply, deadline: replyDeadline(election, row.timeZone, new Date(reply.receivedAt)) };
  }

  function note(person: Person, { campaignId }: ReplyCampaign, action: string, { id }: ReplyRow, reason: string): void {
    audit.insertAudit({ at: now(), personId: person.id, campaignId, action, subject: `reply ${id}`, reason });
  }

  return {
    /** Keeps a reply, once however often its form is sent. Its reference is its receipt. */
    receive(slug: string, sent: SentReply, formKey: string): { reply: ReplyRow; again: boolean } {
      return inTransaction(() => {
        const before = replies.findByKey(formKey);
        if (before) return { reply: before, again: true };
        const campaign = findCampaign(slug);
        if (!campaign) throw new Error(`there is no campaign "${slug}"`);
        const { campaignId } = campaign;
        replies.insertReply({ ...sent, campaignId, formKey, reference: referenceOf(randomBytes(8)), receivedAt: now() });
        const reply = replies.findByKey(formKey);
        if (!reply) throw new Error('the reply was not kept');
        audit.insertAudit({
          at: now(),
          campaignId,
          action: 'reply-received',
          subject: `reply ${reply.id}`,
          reason: reply.reference,
        });
        return { reply, again: false };
      });
    },
    findReceipt(slug: string, reference: string): ClockedReply | null {
      const campaign = findCampaign(slug);
      const reply = campaign && replies.findByReference(campaign.campaignId, reference);
      return reply && clocked(reply, slug);
    },

    findCampaign: (person: Person, slug: string) => authorize(person, 'outreach:write', findCampaign(slug)),
    findDecidable: (person: Person, slug: string) => authorize(person, 'outreach:publish', findCampaign(slug)),
    list: ({ thing }: Authorized<ReplyCampaign>): ClockedReply[] =>
      replies.listReplies(thing.campaignId).map((reply) => clocked(reply, thing.slug)),
    /** Campaigns where one waits to be decided, whoever asks. */
    listCampaignIdsWaiting: replies.listCampaignIdsWaiting,
    find({ thing }: Authorized<ReplyCampaign>, id: number): ClockedReply | null {
      const reply = replies.findReply(id);
      return reply?.campaignId === thing.campaignId ? clocked(reply, thing.slug) : null;
    },

    /**
     * Publishes it as it came. `checked` says how its sender was checked; it stays at the desk. Throws PublicationFrozen, unless
     * `exception` says why it leaves in a freeze all the same.
     */
    publish(
      { person, thing }: Authorized<ReplyCampaign>,
      reply: ReplyRow,
      { checked, exception }: { checked: string; exception: FreezeException | null },
    ): Decided {
      if (checked === '') return { refused: 'no_check' };
      return inTransaction(() => {
        if (replies.findReply(reply.id)?.state !== 'received') return { refused: 'decided' };
        const decision = { state: 'published' as const, decidedBy: person.id, decidedAt: now(), checked };
        publishing.publish(thing.slug, [replyEntry(reply)], { exception }, (editionNumber) => {
          replies.recordDecision(reply.id, { ...decision, editionNumber });
          note(person, thing, 'reply-published', reply, reply.reference);
        });
        return { done: true };
      });
    },

    refuse({ person, thing }: Authorized<ReplyCampaign>, reply: ReplyRow, reason: string): Decided {
      if (reason === '') return { refused: 'no_reason' };
      return inTransaction(() => {
        const decision = { state: 'refused' as const, decidedBy: person.id, decidedAt: now(), reason };
        if (!replies.recordDecision(reply.id, decision)) return { refused: 'decided' };
        note(person, thing, 'reply-refused', reply, reason);
        return { done: true };
      });
    },
  };
}
