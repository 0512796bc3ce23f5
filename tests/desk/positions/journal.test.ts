import { parse } from 'csv-parse/sync';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Steps, stepsOf } from '../../support/position-steps.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;
const at = `/bureau/campagnes/${campaign}/journal`;
const lines = z.array(z.record(z.string(), z.string()));

beforeEach(async () => {
  world = await openWorld();
  steps = stepsOf(world);
  onTestFinished(() => world.close());
  const id = await steps.enter(world.editor);
  world.pass(24 * 3600);
  await steps.step(world.reviewer, id, 'retour', { motif: '=HYPERLINK("https://example.org") ; source ?' });
});

const read = async (query = '') => (await world.editor.get(`${at}${query}`)).body;
const acts = (html: string) => [...html.matchAll(/<tr role="row">\s*<td role="cell">/g)].length;

test('everyone of the campaign reads who did what, when and why', async () => {
  const body = await read();
  for (const words of [
    'Elias',
    'Rose',
    'Position soumise à la relecture',
    'Position retournée',
    'source\u202f?',
    '25\u00a0novembre 2026',
  ])
    expect(body).toContain(words);
  expect(acts(body)).toBe(3);
});

test('it is filtered by person, by act and by days, taken whole by the clock of the town', async () => {
  expect(acts(await read(`?personne=${world.reviewer.id}`))).toBe(1);
  expect(acts(await read('?acte=submitted'))).toBe(1);
  expect(acts(await read('?depuis=25/11/2026'))).toBe(1);
  expect(acts(await read('?jusque=24/11/2026'))).toBe(2);
  expect(acts(await read('?depuis=24/11/2026&jusque=25/11/2026'))).toBe(3);
});

test('a date that is none is named, and nothing that was typed is lost', async () => {
  const answer = await world.editor.get(`${at}?depuis=mars`);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('value="mars"');
  expect(answer.body).toContain('Écrivez un jour entier');
});

test('it is taken away as a table that a spreadsheet reads, with the same filter, and no formula', async () => {
  const answer = await world.editor.get(`${at}.csv?personne=${world.reviewer.id}`);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toContain(`journal-${campaign}.csv`);
  const rows = lines.parse(parse(answer.body, { columns: true, bom: true }));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.objet).not.toMatch(/^position /);
  expect(rows[0]?.code_objet).toMatch(/^position /);
  expect(rows[0]).toMatchObject({ personne: 'Rose', code: 'returned', instant_utc: '2026-11-25T09:00:00.000Z' });
  expect(rows[0]?.motif).toMatch(/^'=HYPERLINK/);
});

test('it does not say what was coded: whoever reads next is still blind', async () => {
  const id = await steps.enter(world.editor, { demande: 'un-comite-de-controle' });
  await steps.step(world.reviewer, id, 'lecture', { code: 'refuses' });
  const body = await read();
  expect(body).toContain('Position codée sans voir le premier code');
  expect(body).not.toContain('refuses');
});

test('long, it is read page by page', async () => {
  const { database } = world;
  const insert = database.sql.prepare(
    "INSERT INTO audit (at, person_id, campaign_id, action, subject) SELECT at, person_id, campaign_id, 'saved', 'position 1' FROM audit LIMIT 1",
  );
  for (let count = 0; count < 60; count += 1) insert.run();
  const first = await read('?acte=saved');
  expect(acts(first)).toBe(50);
  expect(first).toContain('journal?acte=saved&amp;page=2');
  expect(acts(await read('?acte=saved&page=2'))).toBe(11);
});
