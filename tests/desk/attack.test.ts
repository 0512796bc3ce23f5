import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { complete, fill, letter, openCampaign } from '../support/opening.ts';
import { openWorld, positionForm, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

const nasty = '"><img src=x onerror=alert(1)><script>alert(2)</script>';

describe('what someone types never becomes a script or a link that runs', () => {
  test('a letter, a movement, a signatory and a demand are shown as they were typed', async () => {
    const { settings, slug } = await openCampaign(world.administrator, '35238', { titre: `Titre ${nasty}` });
    await complete(world.administrator, settings);
    const texte = `[clic](javascript:alert(1)) [clac](data:text/html,x) ${nasty}`;
    await fill(world.administrator, `${settings}/lettre`, { ...letter, titre: `L ${nasty}`, texte });
    await fill(world.administrator, `${settings}/signataires`, { noms: `Eux ${nasty}`, ordre: 'alphabet' });
    await fill(world.administrator, `${settings}/edition`, {});
    expect((await world.stranger.get(`/${slug}/lettre`)).body).toContain('&lt;script&gt;alert(2)');
    for (const page of [`/${slug}`, `/${slug}/lettre`, '/', `/en/${slug}/lettre`]) {
      const { body, statusCode } = await world.stranger.get(page);
      expect([page, statusCode]).toEqual([page, 200]);
      expect(body).not.toMatch(/<img src=x|<script>alert|href="\s*(?:javascript|data):/i);
    }
  });

  test.each(['javascript:alert(1)', 'data:text/html,<script>1</script>', 'ftp://example.org/x', '//example.org'])(
    'a source or a letter at %s is a link nowhere, and no letter keeps it',
    async (url) => {
      const answer = await world.editor.post('/bureau/campagnes/exemple/positions', positionForm({ 'url-1': url }));
      expect(answer.body).not.toMatch(/href="(?:javascript|data|ftp):/i);
      const { settings } = await openCampaign(world.administrator, '35238');
      const saved = await fill(world.administrator, `${settings}/lettre`, { ...letter, url, adresse: url });
      expect(saved.statusCode).toBe(422);
      expect(saved.body).not.toMatch(/href="(?:javascript|data|ftp):/i);
    },
  );
});

describe('a stranger', () => {
  test.each([
    'https://mechant.example',
    '//mechant.example',
    '/\\mechant.example',
    '/bureau//mechant.example',
    '/bureau\r\nX: y',
  ])('is never sent elsewhere by signing in: %s', async (suite) => {
    const { body } = await world.stranger.get(`/bureau/connexion?suite=${encodeURIComponent(suite)}`);
    expect(body).not.toContain('mechant.example');
  });

  test('changes nothing of a public page by a header: neither its links nor what is kept of it', async () => {
    const headers = { host: 'mechant.example', 'x-forwarded-host': 'mechant.example', 'x-forwarded-proto': 'gopher' };
    const poisoned = await world.app.inject({ url: '/exemple', headers });
    expect(poisoned.body).not.toContain('mechant.example');
    expect((await world.stranger.get('/exemple')).body).toBe(poisoned.body);
  });

  test.each([
    '/exemple/..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fpackage.json',
    '/pieces/..%2f..%2fparole-tenue.sqlite',
    '/images/..%2fx.png',
  ])('climbs out of no folder: %s', async (url) =>
    expect((await world.stranger.get(url)).statusCode).toBeGreaterThanOrEqual(400),
  );
});
