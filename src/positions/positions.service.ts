import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import type { Standings } from '../standings/standings.service.ts';
import { openActs } from './acts.service.ts';
import { type DeskCampaign, openDeskCampaigns } from './desk-campaigns.service.ts';
import type { Draft } from './draft.ts';
import { openDrafts } from './drafts.service.ts';
import { type Comparable, type Likeness, likenessOf } from './duplicates.ts';
import { type DeskPosition, positionsRepository } from './positions.repository.ts';
import { openPublications } from './publications.service.ts';
import { readingQueue, type ToRead } from './reading-queue.ts';
import { openReadings } from './readings.service.ts';
import { acceptedReading, reviewStates } from './review.ts';
import { openWithdrawals } from './withdrawals.service.ts';

export type Positions = ReturnType<typeof openPositions>;

/** The way of positions from a draft to the ledger. Each step is one transaction, with its audit row. */
export function openPositions(database: Database, publishing: Publishing, standings: Standings, clock: Clock) {
  const positions = positionsRepository(database);
  const acts = openActs(database, clock);
  const campaigns = openDeskCampaigns(database, standings);
  const publications = openPublications(database, campaigns, publishing, acts);

  return {
    ...campaigns,
    ...openDrafts(database, campaigns, acts),
    ...openReadings(database, campaigns, publications, acts),
    ...publications,
    ...openWithdrawals(database, campaigns, publishing, acts),
    findWritable: (person: Person, id: number) => authorize(person, 'positions:write', positions.findPosition(id)),
    findReviewable: (person: Person, id: number) => authorize(person, 'positions:review', positions.findPosition(id)),
    /** Without what was thrown away. */
    listPositions: ({ thing }: Authorized<DeskCampaign>, states: readonly DeskPosition['state'][]) =>
      positions.listPositions(thing.campaignId, states),
    /** Campaigns where something is in these states, whoever asks. */
    listCampaignIds: positions.listCampaignIds,
    /** What waits for a second person, with the reasons to read it slowly. */
    listToRead(campaign: DeskCampaign): ToRead[] {
      const waiting = positions.listPositions(campaign.campaignId, ['submitted']).filter((each) => !acceptedReading(each));
      const known = new Set(positions.listPositions(campaign.campaignId, ['approved']).flatMap(({ authors }) => authors));
      return readingQueue(campaign.grid, campaigns.findState(campaign), waiting, known);
    },
    /** Entries of the campaign that look like this one; `ownId` is its own. */
    listLike: ({ campaignId }: DeskCampaign, draft: Pick<Draft, 'quote' | 'sources'>, ownId: number | null): Alike[] =>
      positions
        .listPositions(campaignId, reviewStates)
        .filter(({ id }) => id !== ownId)
        .flatMap((position) => {
          const likeness = likenessOf(comparable(draft), comparable(position));
          return likeness.length > 0 ? [{ position, likeness }] : [];
        }),
  };
}

/** An entry that may be the same as another, and why. */
export interface Alike {
  position: DeskPosition;
  likeness: Likeness[];
}

function comparable({ quote, sources }: Pick<Draft, 'quote' | 'sources'>): Comparable {
  return { quote, urls: sources.map(({ url }) => url) };
}

export type { DeskCampaign } from './desk-campaigns.service.ts';
export type { Outcome } from './outcome.ts';
