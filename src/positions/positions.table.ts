import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { evidenceTypes } from './evidence.ts';
import { namedKinds } from './named-entry.ts';
import { reviewStates } from './review.ts';
import { bases, lifecycles, stances } from './stance.ts';

export const position = sqliteTable('position', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  listId: integer('list_id'),
  demandId: integer('demand_id').notNull(),
  stance: text({ enum: stances }),
  basis: text({ enum: bases }),
  lifecycle: text({ enum: lifecycles }).notNull().default('current'),
  summary: text().notNull().default(''),
  quote: text().notNull().default(''),
  condition: text().notNull().default(''),
  speaker: text().notNull().default(''),
  saidOn: text('said_on').notNull().default(''),
  reportedBy: text('reported_by').notNull().default(''),
  reason: text().notNull().default(''),
  note: text().notNull().default(''),
  state: text({ enum: reviewStates }).notNull().default('draft'),
  authorId: integer('author_id').notNull(),
  reviewerId: integer('reviewer_id'),
  decisionReason: text('decision_reason').notNull().default(''),
  editionNumber: integer('edition_number'),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  discardedAt: text('discarded_at'),
  /** Since when the law took its words away; see src/erasure. */
  erasedAt: text('erased_at'),
});

export const source = sqliteTable('source', {
  id: integer().primaryKey(),
  positionId: integer('position_id').notNull(),
  rank: integer().notNull(),
  url: text().notNull().default(''),
  title: text().notNull().default(''),
  publisher: text().notNull().default(''),
  publishedOn: text('published_on').notNull().default(''),
  evidenceId: integer('evidence_id'),
  evidencePublic: integer('evidence_public', { mode: 'boolean' }).notNull().default(false),
});

export const evidence = sqliteTable('evidence', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  sha256: text().notNull(),
  name: text().notNull(),
  type: text({ enum: evidenceTypes }).notNull(),
  bytes: integer().notNull(),
  personId: integer('person_id'),
  createdAt: text('created_at').notNull(),
});

/** Everyone who wrote a part of it; none of them may review it. */
export const positionAuthor = sqliteTable(
  'position_author',
  { positionId: integer('position_id').notNull(), personId: integer('person_id').notNull() },
  (table) => [primaryKey({ columns: [table.positionId, table.personId] })],
);

export const reading = sqliteTable(
  'reading',
  {
    positionId: integer('position_id').notNull(),
    version: integer().notNull(),
    readerId: integer('reader_id').notNull(),
    stance: text({ enum: stances }).notNull(),
    firstStance: text('first_stance', { enum: stances }).notNull(),
    codedAt: text('coded_at').notNull(),
    note: text().notNull().default(''),
    acceptedAt: text('accepted_at'),
  },
  (table) => [primaryKey({ columns: [table.positionId, table.version, table.readerId] })],
);

export const withdrawal = sqliteTable('withdrawal', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  kind: text({ enum: namedKinds }).notNull().default('position'),
  subject: text().notNull(),
  reason: text().notNull(),
  state: text({ enum: ['submitted', 'approved', 'returned'] })
    .notNull()
    .default('submitted'),
  authorId: integer('author_id').notNull(),
  reviewerId: integer('reviewer_id'),
  decisionReason: text('decision_reason').notNull().default(''),
  editionNumber: integer('edition_number'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  erasedAt: text('erased_at'),
});
