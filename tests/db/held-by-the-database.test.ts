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

describe('the law empties, and nothing else does, whatever the code does', () => {
  const emptied =
    "summary = '', quote = '', condition = '', speaker = '', said_on = '', reported_by = '', reason = '', note = ''";
  const run = (sql: string) => () => database.sql.exec(sql);
  let id: number | bigint;

  beforeEach(() => {
    id = insert({ state: 'submitted', stance: 'commits', quote: 'Nous le ferons.', note: 'Rappeler.' });
    database.sql.prepare("INSERT INTO source (position_id, rank, url) VALUES (?, 1, 'https://example.org')").run(id);
    read(id);
    approve(id);
  });

  test.each([
    ['words that stay', "erased_at = 'now', summary = ''"],
    ['other words', `${emptied}, erased_at = 'now', quote = 'Nous ne le ferons pas.'`.replace("quote = '', ", '')],
    ['another stance', `${emptied}, erased_at = 'now', stance = 'refuses'`],
    ['another author', `${emptied}, erased_at = 'now', author_id = 2`],
    ['no mark', emptied],
  ])('an approved position is not emptied with %s', (_name, change) =>
    expect(run(`UPDATE position SET ${change}`)).toThrow(/says nothing|does not change|CHECK/),
  );

  test('an erased position and its sources are emptied once, and never written again', () => {
    expect(run("UPDATE source SET url = ''")).toThrow(/does not change/);
    run(`UPDATE position SET ${emptied}, erased_at = 'now'`)();
    for (const change of ["quote = 'x'", 'erased_at = NULL', "erased_at = 'later'", "state = 'draft', edition_number = NULL"])
      expect(run(`UPDATE position SET ${change}`)).toThrow(/says nothing|does not change/);
    expect(run("UPDATE source SET title = 'x'")).toThrow(/says nothing/);
    run("UPDATE source SET url = ''")();
    expect(run('DELETE FROM source')).toThrow(/does not change/);
    expect(run('DELETE FROM position')).toThrow(/does not change/);
  });

  test('a draft that was erased is never written again either', () => {
    const draft = insert({ state: 'draft', quote: 'Nous le ferons.' });
    run(`UPDATE position SET ${emptied}, erased_at = 'now' WHERE id = ${draft}`)();
    for (const change of ["quote = 'x'", "state = 'submitted'", 'erased_at = NULL'])
      expect(run(`UPDATE position SET ${change} WHERE id = ${draft}`)).toThrow(/says nothing/);
  });

  test('what a list signed is emptied whole, once, and never changed', () => {
    run(`INSERT INTO reply_link (id, token_hash, campaign_id, movement_id, channel, created_at, expires_at)
      VALUES (1, '${'0'.repeat(64)}', 1, 1, 'hand', 'now', 'then');
      INSERT INTO link_answer (id, reference, link_id, form_key, campaign_id, movement_id, speaker, email, received_at)
      VALUES (1, 'PT', 1, 'key', 1, 1, 'Zoé', 'zoe@example.org', 'now');
      INSERT INTO link_answer_item (answer_id, demand_id, stance, quote) VALUES (1, 1, 'commits', 'Oui.')`)();
    for (const change of ["quote = 'Non.'", "erased_at = 'now'", "quote = 'Non.', erased_at = 'now'", "quote = '[effacé]'"])
      expect(run(`UPDATE link_answer_item SET ${change}`), change).toThrow(/does not change/);
    const item = "UPDATE link_answer_item SET quote = '[effacé]', condition = '', erased_at = 'now'";
    expect(run(`${item}, stance = 'refuses'`)).toThrow(/does not change/);
    run(item)();
    expect(run(item)).toThrow(/does not change/);
    for (const change of ["speaker = 'Léo'", "speaker = '[effacé]', erased_at = 'now'", "speaker = '[effacé]', email = ''"])
      expect(run(`UPDATE link_answer SET ${change}`), change).toThrow(/does not change/);
    run("UPDATE link_answer SET speaker = '[effacé]', email = '', erased_at = 'now'")();
  });

  test('a published follow-up and its sources are emptied whole, once, and never changed', () => {
    run(`INSERT INTO follow_up (id, campaign_id, movement_id, demand_id, verdict, fact, state, author_id, created_at, updated_at)
      VALUES (1, 1, 1, 1, 'kept', 'Fait.', 'submitted', 1, 'now', 'now');
      INSERT INTO follow_up_source (follow_up_id, rank, title) VALUES (1, 1, 'Titre');
      UPDATE follow_up SET state = 'accepted', reviewer_id = 2; UPDATE follow_up SET state = 'published', edition_number = 2`)();
    const whole =
      "fact = '', happened_on = '', according_to = '', reason = '', reply_offered_on = '', note = '', erased_at = 'now'";
    for (const change of ["fact = 'Autre.'", "erased_at = 'now'", `${whole}, verdict = 'broken'`, "fact = ''"])
      expect(run(`UPDATE follow_up SET ${change}`), change).toThrow(/says nothing|does not change|as? read/);
    expect(run("UPDATE follow_up_source SET title = ''")).toThrow(/what was read/);
    run(`UPDATE follow_up SET ${whole}`)();
    expect(run("UPDATE follow_up SET fact = 'x'")).toThrow(/says nothing|does not change|what was read/);
    expect(run("UPDATE follow_up_source SET title = 'x'")).toThrow(/says nothing/);
    run("UPDATE follow_up_source SET title = ''")();
  });

  test('a right of reply is emptied whole, once it was decided or not, and never changed', () => {
    run(`INSERT INTO right_of_reply (id, reference, form_key, campaign_id, movement, position, author, text, received_at, state, decided_at, checked,
      edition_number) VALUES (1, 'PT', 'key', 1, 'a', 'a/b', 'Lise', 'Nous contestons.', 'now', 'published', 'now', 'Rappelée.', 2)`)();
    const whole = "author = '[effacé]', text = '[effacé]', capacity = '', contact = '', checked = '[effacé]', erased_at = 'now'";
    for (const change of ["text = 'Autre chose.'", "erased_at = 'now'", `${whole}, reason = 'x'`, `${whole}, state = 'refused'`])
      expect(run(`UPDATE right_of_reply SET ${change}`), change).toThrow(/says nothing|kept as it came|CHECK/);
    run(`UPDATE right_of_reply SET ${whole}`)();
    expect(run("UPDATE right_of_reply SET text = 'x'")).toThrow(/says nothing/);
  });
});
