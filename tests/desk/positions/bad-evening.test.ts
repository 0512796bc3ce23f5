import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { freeCell, type Steps, stepsOf, takenCell } from '../../support/position-steps.ts';
import { type Actor, campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;
const at = `/bureau/campagnes/${campaign}/positions`;

beforeEach(async () => {
  world = await openWorld();
  steps = stepsOf(world);
  onTestFinished(() => world.close());
});

/** What the page sends by itself while someone types. */
async function autosave(who: Actor, url: string, fields: Record<string, string>) {
  const payload = new URLSearchParams({ _jeton: who.token, ...positionForm({ ...freeCell, ...fields }) }).toString();
  const headers = { cookie: who.cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  return world.app.inject({ method: 'POST', url, headers, payload });
}
const column = (name: string, id: number) =>
  world.database.sql.prepare(`SELECT ${name} FROM position WHERE id = ?`).pluck().get(id);
const count = () => world.database.sql.prepare('SELECT count(*) FROM position').pluck().get();
const origin = 'formulaire-nouveau-0001';

describe('saved as it is written', () => {
  test('a half-written position is kept, the page is told where and when, and one line stands in the log', async () => {
    const first = await autosave(world.editor, at, { stance: '', summary: '', origine: origin });
    expect(first.json()).toMatchObject({
      state: 'saved',
      text: expect.stringContaining('10\u00a0h\u00a000'),
      draft: { version: 1 },
    });
    const { action } = first.json().draft;
    const second = await autosave(world.editor, action, { version: '1', summary: 'Un début.' });
    expect(second.json().draft).toEqual({ action, version: 2 });
    expect(count()).toBe(1);
    expect(steps.audited()).toEqual(['saved']);
  });

  test('it never submits, whatever button the form was about to press', async () => {
    const answer = await autosave(world.editor, at, { suite: 'soumettre' });
    expect(column('state', steps.idIn(`position-${answer.json().draft.action.split('/').at(-1)}`))).toBe('draft');
  });

  test('what cannot be kept yet says so, honestly, and keeps nothing', async () => {
    const answer = await autosave(world.editor, at, { sujet: '' });
    expect([answer.statusCode, answer.json().state]).toEqual([422, 'waiting']);
    expect(answer.json().text).toContain('Pas encore enregistré');
    expect(count()).toBe(0);
  });

  test('an entry like it is named, and stops nobody', async () => {
    await steps.enter(world.otherEditor);
    const answer = await autosave(world.editor, at, { demande: 'un-comite-de-controle' });
    expect(answer.json()).toMatchObject({ state: 'saved', alike: [expect.stringContaining('Demain les phares')] });
    const { body } = await world.editor.get(answer.json().draft.action);
    expect(body).toContain('même adresse, citation presque identique');
  });
});

describe('a lost connection', () => {
  test('an answer that never came: the very same sent again is applied once', async () => {
    const form = { cle: 'auto-0123456789abcdef', origine: origin, summary: 'Envoyé, sans réponse.' };
    await autosave(world.editor, at, form);
    const again = await autosave(world.editor, at, form);
    expect([again.json().draft.version, count()]).toEqual([1, 1]);
  });

  test('and a form that went on meanwhile changes what it made, and makes no second one', async () => {
    await autosave(world.editor, at, { origine: origin, summary: 'Envoyé, sans réponse.' });
    const sent = await world.editor.post(at, positionForm({ ...freeCell, origine: origin, summary: 'La suite.' }));
    expect(sent.statusCode).toBe(303);
    const id = steps.idIn(sent.headers.location);
    expect([count(), column('summary', id), column('state', id)]).toEqual([1, 'La suite.', 'submitted']);
  });

  test('but what another person has touched since is not overwritten that way', async () => {
    const { action } = (await autosave(world.editor, at, { origine: origin })).json().draft;
    await world.otherEditor.post(action, positionForm({ ...freeCell, version: '1', summary: 'D’Esther.', suite: 'garder' }));
    const told = await world.editor.post(
      at,
      positionForm({ ...freeCell, origine: origin, summary: 'D’Elias.', suite: 'garder' }),
    );
    expect(told.statusCode).toBe(409);
    for (const words of ['D’Esther.', 'D’Elias.']) expect(told.body).toContain(words);
    expect(world.database.sql.prepare('SELECT summary FROM position').pluck().all()).toEqual(['D’Esther.']);
  });
});

describe('two tabs, two people', () => {
  test('the page that saves an older version is told, and nothing is overwritten', async () => {
    const { action } = (await autosave(world.editor, at, {})).json().draft;
    await autosave(world.editor, action, { version: '1', summary: 'Du premier onglet.' });
    const second = await autosave(world.editor, action, { version: '1', summary: 'Du second onglet.' });
    expect([second.statusCode, second.json().state]).toEqual([409, 'conflict']);
    const id = Number(action.split('/').at(-1));
    expect(column('summary', id)).toBe('Du premier onglet.');
    const both = await world.editor.post(
      action,
      positionForm({ ...freeCell, version: '1', summary: 'Du second onglet.', suite: 'garder' }),
    );
    expect(both.statusCode).toBe(409);
    for (const words of ['Du premier onglet.', 'Du second onglet.']) expect(both.body).toContain(words);
    const version = /name="version" value="(\d+)"/.exec(both.body)?.[1] ?? '';
    const settled = await world.editor.post(
      action,
      positionForm({ ...freeCell, version, summary: 'Les deux.', suite: 'garder' }),
    );
    expect([settled.statusCode, column('summary', id)]).toEqual([303, 'Les deux.']);
  });

  test('someone writes on while it is submitted in another tab: every word is given back, to be copied', async () => {
    const id = await steps.enter(world.editor, { suite: 'garder' });
    const version = steps.version(id);
    await world.editor.post(`/bureau/positions/${id}`, positionForm({ ...freeCell, version }));
    const late = await world.editor.post(
      `/bureau/positions/${id}`,
      positionForm({ ...freeCell, version, quote: 'Des mots de trop.' }),
    );
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Ce que vous aviez écrit, à copier');
    expect(late.body).toContain('Des mots de trop.');
  });
});

test('the server stops and starts again: sessions, drafts, readings and forms in flight are where they were', async () => {
  const id = await steps.enter(world.editor, { ...takenCell, reason: 'Une lettre est arrivée.' });
  await steps.step(world.reviewer, id, 'lecture', { code: 'commits' });
  const form = { _jeton: world.reviewer.token, version: steps.version(id), cle: 'avant-le-redemarrage-1', suite: 'publier' };
  await world.reviewer.post(`/bureau/positions/${id}/approbation`, form);
  const before = steps.newest();
  await world.app.close();
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const restarted = await buildApp(config, world.database, world.clock);
  onTestFinished(() => restarted.close());
  const headers = { cookie: world.reviewer.cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const url = `/bureau/positions/${id}/approbation`;
  const again = await restarted.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() });
  expect(again.headers.location).toBe(`/bureau/positions/${id}?fait=publiee`);
  expect(steps.newest()).toBe(before);
});
