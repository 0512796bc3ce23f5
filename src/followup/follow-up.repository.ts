import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import type { DraftSource } from '../positions/draft.ts';
import { evidenceRepository } from '../positions/evidence.repository.ts';
import { evidence } from '../positions/positions.table.ts';
import { followUp, followUpAuthor, followUpSource } from './follow-up.table.ts';
import type { FollowUpDraft } from './follow-up.ts';
import type { FollowUpState } from './review.ts';

/** A follow-up at the desk: the words, and where they are on their way. */
export interface DeskFollowUp extends FollowUpDraft {
  id: number;
  campaignId: number;
  state: FollowUpState;
  authorId: number;
  /** Everyone who wrote a part of it, the first one too. */
  authors: readonly number[];
  reviewerId: number | null;
  decisionReason: string;
  editionNumber: number | null;
  /** Grows at each change: whoever sends says which one they had read. */
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Since when it lies in the bin; null when it does not. */
  discardedAt: string | null;
  /** Since when its words are gone by order of the law (src/erasure); null when they are not. */
  erasedAt: string | null;
}

type StepChanges = Partial<Pick<DeskFollowUp, 'state' | 'reviewerId' | 'decisionReason' | 'editionNumber' | 'discardedAt'>>;

/** The SQL of follow-ups at the desk, with their sources and authors. */
export function followUpRepository(database: Database) {
  const { orm } = database;
  const documents = evidenceRepository(database);

  function complete(row: typeof followUp.$inferSelect): DeskFollowUp {
    const sources = orm
      .select({ source: followUpSource, document: evidence })
      .from(followUpSource)
      .leftJoin(evidence, eq(evidence.id, followUpSource.evidenceId))
      .where(eq(followUpSource.followUpId, row.id))
      .orderBy(asc(followUpSource.rank))
      .all()
      .map(({ source, document }) => draftSource(source, document));
    const authors = orm
      .select({ personId: followUpAuthor.personId })
      .from(followUpAuthor)
      .where(eq(followUpAuthor.followUpId, row.id))
      .all();
    return { ...row, sources, authors: authors.map(({ personId }) => personId) };
  }

  function replaceSources(campaignId: number, followUpId: number, sources: FollowUpDraft['sources']): void {
    orm.delete(followUpSource).where(eq(followUpSource.followUpId, followUpId)).run();
    sources.forEach(({ evidence: document, ...words }, index) => {
      const evidenceId = document ? documents.findEvidenceId(campaignId, document.sha256) : null;
      const row = { ...words, followUpId, rank: index + 1, evidenceId, evidencePublic: document?.isPublic ?? false };
      orm.insert(followUpSource).values(row).run();
    });
  }

  return {
    findFollowUp(id: number): DeskFollowUp | null {
      const row = orm.select().from(followUp).where(eq(followUp.id, id)).get();
      return row ? complete(row) : null;
    },
    /** Those of a campaign in some states, the ones that moved last first; not those that were thrown away, nor what is left of one that was erased before it was public. */
    listFollowUps: (campaignId: number, states: readonly FollowUpState[]): DeskFollowUp[] =>
      orm
        .select()
        .from(followUp)
        .where(
          and(
            eq(followUp.campaignId, campaignId),
            inArray(followUp.state, [...states]),
            isNull(followUp.discardedAt),
            or(isNull(followUp.erasedAt), eq(followUp.state, 'published')),
          ),
        )
        .orderBy(desc(followUp.updatedAt), desc(followUp.id))
        .all()
        .map(complete),
    /** Campaigns where there is one in these states. */
    listCampaignIds: (states: readonly FollowUpState[]): number[] =>
      orm
        .selectDistinct({ id: followUp.campaignId })
        .from(followUp)
        .where(and(inArray(followUp.state, [...states]), isNull(followUp.discardedAt)))
        .all()
        .map(({ id }) => id),
    insertFollowUp({ sources, ...words }: FollowUpDraft, campaignId: number, authorId: number, at: string): number {
      const row = { ...words, campaignId, authorId, createdAt: at, updatedAt: at };
      const { id } = orm.insert(followUp).values(row).returning({ id: followUp.id }).get();
      replaceSources(campaignId, id, sources);
      return id;
    },
    /** Writes over the draft. False when it is no longer the version that was read: then nothing was written. */
    recordDraft(id: number, version: number, { sources, ...words }: FollowUpDraft, personId: number, at: string): boolean {
      const read = and(eq(followUp.id, id), eq(followUp.version, version));
      const changes = { ...words, version: version + 1, updatedAt: at, discardedAt: null };
      const row = orm.update(followUp).set(changes).where(read).returning({ campaignId: followUp.campaignId }).get();
      if (!row) return false;
      replaceSources(row.campaignId, id, sources);
      orm.insert(followUpAuthor).values({ followUpId: id, personId }).onConflictDoNothing().run();
      return true;
    },
    /** Takes a step. False when it is no longer the version that was read: then nothing was changed. */
    recordStep(id: number, version: number, changes: StepChanges, at: string): boolean {
      const read = and(eq(followUp.id, id), eq(followUp.version, version));
      const row = { ...changes, version: version + 1, updatedAt: at };
      return orm.update(followUp).set(row).where(read).run().changes === 1;
    },
  };
}

function draftSource(row: typeof followUpSource.$inferSelect, document: typeof evidence.$inferSelect | null): DraftSource {
  const { url, title, publisher, publishedOn, evidencePublic: isPublic } = row;
  const words = { url, title, publisher, publishedOn };
  if (!document) return words;
  const { sha256, name, type, bytes } = document;
  return { ...words, evidence: { sha256, name, type, bytes, isPublic } };
}
