import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { namedKinds } from '../positions/named-entry.ts';

export const rightOfReply = sqliteTable('right_of_reply', {
  id: integer().primaryKey(),
  reference: text().notNull(),
  formKey: text('form_key').notNull(),
  campaignId: integer('campaign_id').notNull(),
  movement: text().notNull(),
  about: text({ enum: namedKinds }).notNull().default('position'),
  position: text().notNull(),
  linkId: integer('link_id'),
  author: text().notNull(),
  capacity: text().notNull().default(''),
  contact: text().notNull().default(''),
  text: text().notNull(),
  receivedAt: text('received_at').notNull(),
  state: text({ enum: ['received', 'published', 'refused'] })
    .notNull()
    .default('received'),
  decidedBy: integer('decided_by'),
  decidedAt: text('decided_at'),
  checked: text().notNull().default(''),
  reason: text().notNull().default(''),
  editionNumber: integer('edition_number'),
  erasedAt: text('erased_at'),
});
