import { expect, onTestFinished, test } from 'vitest';
import { teamRepository } from '../../src/accounts/team.repository.ts';
import { positionsRepository } from '../../src/positions/positions.repository.ts';
import { answerForm, linkFor } from '../support/answering.ts';
import { openWorld } from '../support/world.ts';

test('what a list signed is read by a second person, published to the letter, and the list has answered', async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  await world.stranger.post(`${linkFor(world, 'cap-ensemble').path}/envoi`, answerForm());
  const [position] = positionsRepository(world.database).listPositions(1, ['submitted']);
  const url = `/bureau/positions/${position?.id}`;
  expect((await world.reviewer.get(url)).body).toContain('la liste elle-même, par son lien personnel');

  const step = (name: string, version: number, over = {}) =>
    world.reviewer.post(`${url}/${name}`, { version: String(version), cle: `${name}-de-la-liste-0123456789`, ...over });
  await step('lecture', position?.version ?? 0, { code: 'commits' });
  expect((await step('approbation', position?.version ?? 0)).statusCode).toBe(303);

  const state = world.standings.find('exemple');
  expect(state?.of('contact').get('cap-ensemble')?.current?.status).toBe('answered');
  const published = state?.of('position').get('cap-ensemble/moins-de-cameras')?.current;
  expect(published).toMatchObject({
    basis: 'reply',
    quote: 'Nous en retirerons la moitié ; "sans attendre" !',
    speaker: 'Zoé Klein, mandataire',
  });
  expect(world.ledger.verify('exemple').faults).toEqual([]);

  await world.stranger.post(
    `${linkFor(world, 'cap-ensemble').path}/envoi`,
    answerForm({ 'mots-moins-de-cameras': 'Les deux tiers.' }),
  );
  const [correction] = positionsRepository(world.database).listPositions(1, ['submitted']);
  expect(correction).toMatchObject({ quote: 'Les deux tiers.', reason: expect.stringContaining('par son lien personnel') });
});

test('nobody can become the author of what lists send', async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  await world.stranger.post(`${linkFor(world, 'cap-ensemble').path}/envoi`, answerForm());
  const author = world.database.sql.prepare("SELECT id FROM person WHERE email LIKE 'lien-personnel@%'").pluck().get();
  const run = (sql: string) => () => world.database.sql.prepare(sql).run(author);
  expect(run('UPDATE person SET closed_at = NULL WHERE id = ?')).toThrow('nobody signs in');
  expect(run("UPDATE person SET password_hash = 'x' WHERE id = ?")).toThrow('nobody signs in');
  expect(run("INSERT INTO membership VALUES (?, 1, 'reviewer')")).toThrow('nobody signs in');
  expect(teamRepository(world.database).findSomeone(Number(author))).toBeNull();
  expect((await world.administrator.get('/bureau/personnes')).body).not.toContain('La liste elle-même');
});

test('a right of reply waits on the first page of whoever works on the campaign, with its clock', async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const form = {
    entree: 'aube-nouvelle/moins-de-cameras',
    nom: 'Lise Garance',
    qualite: 'tête de liste',
    contact: '06',
    texte: 'Non.',
  };
  await world.stranger.post('/droit-de-reponse/exemple', { cle: 'formulaire-du-jour-0001', ...form });
  for (const url of ['/bureau', '/bureau/campagnes/exemple']) {
    const { body } = await world.editor.get(url);
    expect(body).toContain('Droits de réponse (1)');
    expect(body).toContain('il reste 3\u00a0jours');
  }
});
