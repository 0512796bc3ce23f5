import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const election = sqliteTable('election', {
  id: text().primaryKey(),
  name: text().notNull(),
  firstRoundOn: text('first_round_on').notNull(),
  secondRoundOn: text('second_round_on'),
});

export const commune = sqliteTable('commune', {
  code: text().primaryKey(),
  name: text().notNull(),
  departement: text().notNull(),
});

export const race = sqliteTable('race', {
  id: integer().primaryKey(),
  campaignId: integer('campaign_id'),
  electionId: text('election_id').notNull(),
  communeCode: text('commune_code').notNull(),
  code: text().notNull(),
  kind: text({ enum: ['commune', 'sector'] }).notNull(),
  sectorNumber: integer('sector_number'),
  name: text().notNull(),
});

export const raceArea = sqliteTable(
  'race_area',
  {
    raceId: integer('race_id').notNull(),
    code: text().notNull(),
    name: text().notNull(),
    postCode: text('post_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.raceId, table.code] })],
);

export const round = sqliteTable(
  'round',
  {
    raceId: integer('race_id').notNull(),
    number: integer().notNull(),
    registered: integer(),
    voted: integer(),
    valid: integer(),
  },
  (table) => [primaryKey({ columns: [table.raceId, table.number] })],
);

export const list = sqliteTable('list', {
  id: integer().primaryKey(),
  raceId: integer('race_id').notNull(),
  round: integer().notNull(),
  panel: integer().notNull(),
  label: text().notNull(),
  shortLabel: text('short_label'),
  nuance: text(),
  headFirstName: text('head_first_name'),
  headLastName: text('head_last_name'),
  votes: integer(),
  councilSeats: integer('council_seats'),
  sectorSeats: integer('sector_seats'),
  intercommunalSeats: integer('intercommunal_seats'),
});

export const lineage = sqliteTable(
  'lineage',
  {
    childListId: integer('child_list_id').notNull(),
    parentListId: integer('parent_list_id').notNull(),
    kind: text({ enum: ['continues', 'merges'] }).notNull(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.childListId, table.parentListId] })],
);

export const lineageDecision = sqliteTable('lineage_decision', {
  childListId: integer('child_list_id').primaryKey(),
  kind: text({ enum: ['continues', 'merges', 'neither'] }).notNull(),
  source: text().notNull(),
  personId: integer('person_id').notNull(),
  decidedAt: text('decided_at').notNull(),
});
