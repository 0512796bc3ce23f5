import type { Authorized, Person } from '../accounts/can.ts';
import type { FreezeException, Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { NewEntry } from '../ledger/payloads.ts';
import type { Acts } from './acts.service.ts';
import { cellOf } from './cells.ts';
import type { DeskCampaign, DeskCampaigns } from './desk-campaigns.service.ts';
import type { Outcome } from './outcome.ts';
import { type DeskPosition, positionsRepository } from './positions.repository.ts';
import { positionEntries } from './publication.ts';
import { acceptedReading, publish } from './review.ts';

/** What goes with an edition: words to its readers, and in a freeze who says that it leaves all the same, and why. */
export interface EditionWords {
  note: string;
  exception: FreezeException | null;
}

/** What leaves in the same edition beside the positions, and what is written when it does. */
export interface Beside {
  entries: readonly NewEntry[];
  record(edition: number): void;
}

const nothingBeside: Beside = { entries: [], record: () => {} };

export type Publications = ReturnType<typeof openPublications>;

/** From accepted to public: one position, or several as one edition. */
export function openPublications(database: Database, campaigns: DeskCampaigns, publishing: Publishing, acts: Acts) {
  const positions = positionsRepository(database);

  /** What a position would add to the ledger if it were published now. */
  function entriesOf(campaign: DeskCampaign, position: DeskPosition): NewEntry[] {
    const cell = cellOf(campaign.grid, position);
    if (!cell) throw new Error(`position ${position.id} is about nothing that campaign ${campaign.slug} knows`);
    const contact = campaigns.findState(campaign)?.of('contact').get(cell.movement)?.current ?? null;
    return positionEntries(position, cell, campaigns.findPublished(campaign, cell), contact);
  }

  /** Runs inside the transaction of whoever asks. Everything that was chosen becomes public together, or nothing does. */
  function publishNow(
    person: Person,
    campaign: DeskCampaign,
    ids: readonly number[],
    words: EditionWords,
    beside: Beside = nothingBeside,
  ): Outcome {
    const chosen = ids.flatMap((id) => positions.findPosition(id) ?? []);
    if (chosen.length !== ids.length || chosen.length + beside.entries.length === 0) return { refused: 'nothing_chosen' };
    for (const each of chosen) {
      const step = publish(each);
      if ('refused' in step) return { refused: step.refused };
      if (campaigns.gapsOf(campaign, each).length > 0) return { refused: 'incomplete' };
    }
    const entries = withoutRepeats(chosen.flatMap((each) => entriesOf(campaign, each)));
    if (entries.filter(({ kind }) => kind === 'position').length < chosen.length) return { refused: 'same_cell' };
    publishing.publish(campaign.slug, [...entries, ...beside.entries], words, (number) => {
      for (const each of chosen) {
        const reviewerId = acceptedReading(each)?.readerId ?? null;
        positions.recordStep(each.id, each.version, { state: 'approved', reviewerId, editionNumber: number }, acts.now());
        acts.note(person, campaign.campaignId, 'published', `position ${each.id}`, `édition ${number}`);
      }
      beside.record(number);
    });
    return { done: chosen[0]?.id ?? 0 };
  }

  return {
    entriesOf,
    publishNow,
    /** Those that were accepted and wait to be published, the oldest first. */
    listAccepted: ({ campaignId }: DeskCampaign): DeskPosition[] =>
      positions
        .listPositions(campaignId, ['submitted'])
        .filter((each) => acceptedReading(each) !== null)
        .reverse(),
    /** Several accepted positions become public together, with what leaves `beside` them. `chosen` are those of this campaign alone. */
    publishTogether(
      { person, thing: campaign }: Authorized<DeskCampaign>,
      chosen: readonly number[],
      words: EditionWords,
      key: string,
      beside: () => Beside | { refused: 'not_accepted' | 'same_cell' | 'overtaken' } = () => nothingBeside,
    ): Outcome {
      return acts.once<Outcome>(person, key, () => {
        const own = chosen.filter((id) => positions.findPosition(id)?.campaignId === campaign.campaignId);
        const others = beside();
        return 'refused' in others ? others : publishNow(person, campaign, own, words, others);
      });
    },
  };
}

/** Two positions of one movement may each say that it has answered; it is said once. Two of one cell are one too many. */
function withoutRepeats(entries: readonly NewEntry[]): NewEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.kind} ${entry.subject}`, entry])).values()];
}
