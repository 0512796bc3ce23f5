import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const person = sqliteTable('person', {
  id: integer().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text('password_hash'),
  administrator: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: text('created_at').notNull(),
  closedAt: text('closed_at'),
});

export const membership = sqliteTable(
  'membership',
  {
    personId: integer('person_id').notNull(),
    campaignId: integer('campaign_id').notNull(),
    role: text({ enum: ['administrator', 'editor', 'reviewer'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.campaignId] })],
);

export const passwordLink = sqliteTable('password_link', {
  tokenHash: text('token_hash').primaryKey(),
  personId: integer('person_id').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

export const session = sqliteTable('session', {
  idHash: text('id_hash').primaryKey(),
  personId: integer('person_id').notNull(),
  csrfToken: text('csrf_token').notNull(),
  userAgent: text('user_agent').notNull(),
  createdAt: text('created_at').notNull(),
  lastSeenAt: text('last_seen_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  /** `awaited`: the password was right, and lets nobody in before the second factor is. */
  secondFactor: text('second_factor', { enum: ['none', 'awaited', 'given'] })
    .notNull()
    .default('none'),
  /** What a passkey is asked to sign; used once. */
  challenge: text(),
  /** When they said their password again. */
  confirmedAt: text('confirmed_at'),
  /** Kept a while after its end, for the forms that were open then. */
  endedAt: text('ended_at'),
});

export const signInFailure = sqliteTable('sign_in_failure', {
  id: integer().primaryKey(),
  accountHash: text('account_hash').notNull(),
  addressHash: text('address_hash').notNull(),
  at: integer().notNull(),
});

export const audit = sqliteTable('audit', {
  id: integer().primaryKey(),
  at: text().notNull(),
  personId: integer('person_id'),
  campaignId: integer('campaign_id'),
  action: text().notNull(),
  subject: text().notNull(),
  reason: text(),
});

export const submittedForm = sqliteTable(
  'submitted_form',
  {
    personId: integer('person_id').notNull(),
    key: text().notNull(),
    location: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
);
