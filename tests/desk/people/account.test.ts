import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { emailOf, enter, password, signIn } from '../../support/entering.ts';
import { openVisitor } from '../../support/visitor.ts';
import { campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

const another = 'une autre phrase, plus longue encore';

describe('one’s own account', () => {
  test('a new name is on every page, and an empty one is refused', async () => {
    const page = await world.editor.post('/bureau/compte/nom', { nom: 'Elias Roux' });
    expect(page.statusCode).toBe(303);
    expect((await world.editor.get('/bureau')).body).toContain('Bonjour Elias Roux');
    expect((await world.editor.post('/bureau/compte/nom', { nom: ' ' })).statusCode).toBe(422);
  });

  test('a new password asks for the current one, ends the other sessions and every waiting link', async () => {
    const visitor = await enter(world, world.editor);
    await visitor.get('/bureau/compte');
    const wrong = await visitor.send('/bureau/compte/mot-de-passe', { actuel: 'non', 'mot-de-passe': another });
    expect([wrong.statusCode, wrong.body.includes('pas votre mot de passe actuel')]).toEqual([422, true]);
    expect((await visitor.send('/bureau/compte/mot-de-passe', { actuel: password, 'mot-de-passe': 'court' })).statusCode).toBe(
      422,
    );
    const elsewhere = openVisitor(world.app, '192.0.2.9');
    await elsewhere.get('/bureau/connexion');
    await signIn(elsewhere, world.editor);
    const done = await visitor.send('/bureau/compte/mot-de-passe', { actuel: password, 'mot-de-passe': another });
    expect(done.headers.location).toBe('/bureau/compte?fait=nouveau-mot-de-passe');
    expect((await visitor.get('/bureau')).statusCode).toBe(200);
    expect((await elsewhere.get('/bureau')).statusCode).toBe(303);
  });

  test('guessing the current password is slowed down as at the door', async () => {
    for (let time = 0; time < 5; time += 1)
      await world.editor.post('/bureau/compte/mot-de-passe', { actuel: 'non', 'mot-de-passe': another });
    const slowed = await world.editor.post('/bureau/compte/mot-de-passe', { actuel: 'non', 'mot-de-passe': another });
    expect(slowed.body).toContain('Trop d’essais');
  });

  test('each session is seen with its browser, and ended alone or with all the others', async () => {
    const first = await enter(world, world.editor);
    const page = await first.get('/bureau/compte');
    expect(page.body).toContain('Firefox sur Linux');
    const second = openVisitor(world.app);
    await second.get('/bureau/connexion');
    await signIn(second, world.editor);
    const third = openVisitor(world.app);
    await third.get('/bureau/connexion');
    await signIn(third, world.editor);
    const list = await first.get('/bureau/compte');
    const ends = [...list.body.matchAll(/action="(\/bureau\/compte\/connexions\/\w{16}\/fin)"/g)].map(([, url = '']) => url);
    expect(ends).toHaveLength(3);
    expect((await world.otherEditor.post(ends[0] ?? '')).statusCode).toBe(404);
    await first.send('/bureau/compte/connexions/fin');
    expect([(await second.get('/bureau')).statusCode, (await third.get('/bureau')).statusCode]).toEqual([303, 303]);
    expect((await first.get('/bureau')).statusCode).toBe(200);
    await first.get('/bureau/compte');
    await first.send(
      /action="(\/bureau\/compte\/connexions\/\w{16}\/fin)"/.exec((await first.get('/bureau/compte')).body)?.[1] ?? '',
    );
    expect((await first.get('/bureau')).statusCode).toBe(303);
  });
});

describe('an account that is closed', () => {
  test('by its owner: sessions end, nobody signs in with it, and its name stays in the history', async () => {
    const cell = { sujet: 'demain-les-phares', demande: 'moins-de-cameras' };
    await world.editor.post(`/bureau/campagnes/${campaign}/positions`, positionForm(cell));
    const visitor = await enter(world, world.editor);
    await visitor.get('/bureau/compte');
    const closed = await visitor.send('/bureau/compte/fermeture');
    expect(closed.headers.location).toBe('/bureau/connexion?fait=compte-ferme');
    expect((await world.editor.get('/bureau')).statusCode).toBe(303);
    await visitor.get('/bureau/connexion');
    expect((await signIn(visitor, world.editor)).body).toContain('n’est pas le bon');
    expect((await world.reviewer.get(`/bureau/campagnes/${campaign}`)).body).toContain('Elias');
  });

  test('is opened again by an administrator of the installation, with its password and its role', async () => {
    const visitor = await enter(world, world.editor);
    const url = `/bureau/personnes/${world.editor.id}`;
    expect((await world.administrator.post(`${url}/fermeture`)).headers.location).toBe(`${url}?fait=compte-clos`);
    expect((await visitor.get('/bureau')).statusCode).toBe(303);
    const page = await world.administrator.get(url);
    expect(page.body).toContain('Fermé le');
    expect(page.body).not.toContain('Faire un lien');
    await world.administrator.post(`${url}/reouverture`);
    await visitor.get('/bureau/connexion');
    expect((await signIn(visitor, world.editor)).headers.location).toBe('/bureau');
    expect((await visitor.get(`/bureau/campagnes/${campaign}`)).statusCode).toBe(200);
    const traces = world.database.sql.prepare("SELECT action FROM audit WHERE subject = ? AND action LIKE 'account%'").pluck();
    expect(traces.all(`person ${world.editor.id}`)).toEqual(['account-closed', 'account-reopened']);
  });

  test('is never the last one that administers the installation', async () => {
    const refused = await world.administrator.post(`/bureau/personnes/${world.administrator.id}/fermeture`);
    expect([refused.statusCode, refused.body.includes('le seul compte qui administre')]).toEqual([422, true]);
    expect((await world.administrator.post('/bureau/compte/fermeture')).statusCode).toBe(422);
  });
});

test('a lost password: an administrator makes a link, shown once, with which its owner chooses another', async () => {
  const page = await world.administrator.post(`/bureau/personnes/${world.editor.id}/lien`);
  const link = /\/bureau\/premier-acces\/[\w-]{43}/.exec(page.body)?.[0] ?? '';
  const again = await world.administrator.get(`/bureau/personnes/${world.editor.id}/lien`);
  expect([again.statusCode, again.body.includes('faites-en un autre'), again.body.includes('premier-acces')]).toEqual([
    410,
    true,
    false,
  ]);
  const visitor = openVisitor(world.app);
  await visitor.get(link);
  await visitor.send(link, { 'mot-de-passe': another });
  await visitor.get('/bureau/connexion');
  const answer = await visitor.send('/bureau/connexion', { courriel: emailOf(world.editor), 'mot-de-passe': another });
  expect(answer.headers.location).toBe('/bureau');
  expect((await world.editor.get('/bureau')).statusCode).toBe(303);
});

test('a lost telephone: the second factor is removed, every session ends, and nothing is published before a new one', async () => {
  await world.administrator.post(`/bureau/personnes/${world.reviewer.id}/second-facteur`);
  expect((await world.reviewer.get('/bureau')).statusCode).toBe(303);
  const visitor = await enter(world, world.reviewer);
  expect((await visitor.get('/bureau')).body).toContain('protégez d’abord votre compte');
});
