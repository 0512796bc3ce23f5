import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { accountsRepository } from '../../src/accounts/accounts.repository.ts';
import type { Person } from '../../src/accounts/can.ts';
import { PublicationFrozen } from '../../src/campaigns/publishing.service.ts';
import { position } from '../support/town.ts';
import { type Actor, campaign, openWorld, positionForm, type World } from '../support/world.ts';

/** Saturday noon in Port-Clair, on the eve of the first round; it lasts 32 hours more. */
const eve = '2020-03-14T11:00:00Z';
const entry = position({ movement: 'demain-les-phares', demand: 'moins-de-cameras' });
let world: World;

beforeEach(async () => {
  world = await openWorld({}, eve);
  onTestFinished(() => world.close());
});

function personOf({ id }: Actor): Person {
  const person = accountsRepository(world.database).findPerson(id);
  if (!person) throw new Error('nobody');
  return { ...person, secondFactor: true };
}

const newest = () => world.ledger.newestNumber(campaign);
const lastEdition = () => world.ledger.listEditions(campaign).at(-1);
const audited = () => world.database.sql.prepare('SELECT person_id, action, subject, reason FROM audit').all();

test('nothing is published on the eve of the vote, and whoever tries is told until when', () => {
  const before = newest();
  const attempt = () => world.publishing.publish(campaign, [entry]);
  expect(attempt).toThrow(PublicationFrozen);
  expect(attempt).toThrow('15\u00a0mars 2020 à\u00a020\u00a0h\u00a000');
  expect(newest()).toBe(before);
});

test('once the last polling place has closed, publishing works again', () => {
  world.pass(32 * 3600 - 60);
  expect(() => world.publishing.publish(campaign, [entry])).toThrow(PublicationFrozen);
  world.pass(60);
  expect(world.publishing.publish(campaign, [entry]).note).toBe('');
});

test('an administrator publishes with a reason: readers see it, the audit log keeps who', () => {
  const exception = { person: personOf(world.administrator), reason: 'Une faute de frappe inversait le sens.' };
  const { number, note } = world.publishing.publish(campaign, [entry], { exception });
  expect(note).toContain('par exception décidée par l’administration');
  expect(note).toContain('Une faute de frappe inversait le sens.');
  expect(note).not.toContain(world.administrator.name);
  const row = { person_id: world.administrator.id, action: 'freeze-excepted', subject: `edition ${number}` };
  expect(audited()).toEqual([{ ...row, reason: 'Une faute de frappe inversait le sens.' }]);
});

test('without a reason, or without being an administrator, there is no exception', () => {
  const refused = [
    { person: personOf(world.administrator), reason: '  ' },
    { person: personOf(world.reviewer), reason: 'Je le veux.' },
    { person: personOf(world.outsider), reason: 'Je le veux.' },
  ];
  for (const exception of refused)
    expect(() => world.publishing.publish(campaign, [entry], { exception })).toThrow(PublicationFrozen);
  expect(audited()).toEqual([]);
});

test('a redaction ordered by law passes in a freeze, and the edition says so', () => {
  const found = world.ledger.listEntries(campaign, newest()).find(({ kind, payload }) => kind === 'position' && payload);
  const order = { person: personOf(world.administrator), reason: 'Ordonnance du tribunal.' };
  world.publishing.redact(campaign, `${found?.edition}.${found?.ordinal}`, order);
  expect(lastEdition()?.note).toContain('Ordonnance du tribunal.');
  expect(world.ledger.verify(campaign).faults).toEqual([]);
});

test('a reviewer who approves on the eve publishes nothing, and what was written is kept', async () => {
  const before = newest();
  const form = positionForm({ sujet: 'demain-les-phares', demande: 'moins-de-cameras', saidOn: '12/03/2020' });
  const entered = await world.editor.post(`/bureau/campagnes/${campaign}/positions`, form);
  const id = Number(/position-(\d+)/.exec(String(entered.headers.location))?.[1]);
  await world.reviewer.post(`/bureau/positions/${id}/lecture`, { version: '2', code: 'commits', cle: 'la-veille-du-vote-00' });
  const answer = await world.reviewer.post(`/bureau/positions/${id}/approbation`, { version: '2', cle: 'la-veille-du-vote-01' });
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('Rien ne se publie avant le 15\u00a0mars 2020');
  expect(newest()).toBe(before);
  expect(world.database.sql.prepare('SELECT state FROM position WHERE id = ?').pluck().get(id)).toBe('submitted');
});
