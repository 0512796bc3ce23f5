import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contactStatuses } from '../positions/stance.ts';

/** How a list was asked. */
export const channels = ['open_letter', 'email', 'post', 'phone', 'meeting', 'social_network'] as const;

export const contact = sqliteTable('contact', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  status: text({ enum: contactStatuses }).notNull(),
  channel: text({ enum: channels }).notNull(),
  happenedOn: text('happened_on').notNull(),
  address: text(),
  note: text(),
});
