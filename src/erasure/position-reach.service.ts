import type { Database } from '../db/open.ts';
import type { Payload } from '../ledger/payloads.ts';
import { positionSubject } from '../ledger/subjects.ts';
import { cellOf, type Grid } from '../positions/cells.ts';
import type { DeskCampaigns } from '../positions/desk-campaigns.service.ts';
import { type Around, entryWordsRepository } from './entry-words.repository.ts';
import { type FoundDraft, namedIn, type Reach, type Target } from './kept.ts';
import { positionWordsRepository, type WordedPosition } from './position-words.repository.ts';

/** What makes the desk's copy of a published position known, under whatever name its cell is published today. */
export function wordsOfPosition({ stance, summary, quote }: Pick<Payload<'position'>, 'stance' | 'summary' | 'quote'>): string {
  return JSON.stringify([stance, summary, quote ?? '']);
}

/** How far an order about a position reaches: the desk's copy of each version, its drafts, what a list signed, reasons and notes. */
export function openPositionReach(database: Database, campaigns: DeskCampaigns): Reach {
  const words = positionWordsRepository(database);
  const entries = entryWordsRepository(database);

  /** What the law takes with these positions. `left`: those about the same thing that stay, with the answers they were made of. */
  function around(
    { campaignId, slug, subject, scope }: Target,
    gone: readonly WordedPosition[],
    left: readonly WordedPosition[],
  ) {
    const ids = gone.map(({ id }) => id);
    const isWhole = scope === 'all';
    const about = { slug, subject, kind: 'position' as const, ids };
    return {
      ids,
      items: itemsOf(gone, left, isWhole),
      sources: words.listSources(ids),
      notes: words.countNotes(ids),
      others: entries.listAround(
        campaignId,
        about,
        ids.map((id) => `position ${id}`),
        isWhole,
      ),
    };
  }

  /** What the list sent on the same demand, but for what was sent after, and for what a position that stays was made of. */
  function itemsOf(gone: readonly WordedPosition[], left: readonly WordedPosition[], isWhole: boolean) {
    const staying = new Set(words.listLinked(left.map(({ id }) => id)).map(({ answerId }) => answerId));
    const newest = Math.max(0, ...words.listLinked(gone.map(({ id }) => id)).map(({ answerId }) => answerId));
    const cells = new Map(gone.map((row) => [`${row.movementId} ${row.listId} ${row.demandId}`, row]));
    return [...cells.values()]
      .flatMap((cell) => words.listItems(cell))
      .filter(({ answerId }) => !staying.has(answerId) && (isWhole || answerId <= newest));
  }

  return {
    find(target) {
      const { grid } = campaigns.getCampaign(target);
      const own = words.listPositions(target.campaignId).filter((row) => isCopyOf(grid, row, target));
      const isGone = ({ state, editionNumber }: WordedPosition) =>
        state === 'approved' && (target.scope === 'all' || target.editions.includes(editionNumber ?? 0));
      const published = own.filter(isGone);
      const drafts = own.filter(({ state }) => state !== 'approved');
      const all = around(
        target,
        [...published, ...drafts],
        own.filter((row) => row.state === 'approved' && !isGone(row)),
      );
      return {
        counts: { positions: published.length, drafts: drafts.length, ...countsIn(all) },
        drafts: drafts.map(draftOf),
        documents: namedIn(all.sources),
        state: [own.map(({ id, version }) => [id, version]), all.items, countsIn(all)],
        erase(at, chosen) {
          const gone = [...published, ...drafts.filter(({ id }) => chosen.has(id))];
          const taken = around(
            target,
            gone,
            own.filter((row) => !gone.includes(row)),
          );
          for (const item of taken.items) words.eraseItem(item, at);
          entries.eraseAround(taken.others, at);
          words.erasePositions(taken.ids, at);
          const counts = { positions: published.length, drafts: gone.length - published.length, ...countsIn(taken) };
          return { counts, documents: namedIn(taken.sources).map(({ sha256 }) => sha256) };
        },
      };
    },
  };
}

/** A position about the same thing, or the one that an edition published with these very words. */
function isCopyOf(grid: Grid, row: WordedPosition, { subject, versions }: Target): boolean {
  const cell = cellOf(grid, row);
  if (cell && positionSubject(cell) === subject) return true;
  const { stance } = row;
  if (row.state !== 'approved' || stance === null) return false;
  return versions.some(({ edition, words }) => edition === row.editionNumber && words === wordsOfPosition({ ...row, stance }));
}

function draftOf({ id, discardedAt, authorId, updatedAt, summary }: WordedPosition): FoundDraft {
  return { id, discarded: discardedAt !== null, authorId, updatedAt, summary };
}

interface Taken {
  items: readonly unknown[];
  sources: readonly unknown[];
  notes: number;
  others: Around;
}

function countsIn({ items, sources, notes, others: { withdrawals, acts, forms } }: Taken) {
  const around = { withdrawals: withdrawals.length, acts: acts.length, forms: forms.length };
  return { answers: items.length, sources: sources.length, notes, ...around };
}
