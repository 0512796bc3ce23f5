import { expect, onTestFinished, test } from 'vitest';
import { campaign, openWorld, positionForm, type World } from '../support/world.ts';

/** A desk with the fictional campaign and as many quiet ones beside it. */
async function openMany(quiet: number): Promise<World> {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const insert = world.database.sql.prepare(
    `INSERT INTO campaign (slug, title, town, election_id, commune_code, time_zone, created_at)
     SELECT ?, ?, town, election_id, commune_code, time_zone, created_at FROM campaign WHERE slug = '${campaign}'`,
  );
  for (let index = 1; index <= quiet; index++) insert.run(`calme-${index}`, `Lettre calme ${index}`);
  return world;
}
const today = async (who: World['administrator']) => (await who.get('/bureau')).body;
const wholeOnes = (body: string) => body.match(/<section class="campaign">/g)?.length ?? 0;
const quietHeading = 'Les campagnes où rien n’est en cours';

test('who has a handful of campaigns sees each of them whole', async () => {
  const world = await openMany(7);
  const body = await today(world.administrator);
  expect(wholeOnes(body)).toBe(8);
  expect(body).not.toContain(quietHeading);
});

test('who has many sees whole those where something waits, and one line for each of the others', async () => {
  const world = await openMany(20);
  expect(wholeOnes(await today(world.administrator))).toBe(0);
  await world.editor.post(
    `/bureau/campagnes/${campaign}/positions`,
    positionForm({ sujet: 'demain-les-phares', demande: 'moins-de-cameras' }),
  );
  const body = await today(world.administrator);
  expect(wholeOnes(body)).toBe(1);
  expect(body).toContain('1\u00a0position attend votre relecture');
  expect(body).toContain('href="/bureau/campagnes/calme-20">Lettre calme 20</a>');
  expect(body.indexOf(quietHeading)).toBeGreaterThan(body.indexOf('<section class="campaign">'));
});

test('an editor of one campaign sees that one, however many there are', async () => {
  const world = await openMany(20);
  const body = await today(world.editor);
  expect(wholeOnes(body)).toBe(1);
  expect(body).not.toContain('calme-');
});
