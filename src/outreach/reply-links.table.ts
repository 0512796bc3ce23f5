import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const linkChannels = ['email', 'post', 'hand'] as const;

export const replyLink = sqliteTable('reply_link', {
  id: integer().primaryKey(),
  tokenHash: text('token_hash').notNull(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  listId: integer('list_id'),
  channel: text({ enum: linkChannels }).notNull(),
  createdBy: integer('created_by'),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  revokedAt: text('revoked_at'),
});

export const linkAnswer = sqliteTable('link_answer', {
  id: integer().primaryKey(),
  reference: text().notNull(),
  linkId: integer('link_id').notNull(),
  formKey: text('form_key').notNull(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  listId: integer('list_id'),
  speaker: text().notNull(),
  email: text().notNull().default(''),
  receivedAt: text('received_at').notNull(),
  erasedAt: text('erased_at'),
});

export const linkAnswerItem = sqliteTable(
  'link_answer_item',
  {
    answerId: integer('answer_id').notNull(),
    demandId: integer('demand_id').notNull(),
    stance: text({ enum: ['commits', 'commits_in_part', 'unclear', 'refuses'] }).notNull(),
    quote: text().notNull(),
    condition: text().notNull().default(''),
    erasedAt: text('erased_at'),
  },
  (table) => [primaryKey({ columns: [table.answerId, table.demandId] })],
);

export const positionLinkAnswer = sqliteTable('position_link_answer', {
  positionId: integer('position_id').primaryKey(),
  answerId: integer('answer_id').notNull(),
});
