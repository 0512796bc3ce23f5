import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { followUpStates } from './review.ts';
import { verdicts } from './verdict.ts';

export const followUp = sqliteTable('follow_up', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  demandId: integer('demand_id').notNull(),
  verdict: text({ enum: verdicts }),
  fact: text().notNull().default(''),
  happenedOn: text('happened_on').notNull().default(''),
  accordingTo: text('according_to').notNull().default(''),
  corrects: text().notNull().default(''),
  reason: text().notNull().default(''),
  replyOfferedOn: text('reply_offered_on').notNull().default(''),
  note: text().notNull().default(''),
  state: text({ enum: followUpStates }).notNull().default('draft'),
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

export const followUpSource = sqliteTable('follow_up_source', {
  id: integer().primaryKey(),
  followUpId: integer('follow_up_id').notNull(),
  rank: integer().notNull(),
  url: text().notNull().default(''),
  title: text().notNull().default(''),
  publisher: text().notNull().default(''),
  publishedOn: text('published_on').notNull().default(''),
  evidenceId: integer('evidence_id'),
  evidencePublic: integer('evidence_public', { mode: 'boolean' }).notNull().default(false),
});

/** Everyone who wrote a part of it; none of them may read it for publication. */
export const followUpAuthor = sqliteTable(
  'follow_up_author',
  { followUpId: integer('follow_up_id').notNull(), personId: integer('person_id').notNull() },
  (table) => [primaryKey({ columns: [table.followUpId, table.personId] })],
);
