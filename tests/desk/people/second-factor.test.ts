import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { secondFactorRepository } from '../../../src/accounts/second-factor.repository.ts';
import { addApp, codeAt, enter, signIn } from '../../support/entering.ts';
import { campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

/** The cast comes enrolled; this one has yet to be. */
const bare = (id: number) => secondFactorRepository(world.database).removeAll(id);

async function submitted(): Promise<string> {
  const cell = { sujet: 'demain-les-phares', demande: 'moins-de-cameras' };
  const answer = await world.editor.post(`/bureau/campagnes/${campaign}/positions`, positionForm(cell));
  return `/bureau/positions/${/position-(\d+)/.exec(String(answer.headers.location))?.[1]}`;
}

describe('a reviewer without a second factor', () => {
  beforeEach(() => bare(world.reviewer.id));

  test('enters drafts, is told what is missing on each page, and approves nothing', async () => {
    const position = await submitted();
    const visitor = await enter(world, world.reviewer);
    const page = await visitor.get(position);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Approuver et publier');
    expect(page.body).toContain('protégez d’abord votre compte');
    const before = world.ledger.newestNumber(campaign);
    const refused = await visitor.send(`${position}/approbation`, { version: '2', cle: 'une-cle-de-formulaire' });
    expect([refused.statusCode, refused.headers.location]).toEqual([303, '/bureau/compte/second-facteur?fait=requis']);
    expect(world.ledger.newestNumber(campaign)).toBe(before);
    expect((await visitor.follow(refused)).body).toContain('demande un second facteur');
  });

  test('adds an application, and approves in the same session', async () => {
    const position = await submitted();
    const visitor = await enter(world, world.reviewer);
    const { codes } = await addApp(world, visitor);
    expect(codes).toHaveLength(10);
    await visitor.send(`${position}/lecture`, { version: '2', code: 'commits', cle: 'une-cle-de-relecture-01' });
    const page = await visitor.get(position);
    expect(page.body).toContain('Approuver et publier');
    const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '';
    const done = await visitor.send(`${position}/approbation`, { version, cle: 'une-cle-de-formulaire' });
    expect(done.headers.location).toContain('fait=publiee');
  });

  test('who removes it again loses at once what it opened', async () => {
    const visitor = await enter(world, world.reviewer);
    await addApp(world, visitor);
    const page = await visitor.get('/bureau/compte/second-facteur');
    const remove = /action="([^"]+\/retrait)"/.exec(page.body)?.[1] ?? '';
    await visitor.send(remove);
    expect((await visitor.get('/bureau')).body).toContain('protégez d’abord votre compte');
  });
});

describe('signing in with a second factor', () => {
  test('the password alone opens no page of the desk', async () => {
    const visitor = await enter(world, world.reviewer);
    expect((await visitor.get('/bureau')).headers.location).toContain('/bureau/connexion');
    expect((await visitor.get('/bureau/compte')).statusCode).toBe(303);
    expect((await visitor.get('/bureau/connexion/verification')).statusCode).toBe(200);
  });

  test('a code opens, leads where one was going, and begins another session; a recovery code does too, once', async () => {
    bare(world.editor.id);
    const visitor = await enter(world, world.editor);
    const { secret, codes } = await addApp(world, visitor);
    await visitor.get('/bureau');
    await visitor.send('/bureau/deconnexion');
    world.pass(60);
    await visitor.get('/bureau/connexion');
    const second = await visitor.follow(await signIn(visitor, world.editor, '/bureau/compte'));
    expect(second.body).toContain('Est-ce bien vous');
    const half = visitor.cookies.get('bureau');
    const wrong = await visitor.send('/bureau/connexion/verification', { code: '000000', suite: '/bureau/compte' });
    expect([wrong.statusCode, wrong.body.includes('a déjà servi')]).toEqual([422, true]);
    const right = await visitor.send('/bureau/connexion/verification', { code: codeAt(world, secret), suite: '/bureau/compte' });
    expect([right.statusCode, right.headers.location]).toEqual([303, '/bureau/compte']);
    expect(visitor.cookies.get('bureau')).not.toBe(half);
    for (const [code, status] of [
      [codes[0] ?? '', 303],
      [codes[0] ?? '', 422],
    ] as const) {
      visitor.cookies.delete('bureau');
      await visitor.get('/bureau/connexion');
      await visitor.follow(await signIn(visitor, world.editor));
      expect((await visitor.send('/bureau/connexion/verification', { code })).statusCode).toBe(status);
    }
  });

  test('guessing codes is slowed down as guessing passwords is, and the right password gives no new tries', async () => {
    const visitor = await enter(world, world.reviewer);
    await visitor.get('/bureau/connexion/verification');
    for (let time = 0; time < 5; time += 1) await visitor.send('/bureau/connexion/verification', { code: '000000' });
    visitor.cookies.delete('bureau');
    world.pass(61);
    await visitor.get('/bureau/connexion');
    await visitor.follow(await signIn(visitor, world.reviewer));
    for (let time = 0; time < 1; time += 1) await visitor.send('/bureau/connexion/verification', { code: '111111' });
    const slowed = await visitor.send('/bureau/connexion/verification', { code: '222222' });
    expect([slowed.statusCode, slowed.body.includes('Attendez')]).toEqual([429, true]);
  });

  test('a password that waits ten minutes for its second factor is asked again', async () => {
    const visitor = await enter(world, world.reviewer);
    world.pass(601);
    expect((await visitor.get('/bureau/connexion/verification')).headers.location).toBe('/bureau/connexion');
  });
});

test('what touches the account asks for a password typed a quarter of an hour ago at most', async () => {
  bare(world.editor.id);
  const visitor = await enter(world, world.editor);
  expect((await visitor.get('/bureau/compte/second-facteur')).statusCode).toBe(200);
  world.pass(901);
  const asked = await visitor.get('/bureau/compte/second-facteur');
  expect(asked.headers.location).toContain('/bureau/compte/confirmation');
  await visitor.follow(asked);
  const wrong = await visitor.send('/bureau/compte/confirmation', { actuel: 'non', suite: '/bureau/compte/second-facteur' });
  expect(wrong.statusCode).toBe(422);
  const right = await visitor.send('/bureau/compte/confirmation', {
    actuel: 'une phrase facile à retenir',
    suite: '/bureau/compte/second-facteur',
  });
  expect((await visitor.follow(right)).body).toContain('Ajouter une application');
});
