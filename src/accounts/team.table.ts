import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from './can.ts';

/** A place in a campaign's team, offered by a link. It ends when it is accepted or revoked. */
export const invitation = sqliteTable('invitation', {
  id: integer().primaryKey(),
  tokenHash: text('token_hash').notNull(),
  campaignId: integer('campaign_id').notNull(),
  role: text({ enum: roles }).notNull(),
  name: text().notNull(),
  email: text().notNull().default(''),
  invitedBy: integer('invited_by').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  acceptedBy: integer('accepted_by'),
  endedAt: text('ended_at'),
});

/** A form that was sent from a session that had ended. */
export const keptForm = sqliteTable('kept_form', {
  id: integer().primaryKey(),
  personId: integer('person_id').notNull(),
  path: text().notNull(),
  fields: text().notNull(),
  keptAt: text('kept_at').notNull(),
});
