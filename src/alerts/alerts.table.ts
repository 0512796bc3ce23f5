import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../lib/language.ts';

/** Someone who asked to be told. `page` is a path below the campaign, empty for all of it; `confirmHash` until they confirm. */
export const alert = sqliteTable('alert', {
  id: integer().primaryKey(),
  campaign: text().notNull(),
  page: text().notNull(),
  language: text({ enum: languages }).notNull(),
  email: text().notNull(),
  confirmHash: text('confirm_hash'),
  askedAt: text('asked_at').notNull(),
  confirmedAt: text('confirmed_at'),
  /** The newest edition that this person knows of. */
  toldEdition: integer('told_edition').notNull().default(0),
});

export const alertLink = sqliteTable('alert_link', {
  hash: text().primaryKey(),
  alertId: integer('alert_id').notNull(),
});

export const alertMail = sqliteTable('alert_mail', {
  id: integer().primaryKey(),
  alertId: integer('alert_id').notNull(),
  since: integer().notNull(),
  edition: integer().notNull(),
  tries: integer().notNull().default(0),
  nextTryAt: text('next_try_at').notNull(),
  takenAt: text('taken_at'),
});
