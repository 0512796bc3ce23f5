import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** An application that shows a new code every half minute (TOTP). Its secret is sealed; `lastStep` is the newest half minute used. */
export const codeApp = sqliteTable('code_app', {
  id: integer().primaryKey(),
  personId: integer('person_id').notNull(),
  sealedSecret: text('sealed_secret').notNull(),
  lastStep: integer('last_step').notNull().default(0),
  createdAt: text('created_at').notNull(),
  confirmedAt: text('confirmed_at'),
});

export const passkey = sqliteTable('passkey', {
  id: integer().primaryKey(),
  personId: integer('person_id').notNull(),
  credentialId: text('credential_id').notNull(),
  /** base64url: a public key is no secret. */
  publicKey: text('public_key').notNull(),
  counter: integer().notNull().default(0),
  transports: text().notNull().default(''),
  name: text().notNull(),
  createdAt: text('created_at').notNull(),
  lastUsedAt: text('last_used_at'),
});

export const recoveryCode = sqliteTable('recovery_code', {
  codeHash: text('code_hash').primaryKey(),
  personId: integer('person_id').notNull(),
  usedAt: text('used_at'),
});
