import { openActs } from '../accounts/acts.service.ts';
import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { Publishing } from '../campaigns/publishing.service.ts';
import type { Database } from '../db/open.ts';
import type { LedgerReader } from '../ledger/ledger.service.ts';
import type { Clock } from '../lib/clock.ts';
import { type DeskCampaign, openDeskCampaigns } from '../positions/desk-campaigns.service.ts';
import type { Standing, Version } from '../standings/fold.ts';
import type { Standings } from '../standings/standings.service.ts';
import { type Counts, countsWords, readCounts } from './counts.ts';
import { openDocuments } from './documents.service.ts';
import { type ErasureRow, erasuresRepository } from './erasures.repository.ts';
import { finishErasures } from './finishing.service.ts';
import { openFollowUpReach, wordsOfFollowUp } from './follow-up-reach.service.ts';
import type { ErasableEntry, ErasableKind, Found, Reach, ReadableVersion, Scope, Target } from './kept.ts';
import { listOldCopies } from './old-copies.service.ts';
import { type ErasureRefusal, fingerprintOf, type Order, refusalToErase } from './order.ts';
import { openPositionReach, wordsOfPosition } from './position-reach.service.ts';
import { openReplyReach } from './reply-reach.service.ts';

/** What would go. */
export interface ErasurePlan {
  counts: Counts;
  drafts: Found['drafts'];
  /** Documents of it that stay, since something else names them. */
  shared: number;
}

export interface ErasurePreview {
  whole: ErasurePlan;
  /** If the older versions alone went; null when there is none, or nothing current beside them. */
  replaced: ErasurePlan | null;
  fingerprint: string;
  isEmpty: boolean;
}

/** An order that was carried out. */
export type CarriedOut = Omit<ErasureRow, 'counts'> & { counts: Counts };

export type Erased = { done: string } | { refused: readonly ErasureRefusal[] };

interface Services {
  database: Database;
  publishing: Publishing;
  standings: Standings;
  ledger: LedgerReader;
  clock: Clock;
  config: { DATA_DIR: string };
}

