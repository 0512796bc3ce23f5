import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const campaign = sqliteTable('campaign', {
  id: integer().primaryKey(),
  slug: text().notNull(),
  title: text().notNull(),
  town: text().notNull(),
  electionId: text('election_id').notNull(),
  communeCode: text('commune_code').notNull(),
  timeZone: text('time_zone').notNull(),
  fictional: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: text('created_at').notNull(),
});

export const letter = sqliteTable('letter', {
  campaignId: integer('campaign_id').primaryKey(),
  title: text().notNull(),
  body: text().notNull(),
  url: text(),
  publishedOn: text('published_on').notNull(),
  repliesCheckedOn: text('replies_checked_on'),
  repliesNote: text('replies_note'),
});

export const signatory = sqliteTable('signatory', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  rank: integer().notNull(),
});

export const demand = sqliteTable('demand', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  number: integer().notNull(),
  slug: text().notNull(),
  title: text().notNull(),
  shortTitle: text('short_title').notNull(),
  explanation: text().notNull(),
  ruleCommits: text('rule_commits').notNull(),
  ruleCommitsInPart: text('rule_commits_in_part').notNull(),
  ruleRefuses: text('rule_refuses').notNull(),
});

export const movement = sqliteTable('movement', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  leader: text(),
});

export const movementList = sqliteTable(
  'movement_list',
  {
    campaignId: integer('campaign_id').notNull(),
    listId: integer('list_id').notNull(),
    movementId: integer('movement_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.listId] })],
);
