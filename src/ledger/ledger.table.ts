import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const edition = sqliteTable('edition', {
  id: integer().primaryKey(),
  campaign: text().notNull(),
  number: integer().notNull(),
  publishedAt: text('published_at').notNull(),
  note: text().notNull().default(''),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
});

export const entry = sqliteTable(
  'entry',
  {
    editionId: integer('edition_id').notNull(),
    ordinal: integer().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    payload: text(),
    payloadHash: text('payload_hash').notNull(),
    corrects: text(),
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.ordinal] })],
);
