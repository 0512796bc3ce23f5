import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { FreezeException, Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { Standing } from '../standings/fold.ts';
import type { Acts } from './acts.service.ts';
import type { DeskCampaign, DeskCampaigns } from './desk-campaigns.service.ts';
import type { NamedEntry, NamedKind } from './named-entry.ts';
import type { Outcome } from './outcome.ts';
import { refusalToDecide, refusalToPropose, withdrawalEntry } from './withdrawal.ts';
import { type Withdrawal, withdrawalsRepository } from './withdrawals.repository.ts';

/** What a decision on a withdrawal carries. */
export interface Decision {
  key: string;
  decision: 'withdraw' | 'keep';
  /** Why it is kept; needed then. */
  reason: string;
  exception: FreezeException | null;
}

/** Taking published entries off the public pages, in the open: by two people, with a reason. What the law takes away is in src/erasure. */
export function openWithdrawals(database: Database, campaigns: DeskCampaigns, publishing: Publishing, acts: Acts) {
  const withdrawals = withdrawalsRepository(database);
  const standingOf = (campaign: DeskCampaign, { kind, subject }: NamedEntry): Standing<NamedKind> | null =>
    campaigns.findState(campaign)?.of(kind).get(subject) ?? null;

  function withdraw(person: Person, campaign: DeskCampaign, proposal: Withdrawal, exception: FreezeException | null): Outcome {
    const standing = standingOf(campaign, proposal);
    if (!standing?.current) return { refused: 'nothing_there' };
    const entry = withdrawalEntry(proposal, standing, proposal.reason);
    publishing.publish(campaign.slug, [entry], { exception }, (editionNumber) => {
      const decided = { state: 'approved', reviewerId: person.id, decisionReason: '', editionNumber } as const;
      withdrawals.recordDecision(proposal.id, { ...decided, updatedAt: acts.now() });
      acts.note(person, campaign.campaignId, 'withdrawn', `entry ${proposal.subject}`, proposal.reason);
    });
    return { done: proposal.id };
  }

  return {
    listWithdrawals: ({ thing }: Authorized<DeskCampaign>): Withdrawal[] => withdrawals.listWaiting(thing.campaignId),
    findWithdrawal: (person: Person, id: number) => authorize(person, 'positions:review', withdrawals.findWithdrawal(id)),

    findStanding: ({ thing }: Authorized<DeskCampaign>, entry: NamedEntry) => standingOf(thing, entry),

    proposeWithdrawal: ({ person, thing }: Authorized<DeskCampaign>, entry: NamedEntry, reason: string, key: string): Outcome =>
      acts.once(person, key, () => {
        const refused = refusalToPropose(entry, standingOf(thing, entry), reason, withdrawals.listWaiting(thing.campaignId));
        if (refused) return { refused };
        const at = acts.now();
        const row = { ...entry, campaignId: thing.campaignId, reason: reason.trim(), authorId: person.id };
        const id = withdrawals.insertWithdrawal({ ...row, createdAt: at, updatedAt: at });
        acts.note(person, thing.campaignId, 'withdrawal-proposed', `entry ${entry.subject}`, reason);
        return { done: id };
      }),

    decideWithdrawal({ person, thing }: Authorized<Withdrawal>, { key, decision, reason, exception }: Decision): Outcome {
      const campaign = campaigns.getCampaign(thing);
      return acts.once(person, key, () => {
        const proposal = withdrawals.findWithdrawal(thing.id) ?? thing;
        const refused = refusalToDecide(proposal, person.id, decision, reason);
        if (refused) return { refused };
        if (decision === 'withdraw') return withdraw(person, campaign, proposal, exception);
        const kept = { state: 'returned', reviewerId: person.id, decisionReason: reason.trim(), editionNumber: null } as const;
        withdrawals.recordDecision(proposal.id, { ...kept, updatedAt: acts.now() });
        acts.note(person, campaign.campaignId, 'withdrawal-refused', `entry ${proposal.subject}`, reason);
        return { done: proposal.id };
      });
    },
  };
}