/** By order of the law: the words of a published entry go, in public and at the desk, with its documents; their hash and the reason stay. */
export function openErasures({ database, publishing, standings, ledger, clock, config }: Services) {
  const erasures = erasuresRepository(database);
  const documents = openDocuments(database, ledger);
  const campaigns = openDeskCampaigns(database, standings);
  const act = openActs(database, clock);
  const reaches: Record<ErasableKind, Reach> = {
    position: openPositionReach(database, campaigns),
    assessment: openFollowUpReach(database, campaigns),
    reply: openReplyReach(database),
  };

  function targetOf({ campaignId, slug }: DeskCampaign, { kind, subject }: ErasableEntry, scope: Scope): Target {
    const standing = standings.find(slug)?.of(kind).get(subject);
    const inScope = standing ? versionsIn(standing, scope) : [];
    const editions = inScope.map(({ edition }) => edition);
    return { campaignId, slug, kind, subject, scope, editions, versions: inScope.flatMap(readable) };
  }

  function planOf(target: Target, found: Found): ErasurePlan {
    const addresses = new Set(target.versions.map(({ address }) => address));
    const named = documentsOf(target, found);
    const going = named.filter((document) => documents.wouldGo(document, target, addresses));
    const counts = { ...found.counts, versions: target.versions.length, documents: going.length };
    return { counts, drafts: found.drafts, shared: named.length - going.length };
  }

  function preview(campaign: DeskCampaign, entry: ErasableEntry): ErasurePreview {
    const plan = (scope: Scope) => {
      const target = targetOf(campaign, entry, scope);
      const found = reaches[entry.kind].find(target);
      return { target, found, plan: planOf(target, found) };
    };
    const [all, older] = [plan('all'), plan('replaced')];
    const isApart = older.target.versions.length > 0 && older.target.versions.length < all.target.versions.length;
    const state = [
      entry.kind,
      entry.subject,
      all.target.versions.map(({ address }) => address),
      all.found.state,
      all.plan.counts,
    ];
    return {
      whole: all.plan,
      replaced: isApart ? older.plan : null,
      fingerprint: fingerprintOf(state),
      isEmpty: Object.values(all.plan.counts).every((count) => count === 0),
    };
  }

  return {
    /** The campaign, for whoever may carry out an order in it. */
    findCampaign(person: Person, slug: string): Authorized<DeskCampaign> | null {
      const campaign = campaigns.findCampaign(person, slug)?.thing ?? null;
      return authorize(person, 'entries:redact', campaign);
    },
    findState: campaigns.findState,
    preview: ({ thing }: Authorized<DeskCampaign>, entry: ErasableEntry) => preview(thing, entry),
    listCarriedOut: ({ campaignId }: { campaignId: number }, entry: ErasableEntry): CarriedOut[] =>
      erasures.listErasures(campaignId, entry.kind, entry.subject).map((row) => ({ ...row, counts: readCounts(row.counts) })),
    /** Copies of the database that stand beside it and still hold everything. */
    listOldCopies: () => listOldCopies(config),

    /** In one transaction with its editions and its lines in the journal. In a freeze, the order is its own exception. */
    carryOut({ person, thing }: Authorized<DeskCampaign>, entry: ErasableEntry, order: Order): Erased {
      const outcome = act<Erased>(person, order.key, (note) => {
        const refused = refusalToErase(order, preview(thing, entry));
        if (refused.length > 0) return { refused };
        const { campaignId, slug } = thing;
        const reason = order.reason.trim();
        const at = clock.now().toISOString();
        const target = targetOf(thing, entry, order.scope);
        const found = reaches[entry.kind].find(target);
        for (const { address } of target.versions) {
          publishing.redact(slug, address, { person, reason });
          note({ campaignId, action: 'redacted', subject: `entry ${address}`, reason });
        }
        const taken = found.erase(at, new Set(order.drafts));
        const named = new Set([...taken.documents, ...target.versions.flatMap((version) => version.documents)]);
        const gone = [...named].filter((sha256) => documents.release(sha256, thing, at));
        const counts = { ...taken.counts, versions: target.versions.length, documents: gone.length };
        const row = { ...entry, campaignId, reason, counts: JSON.stringify(counts), personId: person.id };
        erasures.insertErasure({ ...row, erasedAt: at });
        note({ campaignId, action: 'erased', subject: `entry ${entry.subject}`, reason: countsWords(counts) });
        return { done: 'erased' };
      });
      if ('done' in outcome) finishErasures(database, config, clock);
      return outcome;
    },
  };
}

export type Erasures = ReturnType<typeof openErasures>;

/** All of them, or those that another took the place of. */
function versionsIn({ versions, current }: Standing<ErasableKind>, scope: Scope): Version<ErasableKind>[] {
  const newest = versions.at(-1);
  return versions.filter((version) => scope === 'all' || current === null || version !== newest);
}

/** What it still says; nothing once it was redacted. */
function readable({ address, edition, payload }: Version<ErasableKind>): ReadableVersion[] {
  if (payload === null) return [];
  if (!('sources' in payload)) return [{ address, edition, words: '', documents: [] }];
  const words = 'verdict' in payload ? wordsOfFollowUp(payload) : wordsOfPosition(payload);
  return [{ address, edition, words, documents: payload.sources.flatMap(({ evidence }) => evidence?.sha256 ?? []) }];
}

/** Those that the desk's rows name, and those that the entry alone names. */
function documentsOf({ versions }: Target, { documents }: Found): { sha256: string; times: number }[] {
  const known = new Set(documents.map(({ sha256 }) => sha256));
  const others = new Set(versions.flatMap((version) => version.documents).filter((sha256) => !known.has(sha256)));
  return [...documents, ...[...others].map((sha256) => ({ sha256, times: 0 }))];
}
