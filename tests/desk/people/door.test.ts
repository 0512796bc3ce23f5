import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { emailOf, enter, password, signIn } from '../../support/entering.ts';
import { openVisitor } from '../../support/visitor.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

const guess = async (from: string, courriel: string, headers: Record<string, string> = {}, here = world) => {
  const page = await here.app.inject({ url: '/bureau/connexion', remoteAddress: from });
  const token = /name="_jeton" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const payload = new URLSearchParams({ _jeton: token, courriel, 'mot-de-passe': 'une phrase fausse' }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await here.app.inject({
    method: 'POST',
    url: '/bureau/connexion',
    remoteAddress: from,
    headers: { ...headers, ...type, cookie },
    payload,
  });
  return answer.statusCode;
};

describe('at the door', () => {
  test('five wrong passwords slow an account down from everywhere, tell so in words, and lock nobody out', async () => {
    const visitor = await enter(world, world.editor);
    for (let time = 0; time < 5; time += 1) expect(await guess(`192.0.2.${time + 20}`, emailOf(world.editor))).toBe(422);
    await visitor.get('/bureau');
    await visitor.send('/bureau/deconnexion');
    await visitor.get('/bureau/connexion');
    const slowed = await signIn(visitor, world.editor);
    expect(slowed.statusCode).toBe(429);
    expect(slowed.body).toContain('Attendez 30 secondes');
    expect(slowed.body).toContain('Votre compte n’est pas bloqué');
    world.pass(31);
    expect((await signIn(visitor, world.editor)).statusCode).toBe(303);
  });

  test('the wait grows with each failure, up to a quarter of an hour and no further', async () => {
    for (let time = 0; time < 20; time += 1) {
      expect(await guess(`192.0.2.${time + 20}`, emailOf(world.editor))).toBe(422);
      world.pass(15 * 60);
    }
    expect(await guess('192.0.2.99', emailOf(world.editor))).toBe(422);
  });

  test('an address tries ten times a minute, whatever it says of where it comes from', async () => {
    for (let time = 0; time < 10; time += 1)
      expect(await guess('192.0.2.50', `n${time}@exemple.invalid`, { 'x-forwarded-for': `198.51.100.${time}` })).toBe(422);
    expect(await guess('192.0.2.50', 'encore@exemple.invalid', { 'x-forwarded-for': '198.51.100.77' })).toBe(429);
    world.pass(61);
    expect(await guess('192.0.2.50', 'encore@exemple.invalid')).toBe(422);
  });

  test('behind one proxy, it is the visitor’s own address that counts', async () => {
    const behind = await openWorld({ TRUSTED_PROXIES: '1' });
    onTestFinished(() => behind.close());
    const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.9, ${address}` });
    for (let time = 0; time < 10; time += 1)
      expect(await guess('10.0.0.1', `n${time}@exemple.invalid`, from('198.51.100.1'), behind)).toBe(422);
    expect(await guess('10.0.0.1', 'x@exemple.invalid', from('198.51.100.1'), behind)).toBe(429);
    expect(await guess('10.0.0.1', 'x@exemple.invalid', from('198.51.100.2'), behind)).toBe(422);
  });
});

test('in production, cookies are tied to this very host over HTTPS, and no script reads them', async () => {
  const production = await openWorld({ NODE_ENV: 'production' });
  onTestFinished(() => production.close());
  const visitor = await enter(production, production.editor);
  expect([...visitor.cookies.keys()].sort()).toEqual(['__Host-bureau', '__Host-formulaire']);
  const fresh = openVisitor(production.app);
  await fresh.get('/bureau/connexion');
  const answer = await fresh.send('/bureau/connexion', { courriel: emailOf(production.editor), 'mot-de-passe': password });
  const [cookie] = answer.cookies.filter(({ name }) => name === '__Host-bureau');
  expect(cookie).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'Lax' });
  expect(cookie).not.toHaveProperty('domain');
  const days = ((cookie?.expires?.getTime() ?? 0) - production.clock.now().getTime()) / 86_400_000;
  expect(Math.round(days)).toBe(14);
});
