import { type Done, openActs } from '../accounts/acts.service.ts';
import type { Authorized } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import type { Clock } from '../lib/clock.ts';
import type { Standings } from '../standings/standings.service.ts';
import { campaignsRepository, type DemandRow } from './campaigns.repository.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { EditedCampaign } from './opening.service.ts';
import { freeSlug, type NewSignatory } from './signatories.ts';

export interface LetterWords {
  title: string;
  body: string;
  url: string | null;
  publishedOn: string;
  repliesCheckedOn: string | null;
  repliesNote: string | null;
}

export type DemandWords = Pick<
  DemandRow,
  'title' | 'shortTitle' | 'explanation' | 'ruleCommits' | 'ruleCommitsInPart' | 'ruleRefuses'
>;

/** `changed`: someone else saved since the form was drawn. `in_use`: positions stand on it. */
export type Drafted = Done | { refused: 'changed' | 'in_use' | 'gone' };

/** What a form carries beside its words: its key, and the fingerprint of what it was drawn from. */
export interface Sending {
  key: string;
  read: string;
}

type Campaign = Authorized<EditedCampaign>;

/** Writes the letter, the signatories and the demands at the desk. Nothing of it is public before it is published. */
export function openDrafting(database: Database, standings: Standings, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const act = openActs(database, clock);

  /** One act on one part of the campaign: refused when that part changed since it was read. */
  function write(
    { person, thing }: Campaign,
    { key, read }: Sending,
    current: () => unknown,
    subject: string,
    change: () => Drafted | undefined,
  ): Drafted {
    return act(person, key, (note): Drafted => {
      if (fingerprintOf(current()) !== read) return { refused: 'changed' };
      const outcome = change() ?? { done: thing.slug };
      if ('done' in outcome) note({ campaignId: thing.id, action: 'campaign-edited', subject });
      return outcome;
    });
  }

  const letterOf = (campaignId: number): LetterWords | null => {
    const row = campaigns.findLetter(campaignId);
    if (!row) return null;
    const { campaignId: _campaignId, ...words } = row;
    return words;
  };
  const signatoriesOf = (campaignId: number) => campaigns.listSignatories(campaignId).map(({ name }) => name);

  /** Whether the public state still says something about this demand: then it is not taken away under it. */
  function isAnswered(campaign: EditedCampaign, demand: DemandRow): boolean {
    const positions = standings.find(campaign.slug)?.current('position') ?? [];
    return positions.some((each) => each.demand === demand.slug);
  }

  return {
    findLetter: ({ thing }: Campaign) => letterOf(thing.id),
    listSignatories: ({ thing }: Campaign) => signatoriesOf(thing.id),
    listDemands: ({ thing }: Campaign) => campaigns.listDemands(thing.id),
    findDemand: ({ thing }: Campaign, id: number) => campaigns.findDemand(thing.id, id),

    recordSettings: (campaign: Campaign, settings: { title: string; timeZone: string }, sending: Sending): Drafted =>
      write(
        campaign,
        sending,
        () => settingsOf(campaigns.findCampaign(campaign.thing.slug)),
        'réglages',
        () => void campaigns.recordCampaign(campaign.thing.id, settings),
      ),

    recordLetter: (campaign: Campaign, letter: LetterWords, sending: Sending): Drafted =>
      write(
        campaign,
        sending,
        () => letterOf(campaign.thing.id),
        'lettre',
        () => void campaigns.recordLetter({ ...letter, campaignId: campaign.thing.id }),
      ),

    recordSignatories: (campaign: Campaign, signatories: readonly NewSignatory[], sending: Sending): Drafted =>
      write(
        campaign,
        sending,
        () => signatoriesOf(campaign.thing.id),
        'signataires',
        () => {
          campaigns.deleteSignatories(campaign.thing.id);
          for (const row of signatories) campaigns.insertSignatory({ ...row, campaignId: campaign.thing.id });
        },
      ),

    /** A new demand (`id` null), or new words for one. Its address is made once, and stays. */
    recordDemand: (campaign: Campaign, id: number | null, words: DemandWords, sending: Sending): Drafted =>
      write(
        campaign,
        sending,
        () => (id === null ? null : campaigns.findDemand(campaign.thing.id, id)),
        id === null ? 'demande nouvelle' : `demande ${id}`,
        () => {
          if (id !== null) return void campaigns.recordDemand(id, words);
          const all = campaigns.listDemands(campaign.thing.id);
          const slug = freeSlug(words.shortTitle || words.title, new Set(all.map((each) => each.slug)), 'demande');
          const number = (all.at(-1)?.number ?? 0) + 1;
          campaigns.insertDemand({ ...words, slug, number, campaignId: campaign.thing.id });
        },
      ),

    moveDemand: (campaign: Campaign, id: number, step: -1 | 1, sending: Sending): Drafted =>
      write(
        campaign,
        sending,
        () => campaigns.listDemands(campaign.thing.id),
        `demande ${id}`,
        () => {
          const ids = campaigns.listDemands(campaign.thing.id).map((each) => each.id);
          const from = ids.indexOf(id);
          const to = from + step;
          if (from < 0 || to < 0 || to >= ids.length) return { refused: 'gone' };
          ids.splice(to, 0, ...ids.splice(from, 1));
          campaigns.recordDemandOrder(campaign.thing.id, ids);
        },
      ),

    removeDemand: (campaign: Campaign, id: number, sending: Sending): Drafted =>
      write(
        campaign,
        sending,
        () => campaigns.listDemands(campaign.thing.id),
        `demande ${id}`,
        () => {
          const demand = campaigns.findDemand(campaign.thing.id, id);
          if (!demand) return { refused: 'gone' };
          if (isAnswered(campaign.thing, demand) || !deletes(() => campaigns.deleteDemand(id))) return { refused: 'in_use' };
          const left = campaigns.listDemands(campaign.thing.id).map((each) => each.id);
          campaigns.recordDemandOrder(campaign.thing.id, left);
        },
      ),
  };
}

/** The part of a campaign that its first page changes. */
export function settingsOf(row: { title: string; timeZone: string } | null) {
  return row && { title: row.title, timeZone: row.timeZone };
}

/** Whether a row could go; false when another one still points at it. */
export function deletes(remove: () => void): boolean {
  try {
    remove();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false;
    throw error;
  }
}
