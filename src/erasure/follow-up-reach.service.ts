import type { Database } from '../db/open.ts';
import type { Payload } from '../ledger/payloads.ts';
import type { Grid } from '../positions/cells.ts';
import type { DeskCampaigns } from '../positions/desk-campaigns.service.ts';
import type { PublicState } from '../standings/fold.ts';
import { entryWordsRepository } from './entry-words.repository.ts';
import { followUpWordsRepository, type WordedFollowUp } from './follow-up-words.repository.ts';
import { namedIn, type Reach, type Target } from './kept.ts';

/** What makes the desk's copy of a published follow-up known among those of one edition. */
export function wordsOfFollowUp({
  verdict,
  fact,
  happenedOn,
}: Pick<Payload<'assessment'>, 'verdict' | 'fact' | 'happenedOn'>): string {
  return JSON.stringify([verdict, fact, happenedOn]);
}

/** How far an order about a follow-up reaches: the desk's copy of each version, drafts about the same fact, reasons and notes. */
export function openFollowUpReach(database: Database, campaigns: DeskCampaigns): Reach {
  const words = followUpWordsRepository(database);
  const entries = entryWordsRepository(database);

  function around({ campaignId, slug, subject, scope }: Target, gone: readonly WordedFollowUp[]) {
    const ids = gone.map(({ id }) => id);
    const about = { slug, subject, kind: 'assessment' as const, ids };
    const rows = ids.map((id) => `follow-up ${id}`);
    const others = entries.listAround(campaignId, about, rows, scope === 'all');
    const { withdrawals, acts, forms } = others;
    const sources = words.listSources(ids);
    const counts = { sources: sources.length, withdrawals: withdrawals.length, acts: acts.length, forms: forms.length };
    return { ids, others, documents: namedIn(sources), counts };
  }

  return {
    find(target) {
      const campaign = campaigns.getCampaign(target);
      const { grid } = campaign;
      const rows = words.listFollowUps(target.campaignId);
      const others = wordsOfOthers(campaigns.findState(campaign), target.subject);
      const published = rows.filter((row) => row.state === 'published' && isVersionOf(grid, row, target, others));
      const drafts = rows.filter((row) => row.state !== 'published' && isAboutSame(grid, row, target.subject));
      const all = around(target, [...published, ...drafts]);
      return {
        counts: { followUps: published.length, drafts: drafts.length, ...all.counts },
        drafts: drafts.map(({ id, discardedAt, authorId, updatedAt, fact }) => ({
          ...{ id, authorId, updatedAt },
          discarded: discardedAt !== null,
          summary: fact,
        })),
        documents: all.documents,
        state: [[...published, ...drafts].map(({ id, version }) => [id, version]), all.counts],
        erase(at, chosen) {
          const gone = [...published, ...drafts.filter(({ id }) => chosen.has(id))];
          const taken = around(target, gone);
          entries.eraseAround(taken.others, at);
          words.eraseFollowUps(taken.ids, at);
          const counts = { followUps: published.length, drafts: gone.length - published.length, ...taken.counts };
          return { counts, documents: taken.documents.map(({ sha256 }) => sha256) };
        },
      };
    },
  };
}

/** What readers still read under other subjects, each with the edition that published it. */
function wordsOfOthers(state: PublicState | null, subject: string): ReadonlySet<string> {
  const others = [...(state?.of('assessment').values() ?? [])].filter((standing) => standing.subject !== subject);
  return new Set(
    others.flatMap(({ versions }) =>
      versions.flatMap(({ edition, payload }) => (payload ? `${edition} ${wordsOfFollowUp(payload)}` : [])),
    ),
  );
}

/**
 * The one that an edition published under this subject: by its words, or once these are redacted, by what it is about, unless it is what
 * another subject says: two facts of one day may have left together.
 */
function isVersionOf(
  grid: Grid,
  row: WordedFollowUp,
  { subject, versions, editions }: Target,
  others: ReadonlySet<string>,
): boolean {
  const { verdict, editionNumber } = row;
  if (verdict === null || !editions.includes(editionNumber ?? 0)) return false;
  const own = wordsOfFollowUp({ ...row, verdict });
  const readable = versions.filter(({ edition }) => edition === editionNumber);
  if (readable.length > 0) return readable.some(({ words }) => words === own);
  return isAboutSame(grid, row, subject) && !others.has(`${editionNumber} ${own}`);
}

/** It corrects this entry, or tells of the same pledge on the same date. */
function isAboutSame({ movements, demands }: Grid, row: WordedFollowUp, subject: string): boolean {
  if (row.corrects !== '') return row.corrects === subject;
  const movement = movements.find(({ id }) => id === row.movementId)?.slug ?? '';
  const demand = demands.find(({ id }) => id === row.demandId)?.slug ?? '';
  return `${subject}/`.startsWith(`${movement}/${demand}/${row.happenedOn}/`);
}
