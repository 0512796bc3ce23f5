import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { erase, erasingPage, placesOf, publishWorded, worded } from '../../support/erasing.ts';
import { freeCell, type Steps, stepsOf, takenCell } from '../../support/position-steps.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;
const at = `/bureau/campagnes/${campaign}`;
const subject = 'demain-les-phares/moins-de-cameras';
const everyPlace = () => placesOf(world.database, 'ibeline-');
const row = (id: number) => world.database.sql.prepare('SELECT * FROM position WHERE id = ?').get(id);
const published = () => publishWorded(world, steps);

beforeEach(async () => {
  world = await openWorld();
  steps = stepsOf(world);
  onTestFinished(() => world.close());
});

test('a proposal to withdraw it, with its reasons: it waits no more, and another may come', async () => {
  await published();
  const propose = (motif: string) => world.editor.post(`${at}/retraits`, { cle: steps.nextKey(), sujet: subject, motif });
  await propose('Le zibeline-motif est faux.');
  const id = world.database.sql.prepare('SELECT max(id) FROM withdrawal').pluck().get();
  await world.reviewer.post(`/bureau/retraits/${id}`, { cle: steps.nextKey(), suite: 'garder', motif: 'Le zibeline-refus.' });
  await propose('Le zibeline-encore est faux.');
  await erase(world.administrator, subject);
  expect(everyPlace()).toEqual([]);
  expect((await world.reviewer.get(`${at}/lecture`)).body).not.toContain('Retire une entrée publiée');
  const next = await steps.enter(world.editor, { reason: 'Une autre réponse.' });
  await steps.approve(world.reviewer, next);
  expect((await propose('Autre chose.')).statusCode).toBe(303);
});

test('a form whose session had ended, and a draft in the bin', async () => {
  const id = await published();
  const binned = await steps.enter(world.otherEditor, { ...worded, reason: 'Correction.' });
  await steps.step(world.otherEditor, binned, 'reprise');
  await steps.step(world.otherEditor, binned, 'corbeille');
  const keep = world.database.sql.prepare('INSERT INTO kept_form (person_id, path, fields, kept_at) VALUES (?, ?, ?, ?)');
  const now = '2026-11-24T09:00:00.000Z';
  keep.run(world.editor.id, `/bureau/positions/${id}`, '{"summary":"Le zibeline-garde"}', now);
  keep.run(world.editor.id, `${at}/positions`, JSON.stringify({ ...freeCell, summary: 'Le zibeline-neuf' }), now);
  keep.run(world.editor.id, `${at}/positions`, JSON.stringify({ ...takenCell, summary: 'Autre chose' }), now);
  await erase(world.administrator, subject);
  expect(everyPlace()).toEqual([]);
  expect(world.database.sql.prepare('SELECT count(*) FROM kept_form').pluck().get()).toBe(1);
  const restored = await steps.step(world.otherEditor, binned, 'restauration');
  expect(restored.statusCode).toBe(409);
});

test('the desk’s copy of what was redacted before this could be done', async () => {
  await published();
  const found = world.ledger.listEntries(campaign, steps.newest()).find((entry) => entry.subject === subject);
  const order = { person: { ...world.administrator, ...everything }, reason: 'Ancienne ordonnance.' };
  world.publishing.redact(campaign, `${found?.edition}.${found?.ordinal}`, order);
  expect(everyPlace()).toContain('position.quote');
  const newest = steps.newest();
  expect((await erase(world.administrator, subject)).statusCode).toBe(303);
  expect([everyPlace(), steps.newest()]).toEqual([[], newest]);
});

test('other entries that rest on the same page are shown, and not touched', async () => {
  await published();
  const other = { sujet: 'demain-les-phares', demande: 'un-comite-citoyen' };
  const demands = world.database.sql.prepare('SELECT slug FROM demand').pluck().all();
  const demande = String(demands.find((slug) => slug !== freeCell.demande));
  const id = await steps.enter(world.editor, { ...worded, ...other, demande });
  await steps.approve(world.reviewer, id);
  expect(await erasingPage(world.administrator, subject)).toContain(encodeURIComponent(`demain-les-phares/${demande}`));
  await erase(world.administrator, subject);
  expect(row(id)).toMatchObject({ erased_at: null, quote: worded.quote });
});

/** What `can` asks of an administrator, for an act that no page does any more. */
const everything = { email: '', administrator: true, memberships: [], secondFactor: true };
