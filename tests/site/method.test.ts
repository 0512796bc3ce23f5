import { describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { freeCell, stepsOf } from '../support/position-steps.ts';
import { seeded } from '../support/seeded.ts';
import { emptyLedger, firstEdition, position, town } from '../support/town.ts';
import { openWorld } from '../support/world.ts';

const plain = (html: string) => html.replace(/[\u00a0\u202f]/g, ' ');

async function serve(database: ReturnType<typeof emptyLedger>['database']) {
  const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
  onTestFinished(() => app.close());
  return async (path: string) => plain((await app.inject(path)).body);
}

describe('the method says of a campaign what its register attests, and no more', () => {
  test('of Marseille 2020, loaded ready made: no second reading, rules that came with the positions, an open letter', async () => {
    const { database } = seeded('marseille-2020');
    const read = await serve(database);
    const page = await read('/marseille-2020/methode');
    expect(page).toContain('<strong>Ici, le registre n’atteste aucune seconde lecture</strong>');
    expect(page).toContain('cette règle a pu être écrite en connaissant ce que les listes avaient dit');
    expect(page).toContain('demander a été publier une lettre ouverte, le 7 mars 2020');
    expect(await read('/en/marseille-2020/methode')).toContain('Here, the register attests no second reading');
    expect(page).toContain('Ici : 13 faits publiés, dont 2 jugements.');
    expect(await read('/en/marseille-2020/methode')).toContain('Here: 13 published facts, 2 judgements among them.');
    const cell = await read('/marseille-2020/mouvements/printemps-marseillais/reduire-les-cameras');
    expect(cell).toContain('Aucune seconde lecture n’est enregistrée');
    const byTheQuadrature = await read('/marseille-2020/mouvements/printemps-marseillais/retirer-les-projets');
    expect(byTheQuadrature).toContain('La Quadrature du Net</span>, signataire de la lettre');
  });

  test('of positions that came through the desk: which were read by a second person, on the method and on each page', async () => {
    const world = await openWorld();
    onTestFinished(() => world.close());
    const steps = stepsOf(world);
    await steps.approve(world.reviewer, await steps.enter(world.editor));
    const page = plain((await world.stranger.get('/exemple/methode')).body);
    expect(page).toMatch(/Le registre l’atteste pour 1 sur \d+ positions publiées/);
    expect(await steps.publicCell(freeCell)).toContain('Par une seconde personne, avant la publication');
  });

  test('where rules came first, everyone was written to, and everything was read twice, it says so', async () => {
    const { database, ledger } = emptyLedger();
    ledger.publish(
      town,
      firstEdition.filter(({ kind }) => kind !== 'position'),
      { publishedAt: '2020-03-10T08:00:00Z' },
    );
    const read = await serve(database);
    expect(await read(`/${town}/methode`)).toContain('Aucune position n’est encore publiée');
    expect(await read(`/${town}/methode`)).toContain('Aucun fait n’est encore publié');
    const twice = (movement: string) => position({ movement, demand: 'projets', secondReading: true });
    ledger.publish(town, [twice('pre-vert'), twice('horizon')], { publishedAt: '2020-03-11T08:00:00Z' });
    const page = await read(`/${town}/methode`);
    expect(page).toContain('Le registre l’atteste pour chacune des 2 positions publiées');
    expect(page).toContain('chaque règle était publiée avant les positions');
    expect(page).toContain('un mouvement n’a pas encore été sollicité');
  });
});

test('no public page, read or with a form, sets a cookie: the privacy page says so', async () => {
  const { database } = seeded('exemple');
  const app = await buildApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database);
  onTestFinished(() => app.close());
  for (const path of [
    '/',
    '/exemple',
    '/exemple/comparer',
    '/droit-de-reponse/exemple',
    '/alertes/exemple',
    '/exemple.csv',
    '/nulle-part',
  ])
    expect([path, (await app.inject(path)).headers['set-cookie']]).toEqual([path, undefined]);
  expect((await app.inject('/confidentialite')).body).toContain('n’en posent pas non plus');
});
