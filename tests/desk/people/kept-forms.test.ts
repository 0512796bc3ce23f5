import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { enter, signIn } from '../../support/entering.ts';
import type { Visitor } from '../../support/visitor.ts';
import { campaign, openWorld, positionForm, type World } from '../../support/world.ts';

const cell = { sujet: 'demain-les-phares', demande: 'moins-de-cameras' };
const form = `/bureau/campagnes/${campaign}/positions`;
let world: World;
let editor: Visitor;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  editor = await enter(world, world.editor);
  await editor.get(`${form}/nouvelle`);
});

const count = (table: string) => world.database.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const words = positionForm({ ...cell, quote: 'Mot à mot, « "tout" » &\nsur deux lignes.' });
const hiddenFields = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    ]),
  );

describe('a form sent after the session has ended', () => {
  test('loses nothing: one signs in, sees every word, sends it, and it is applied once', async () => {
    world.pass(4 * 86_400);
    const answer = await editor.send(form, words);
    expect(answer.headers.location).toBe('/bureau/connexion?fait=gardee&suite=%2Fbureau%2Freprise');
    expect((await editor.follow(answer)).body).toContain('Ce que vous avez écrit est gardé');
    const back = await signIn(editor, world.editor, '/bureau/reprise');
    const page = await editor.follow(back);
    for (const typed of ['sur deux lignes.', 'Alix Verne, tête de liste', 'https://example.org/debat'])
      expect(page.body).toContain(typed);
    const again = hiddenFields(page.body.slice(page.body.indexOf('class="kept"'), page.body.indexOf('Jeter')));
    expect(again.quote).toBe(words.quote);
    expect(again.cle).toBe(words.cle);
    const sent = await editor.send(form, again);
    expect(sent.headers.location).toContain('fait=soumise');
    expect(world.database.sql.prepare('SELECT quote FROM position').pluck().all()).toEqual([words.quote]);
    expect((await editor.get('/bureau/reprise')).body).toContain('Rien n’attend');
  });

  test('waits on the first page too, and can be thrown away', async () => {
    world.pass(4 * 86_400);
    await editor.send(form, words);
    await editor.send(form, words);
    expect(count('kept_form')).toBe(1);
    await editor.get('/bureau/connexion');
    await editor.follow(await signIn(editor, world.editor));
    const page = await editor.get('/bureau');
    expect(page.body).toContain('1\u00a0formulaire que vous avez envoyé n’est pas arrivé');
    const drop = /action="(\/bureau\/reprise\/\d+\/abandon)"/.exec((await editor.get('/bureau/reprise')).body)?.[1] ?? '';
    await editor.send(drop);
    expect(count('kept_form')).toBe(0);
  });

  test('is shown to whoever wrote it, and to nobody else at the same machine', async () => {
    world.pass(4 * 86_400);
    await editor.send(form, words);
    const other = await enter(world, world.otherEditor);
    expect((await other.get('/bureau/reprise')).body).not.toContain('sur deux lignes');
  });

  test('keeps no password, and nothing when nothing was typed', async () => {
    await editor.get('/bureau/compte');
    world.pass(4 * 86_400);
    await editor.send('/bureau/compte/mot-de-passe', { actuel: 'un secret', 'mot-de-passe': 'un autre secret' });
    await editor.send('/bureau/positions/1/approbation', { version: '2', cle: 'une-cle-de-formulaire' });
    expect(count('kept_form')).toBe(0);
  });

  test('is forgotten after three days', async () => {
    world.pass(4 * 86_400);
    await editor.send(form, words);
    world.pass(3 * 86_400);
    await editor.get('/bureau/connexion');
    await signIn(editor, world.editor);
    expect((await editor.get('/bureau/reprise')).body).toContain('Rien n’attend');
  });
});

test('a second tab: a form of a former session, sent within the new one, loses nothing either', async () => {
  const old = /name="_jeton" value="([^"]+)"/.exec((await editor.get(`${form}/nouvelle`)).body)?.[1] ?? '';
  await editor.send('/bureau/deconnexion');
  await editor.get('/bureau/connexion');
  await signIn(editor, world.editor);
  await editor.get('/bureau');
  const answer = await editor.send(form, { ...words, _jeton: old });
  expect(answer.headers.location).toBe('/bureau/reprise');
  expect((await editor.follow(answer)).body).toContain('sur deux lignes.');
  expect(count('position')).toBe(0);
});

describe('another site', () => {
  const post = (headers: Record<string, string>, token: string) =>
    world.app.inject({
      method: 'POST',
      url: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ ...words, _jeton: token }).toString(),
    });

  test('leaves no words here: neither without the token that this person was given, nor when the browser says where it comes from', async () => {
    const token = /name="_jeton" value="([^"]+)"/.exec((await editor.get(`${form}/nouvelle`)).body)?.[1] ?? '';
    for (const wrong of ['', 'x'.repeat(43)]) expect((await post({}, wrong)).headers.location).toContain('suite=%2Fbureau');
    await post({ 'sec-fetch-site': 'cross-site' }, token);
    expect(count('kept_form')).toBe(0);
    await post({ 'sec-fetch-site': 'same-origin' }, token);
    expect(count('kept_form')).toBe(1);
  });
});

test('a part of a page that htmx asks for is answered by the whole sign-in page', async () => {
  world.pass(4 * 86_400);
  const answer = await world.app.inject({ url: '/bureau', headers: { 'hx-request': 'true' } });
  expect([answer.statusCode, answer.headers['hx-redirect']]).toEqual([200, '/bureau/connexion?suite=%2Fbureau']);
});
