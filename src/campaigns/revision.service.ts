import { type Done, openActs } from '../accounts/acts.service.ts';
import type { Authorized } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import type { NewEntry } from '../ledger/payloads.ts';
import type { Clock } from '../lib/clock.ts';
import type { PublicState } from '../standings/fold.ts';
import type { Standings } from '../standings/standings.service.ts';
import { openBallots } from './ballots.service.ts';
import { getWholeCampaign } from './campaigns.service.ts';
import { type CampaignChange, changesSince } from './changes.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Freeze } from './freeze.ts';
import { positionsToConfirm } from './merged-positions.ts';
import type { EditedCampaign } from './opening.service.ts';
import type { WholeCampaign } from './publication.ts';
import type { Publishing } from './publishing.service.ts';
import { type Gap, gapsOf } from './readiness.ts';

/** The next edition of a campaign's own facts, as it would be if it were published now. */
export interface Revision {
  whole: WholeCampaign;
  /** What is public; null before the first edition. */
  state: PublicState | null;
  gaps: Gap[];
  changes: CampaignChange[];
  /** Positions of movements whose second-round lists all came out of mergers: they will stand as to be confirmed. */
  toConfirm: NewEntry[];
  /** Names exactly these changes: nobody publishes what they have not seen. */
  fingerprint: string;
}

export type Revised = Done | { refused: 'changed' | 'incomplete' | 'nothing' | 'no_reason' };

type Campaign = Authorized<EditedCampaign>;

/** What the form of an edition carries; `exception` says why it must go out in a freeze, and is empty otherwise. */
interface Sent {
  key: string;
  read: string;
  exception: string;
}

/** Makes public what was prepared at the desk: the first edition of a campaign, and the later ones that change its own facts. */
export function openRevision(database: Database, publishing: Publishing, standings: Standings, clock: Clock) {
  const ballots = openBallots(database, standings, clock);
  const act = openActs(database, clock);

  function prepare(campaign: Campaign, reason: string | null = null): Revision {
    const { slug } = campaign.thing;
    const whole = getWholeCampaign(database, slug);
    const state = standings.find(slug);
    const changes = changesSince(state, whole, reason);
    const fingerprint = fingerprintOf(
      changesSince(state, whole, null).map(({ entry }) => [entry.kind, entry.subject, entry.payload]),
    );
    const toConfirm = state ? positionsToConfirm(state, whole) : [];
    return { whole, state, gaps: gapsOf(whole, ballots.openLists(campaign)), changes, toConfirm, fingerprint };
  }

  const entriesOf = ({ changes, toConfirm }: Revision) => [...changes.map(({ entry }) => entry), ...toConfirm];

  return {
    prepare,
    /** What of a freeze, if one holds now, a person must be told. */
    findFreeze: ({ thing }: Campaign): Freeze | null => publishing.findFreeze(thing.slug),
    /** The public state as it would be after publishing; null while there is no way to draw one. */
    preview: (campaign: Campaign): PublicState | null =>
      standings.preview(campaign.thing.slug, entriesOf(prepare(campaign)), clock.now().toISOString()),

    /** Publishes one edition. `reason` is public, and asked for once there is something to correct. Throws PublicationFrozen. */
    publish(campaign: Campaign, reason: string, { key, read, exception }: Sent): Revised {
      const { person, thing } = campaign;
      return act(person, key, (note): Revised => {
        const revision = prepare(campaign, reason);
        if (revision.changes.length === 0) return { refused: 'nothing' };
        if (revision.fingerprint !== read) return { refused: 'changed' };
        if (revision.gaps.length > 0) return { refused: 'incomplete' };
        if (revision.state && reason === '') return { refused: 'no_reason' };
        const edition = publishing.publish(thing.slug, entriesOf(revision), {
          note: reason || 'Première édition : la lettre, les demandes et les listes.',
          exception: exception === '' ? null : { person, reason: exception },
        });
        note({ campaignId: thing.id, action: 'campaign-published', subject: `edition ${edition.number}`, reason });
        return { done: thing.slug };
      });
    },
  };
}
