import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/open.ts';
import { seeded } from '../support/seeded.ts';

let database: Database;

const insert = (columns: Record<string, string | number | null>) => {
  const row = { campaign_id: 1, movement_id: 1, demand_id: 1, created_at: 'now', updated_at: 'now', author_id: 1, ...columns };
  const names = Object.keys(row);
  const sql = `INSERT INTO position (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`;
  return database.sql.prepare(sql).run(row).lastInsertRowid;
};

/** Person 2 codes a position without having seen the first code, and accepts it. */
const read = (id: number | bigint, over: Record<string, string | number | null> = {}) => {
  const row = {
    position_id: id,
    version: 1,
    reader_id: 2,
    stance: 'commits',
    first_stance: 'commits',
    accepted_at: 'now',
    ...over,
  };
  const names = Object.keys(row);
  const sql = `INSERT INTO reading (${names.join(', ')}, coded_at) VALUES (${names.map((name) => `@${name}`).join(', ')}, 'now')`;
  return database.sql.prepare(sql).run(row);
};
const approve = (id: number | bigint, reviewer = 2) =>
  database.sql
    .prepare("UPDATE position SET state = 'approved', reviewer_id = ?, edition_number = 2 WHERE id = ?")
    .run(reviewer, id);

beforeEach(() => {
  database = seeded('marseille-2020').database;
  database.sql.exec(`INSERT INTO person (id, email, name, created_at) VALUES
    (1, 'alix@example.org', 'Alix', '2020-03-01T00:00:00Z'), (2, 'noe@example.org', 'Noé', '2020-03-01T00:00:00Z')`);
});

describe('two people read each position, whatever the code does', () => {
  test.each([
    ['nobody approves their own', { state: 'approved', reviewer_id: 1, edition_number: 2 }],
    ['nor returns it', { state: 'returned', reviewer_id: 1, decision_reason: 'Source ?' }],
    ['nothing is approved by no one', { state: 'approved', reviewer_id: null, edition_number: 2 }],
    ['nothing is approved without being published', { state: 'approved', reviewer_id: 2 }],
    ['nothing unapproved is said to be published', { state: 'submitted', edition_number: 2 }],
    ['nothing is returned without a reason', { state: 'returned', reviewer_id: 2 }],
    ['no state is invented', { state: 'published' }],
    ['no stance is invented', { stance: 'maybe' }],
    ['no basis is invented', { basis: 'rumour' }],
    ['a position is about a movement that exists', { movement_id: 9999 }],
  ])('%s', (_name, columns) => expect(() => insert(columns)).toThrow(/constraint failed/));

  test('a second person approves it, and then it no longer changes', () => {
    const id = insert({ state: 'submitted', stance: 'commits' });
    read(id);
    approve(id);
    for (const change of ["stance = 'refuses'", 'reviewer_id = NULL', "state = 'draft', edition_number = NULL", "note = 'x'"]) {
      expect(() => database.sql.prepare(`UPDATE position SET ${change} WHERE id = ?`).run(id)).toThrow(/does not change/);
    }
  });

  test('the author does not become the reviewer afterwards', () => {
    const id = insert({ state: 'submitted', stance: 'commits' });
    expect(() => database.sql.prepare('UPDATE position SET reviewer_id = 1 WHERE id = ?').run(id)).toThrow(/CHECK/);
  });

  test('an approved position is not deleted either, nor replaced, nor its sources changed', () => {
    const id = insert({ state: 'submitted', stance: 'commits' });
    database.sql.prepare("INSERT INTO source (position_id, rank, url) VALUES (?, 1, 'https://example.org')").run(id);
    read(id);
    approve(id);
    const kept = /does not change/;
    expect(() => database.sql.prepare('DELETE FROM position WHERE id = ?').run(id)).toThrow(kept);
    expect(() => database.sql.prepare("UPDATE source SET url = 'https://example.com' WHERE position_id = ?").run(id)).toThrow(
      kept,
    );
    expect(() => database.sql.prepare('DELETE FROM source WHERE position_id = ?').run(id)).toThrow(kept);
    expect(() => database.sql.prepare('INSERT INTO source (position_id, rank) VALUES (?, 2)').run(id)).toThrow(kept);
    expect(() => insert({ id: Number(id), state: 'draft' })).toThrow(kept);
  });

  test('a draft is deleted with its sources', () => {
    const id = insert({ state: 'draft' });
    database.sql.prepare("INSERT INTO source (position_id, rank, url) VALUES (?, 1, 'https://example.org')").run(id);
    database.sql.prepare('DELETE FROM position WHERE id = ?').run(id);
    expect(database.sql.prepare('SELECT count(*) FROM source').pluck().get()).toBe(0);
  });
});

describe('the second code is chosen without seeing the first, whatever the code does', () => {
  let id: number | bigint;
  beforeEach(() => {
    id = insert({ state: 'submitted', stance: 'commits' });
  });

  test('nothing is published that nobody has coded and accepted', () => {
    expect(() => approve(id)).toThrow(/coded and accepted/);
    read(id, { accepted_at: null });
    expect(() => approve(id)).toThrow(/coded and accepted/);
  });

  test('nor on the reading of another person, or of another version', () => {
    read(id, { version: 2 });
    expect(() => approve(id)).toThrow(/coded and accepted/);
    database.sql.exec("INSERT INTO person (id, email, name, created_at) VALUES (3, 'iris@example.org', 'Iris', 'now')");
    read(id);
    expect(() => approve(id, 3)).toThrow(/coded and accepted/);
  });

  test('an author does not code their own position', () => expect(() => read(id, { reader_id: 1 })).toThrow(/author/));

  test('a code that was chosen stays, and a disagreement has its note', () => {
    expect(() => read(id, { stance: 'refuses' })).toThrow(/CHECK/);
    read(id, { stance: 'refuses', note: 'La phrase d’après lève le doute.' });
    expect(() => database.sql.exec("UPDATE reading SET stance = 'commits'")).toThrow(/does not change/);
    expect(() => database.sql.exec("UPDATE reading SET note = ' '")).toThrow(/CHECK/);
  });
});

describe('nobody withdraws alone, whatever the code does', () => {
  const propose = (columns = '', values = '') =>
    database.sql.exec(`INSERT INTO withdrawal (campaign_id, subject, reason, author_id, created_at, updated_at${columns})
      VALUES (1, 'a/b', 'Erreur.', 1, 'now', 'now'${values})`);

  test('whoever proposed it does not decide it, and it is decided once', () => {
    expect(() => propose(', state, reviewer_id, edition_number', ", 'approved', 1, 2")).toThrow(/CHECK/);
    propose();
    expect(() => propose()).toThrow(/UNIQUE/);
    expect(() => database.sql.exec("UPDATE withdrawal SET state = 'approved', edition_number = 2")).toThrow(/CHECK/);
    database.sql.exec("UPDATE withdrawal SET state = 'approved', edition_number = 2, reviewer_id = 2");
    expect(() => database.sql.exec("UPDATE withdrawal SET reason = 'Autre chose.'")).toThrow(/does not change/);
  });
});
