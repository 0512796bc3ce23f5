import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const importBatch = sqliteTable('import_batch', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  personId: integer('person_id').notNull(),
  fileName: text('file_name').notNull(),
  formatName: text('format_name').notNull(),
  lines: integer().notNull(),
  state: text({ enum: ['read', 'applied', 'undone'] })
    .notNull()
    .default('read'),
  stage: text().notNull(),
  changes: text(),
  readAt: text('read_at').notNull(),
  decidedAt: text('decided_at'),
});
