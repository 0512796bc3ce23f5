import { expect, onTestFinished, test } from 'vitest';
import { complete, openCampaign } from '../../support/opening.ts';
import { openWorld } from '../../support/world.ts';

/** The choices of « Qui s’exprime », as they are read. */
const choices = (page: string) => {
  const field = page.slice(page.indexOf('<select id="sujet"'), page.indexOf('</select>', page.indexOf('<select id="sujet"')));
  return [...field.matchAll(/<option[^>]*>([^<]*)/g)].map(([, label = '']) => label);
};

test('in a town of one ballot an editor is offered each list once; where a movement has several, each and all of them', async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const { settings, slug } = await openCampaign(world.administrator, '35238');
  await complete(world.administrator, settings);
  const rennes = (await world.administrator.get(`/bureau/campagnes/${slug}/positions/nouvelle`)).body;
  expect(choices(rennes)).toEqual(['Choisir…', 'AGIR ICI', 'UNE VILLE POUR TOUTES ET TOUS']);
  const portClair = choices((await world.editor.get('/bureau/campagnes/exemple/positions/nouvelle')).body);
  expect(portClair).toContain('Aube nouvelle (tout le mouvement)');
  expect(portClair.some((label) => label.startsWith('Secteur 1, tour 1'))).toBe(true);
});
