import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { complete, fill, openCampaign } from '../support/opening.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let settings: string;
let page: string;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  settings = (await openCampaign(world.administrator, '35238', { adresse: 'rennes-a' })).settings;
  await complete(world.administrator, settings);
  page = `${settings}/listes/${idOf('AGIR ICI')}`;
});

const idOf = (label: string) => world.database.sql.prepare('SELECT id FROM list WHERE label = ?').pluck().get(label);
const right = { liste: 'AGIR ICI ENSEMBLE', nuance: 'ldvg', 'tete-prenom': 'Noé', 'tete-nom': 'Lamy' };
const publish = (motif = '') => fill(world.administrator, `${settings}/edition`, { motif });
const shown = (body: string) => [...body.matchAll(/name="(?:liste|tete-nom)" [^>]*value="([^"]*)"/g)].map(([, value]) => value);

test('a list typed with a mistake is corrected where it stands, though it is in a movement', async () => {
  expect((await world.administrator.get(`${settings}/listes`)).body).toContain(`href="${page}"`);
  expect(shown((await world.administrator.get(page)).body)).toEqual(['AGIR ICI', 'Lamy 2']);
  expect((await fill(world.administrator, page, right)).statusCode).toBe(303);
  const { body } = await world.administrator.get(`${settings}/listes`);
  expect(body).toContain('AGIR ICI ENSEMBLE');
  expect(body).toContain('Panneau 2 · Noé Lamy · LDVG');
});

test('once published, it changes in public with the next edition, which says why', async () => {
  await publish();
  const label = () =>
    world.standings
      .find('rennes-a')
      ?.current('list')
      .map((list) => list.label);
  await fill(world.administrator, page, right);
  expect(label()).toEqual(['UNE VILLE POUR TOUTES ET TOUS', 'AGIR ICI']);
  expect((await publish()).statusCode).toBe(422);
  expect((await publish('Le nom déposé était plus long.')).statusCode).toBe(303);
  expect(label()).toEqual(['UNE VILLE POUR TOUTES ET TOUS', 'AGIR ICI ENSEMBLE']);
});

test('a list without a name is refused, and what was typed stays', async () => {
  const answer = await fill(world.administrator, page, { ...right, liste: ' ' });
  expect([answer.statusCode, answer.body.includes('Écrivez le nom de la liste')]).toEqual([422, true]);
  expect(shown(answer.body)).toEqual(['', 'Lamy']);
});

test('two people who correct it at once do not undo each other', async () => {
  const read = /name="lu" value="([^"]*)"/.exec((await world.administrator.get(page)).body)?.[1] ?? '';
  await fill(world.administrator, page, right);
  const late = { liste: 'AGIR', lu: read, cle: 'en-retard-0123456789', 'tete-nom': 'Lamy' };
  const answer = await world.administrator.post(page, late);
  expect([answer.statusCode, answer.body.includes('Quelqu’un a enregistré avant vous')]).toEqual([409, true]);
  expect(answer.body).toContain('AGIR ICI ENSEMBLE');
  expect(shown(answer.body)).toEqual(['AGIR', 'Lamy']);
});

test('what a file gave, or what another campaign typed, is not corrected here', async () => {
  const other = (await openCampaign(world.administrator, '35238', { adresse: 'rennes-b' })).settings;
  expect((await world.administrator.get(`${other}/listes/${idOf('AGIR ICI')}`)).statusCode).toBe(404);
  expect((await fill(world.administrator, `${other}/listes`, right, `${other}/listes/${idOf('AGIR ICI')}`)).statusCode).toBe(404);
  world.database.sql.prepare("DELETE FROM audit WHERE action = 'list-added'").run();
  expect((await world.administrator.get(page)).statusCode).toBe(404);
  expect((await world.administrator.get(`${settings}/listes`)).body).not.toContain(`href="${page}"`);
});
