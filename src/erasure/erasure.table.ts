import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const erasure = sqliteTable('erasure', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  kind: text().notNull(),
  subject: text().notNull(),
  reason: text().notNull(),
  counts: text().notNull(),
  personId: integer('person_id').notNull(),
  erasedAt: text('erased_at').notNull(),
  scrubbedAt: text('scrubbed_at'),
});

export const erasedDocument = sqliteTable('erased_document', {
  sha256: text().primaryKey(),
  erasedAt: text('erased_at').notNull(),
  removedAt: text('removed_at'),
});
