import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contactStatuses } from '../positions/stance.ts';
import { addressKinds, channels, letterKinds, outcomes, purposes } from './vocabulary.ts';

export const contact = sqliteTable('contact', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  status: text({ enum: contactStatuses }).notNull(),
  channel: text({ enum: channels }).notNull(),
  happenedOn: text('happened_on').notNull(),
  address: text(),
  note: text(),
  listId: integer('list_id'),
  outcome: text({ enum: outcomes }).notNull().default('sent'),
  purpose: text({ enum: purposes }).notNull().default('letter'),
  personId: integer('person_id'),
  recordedAt: text('recorded_at').notNull().default(''),
  messageId: text('message_id'),
});

export const contactAddress = sqliteTable('contact_address', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id').notNull(),
  movementId: integer('movement_id').notNull(),
  listId: integer('list_id'),
  kind: text({ enum: addressKinds }).notNull(),
  value: text().notNull(),
  holder: text().notNull().default(''),
  refusedAt: text('refused_at'),
  createdAt: text('created_at').notNull(),
});

export const outreachLetter = sqliteTable(
  'outreach_letter',
  {
    campaignId: integer('campaign_id').notNull(),
    kind: text({ enum: letterKinds }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    version: integer().notNull().default(1),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.kind] })],
);

export const outreachSetting = sqliteTable('outreach_setting', {
  campaignId: integer('campaign_id').primaryKey(),
  reminderDays: integer('reminder_days').notNull(),
  replyTo: text('reply_to').notNull().default(''),
});
