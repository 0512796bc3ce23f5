import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import type { Draft, DraftSource } from './draft.ts';
import { evidenceRepository } from './evidence.repository.ts';
import { evidence, position, positionAuthor, source } from './positions.table.ts';
import { readingsRepository } from './readings.repository.ts';
import type { Reading, ReviewState } from './review.ts';

/** A position at the desk: the draft, and where it is on its way. */
export interface DeskPosition extends Draft {
  id: number;
  campaignId: number;
  state: ReviewState;
  authorId: number;
  /** Everyone who wrote a part of it, the first one too. */
  authors: readonly number[];
  /** How second persons read this very version. */
  readings: readonly Reading[];
  reviewerId: number | null;
  decisionReason: string;
  editionNumber: number | null;
  /** Grows at each change: whoever saves says which one they had read. */
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Since when it lies in the bin; null when it does not. */
  discardedAt: string | null;
  /** Since when its words are gone by order of the law (src/erasure); null when they are not. */
  erasedAt: string | null;
}

/** The columns that a step on the way changes. */
export type StepChanges = Partial<
  Pick<DeskPosition, 'state' | 'reviewerId' | 'decisionReason' | 'editionNumber' | 'discardedAt'>
>;

/** The SQL of positions at the desk, with their sources and authors. */
export function positionsRepository(database: Database) {
  const { orm } = database;
  const documents = evidenceRepository(database);
  const readings = readingsRepository(database);
  const complete = (row: typeof position.$inferSelect): DeskPosition => {
    const sources = orm
      .select({ source, evidence })
      .from(source)
      .leftJoin(evidence, eq(evidence.id, source.evidenceId))
      .where(eq(source.positionId, row.id))
      .orderBy(asc(source.rank))
      .all()
      .map(({ source, evidence }) => draftSource(source, evidence));
    const authors = orm
      .select({ personId: positionAuthor.personId })
      .from(positionAuthor)
      .where(eq(positionAuthor.positionId, row.id))
      .all();
    const { lifecycle: _always, ...fields } = row;
    const names = authors.map(({ personId }) => personId);
    return { ...fields, sources, authors: names, readings: readings.listReadings(row.id, row.version) };
  };
  const replaceSources = (campaignId: number, positionId: number, sources: Draft['sources']): void => {
    orm.delete(source).where(eq(source.positionId, positionId)).run();
    sources.forEach(({ evidence: document, ...words }, index) => {
      const evidenceId = document ? documents.findEvidenceId(campaignId, document.sha256) : null;
      const row = { ...words, positionId, rank: index + 1, evidenceId, evidencePublic: document?.isPublic ?? false };
      orm.insert(source).values(row).run();
    });
  };

  return {
    findPosition(id: number): DeskPosition | null {
      const row = orm.select().from(position).where(eq(position.id, id)).get();
      return row ? complete(row) : null;
    },
    /** Those of a campaign in some states, the ones that moved last first; not those that were thrown away, nor what is left of a draft
     * that was erased: nobody has anything to do with it. */
    listPositions: (campaignId: number, states: readonly ReviewState[]): DeskPosition[] =>
      orm
        .select()
        .from(position)
        .where(
          and(
            eq(position.campaignId, campaignId),
            inArray(position.state, [...states]),
            isNull(position.discardedAt),
            or(isNull(position.erasedAt), eq(position.state, 'approved')),
          ),
        )
        .orderBy(desc(position.updatedAt), desc(position.id))
        .all()
        .map(complete),
    /** Campaigns where there is one in these states. */
    listCampaignIds: (states: readonly ReviewState[]): number[] =>
      orm
        .selectDistinct({ id: position.campaignId })
        .from(position)
        .where(and(inArray(position.state, [...states]), isNull(position.discardedAt)))
        .all()
        .map(({ id }) => id),
    insertPosition({ sources, ...fields }: Draft, campaignId: number, authorId: number, at: string): number {
      const row = { ...fields, campaignId, authorId, createdAt: at, updatedAt: at };
      const { id } = orm.insert(position).values(row).returning({ id: position.id }).get();
      replaceSources(campaignId, id, sources);
      return id;
    },
    /** Writes over the draft. False when it is no longer the version that was read: then nothing was written. */
    recordDraft(id: number, version: number, { sources, ...fields }: Draft, personId: number, at: string): boolean {
      const read = and(eq(position.id, id), eq(position.version, version));
      const changes = { ...fields, version: version + 1, updatedAt: at, discardedAt: null };
      const row = orm.update(position).set(changes).where(read).returning({ campaignId: position.campaignId }).get();
      if (!row) return false;
      replaceSources(row.campaignId, id, sources);
      orm.insert(positionAuthor).values({ positionId: id, personId }).onConflictDoNothing().run();
      return true;
    },
    /** Takes a step. False when it is no longer the version that was read: then nothing was changed. */
    recordStep(id: number, version: number, changes: StepChanges, at: string): boolean {
      const read = and(eq(position.id, id), eq(position.version, version));
      return (
        orm
          .update(position)
          .set({ ...changes, version: version + 1, updatedAt: at })
          .where(read)
          .run().changes === 1
      );
    },
  };
}

function draftSource(row: typeof source.$inferSelect, document: typeof evidence.$inferSelect | null): DraftSource {
  const { url, title, publisher, publishedOn, evidencePublic: isPublic } = row;
  const words = { url, title, publisher, publishedOn };
  if (!document) return words;
  const { sha256, name, type, bytes } = document;
  return { ...words, evidence: { sha256, name, type, bytes, isPublic } };
}
