import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { fill, openCampaign } from '../support/opening.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let page: string;
let other: string;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  const rennes = '35238';
  page = `${(await openCampaign(world.administrator, rennes, { adresse: 'rennes-a' })).settings}/listes`;
  other = `${(await openCampaign(world.administrator, rennes, { adresse: 'rennes-b' })).settings}/listes`;
  await type('RENES DEMAIN');
});

const type = (liste: string, panneau = '1') => fill(world.administrator, page, { tour: '1', panneau, liste });
const idOf = (label: string) => world.database.sql.prepare('SELECT id FROM list WHERE label = ?').pluck().get(label);
const remove = (label: string, from = page) => fill(world.administrator, from, {}, `${from}/${idOf(label)}/retrait`);
const shown = async () => (await world.administrator.get(page)).body;

test('an editor of the settings who mistyped a list takes it away and types it again under its panel', async () => {
  expect(await shown()).toContain(`/listes/${idOf('RENES DEMAIN')}/retrait`);
  expect((await remove('RENES DEMAIN')).statusCode).toBe(303);
  expect(await shown()).not.toContain('RENES DEMAIN');
  expect((await type('RENNES DEMAIN')).statusCode).toBe(303);
  expect(await shown()).toContain('RENNES DEMAIN');
  const row = world.database.sql.prepare("SELECT person_id, reason FROM audit WHERE action = 'list-removed'").get();
  expect(row).toEqual({ person_id: world.administrator.id, reason: 'RENES DEMAIN' });
});

test('a list that is in a movement stays, and it is said why', async () => {
  await fill(world.administrator, page.replace('listes', 'mouvements'), { nom: 'Demain', listes: String(idOf('RENES DEMAIN')) });
  expect(await shown()).not.toContain('/retrait');
  const answer = await remove('RENES DEMAIN');
  expect([answer.statusCode, answer.body.includes('ne peut pas être retirée')]).toEqual([422, true]);
  expect(await shown()).toContain('RENES DEMAIN');
});

test('the second round that only a mistake opened goes with it', async () => {
  await fill(world.administrator, page, { tour: '2', panneau: '1', liste: 'TROP TÔT' });
  const seconds = () =>
    world.database.sql
      .prepare(
        'SELECT count(*) FROM round JOIN race ON race.id = race_id JOIN campaign ON campaign.id = campaign_id WHERE slug = ? AND number = 2',
      )
      .pluck()
      .get('rennes-a');
  expect(seconds()).toBe(1);
  expect((await remove('TROP TÔT')).statusCode).toBe(303);
  expect(seconds()).toBe(0);
});

test('the list of another campaign, or one that no person typed, is not taken away', async () => {
  expect((await remove('RENES DEMAIN', other)).statusCode).toBe(422);
  world.database.sql.prepare("DELETE FROM audit WHERE action = 'list-added'").run();
  expect((await remove('RENES DEMAIN')).statusCode).toBe(422);
  expect(await shown()).toContain('RENES DEMAIN');
});
