import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { erase, erasingPage, placesOf } from '../../support/erasing.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
const desk = `/bureau/campagnes/${campaign}/droits-de-reponse`;
const position = 'aube-nouvelle/moins-de-cameras';
const everyPlace = () => placesOf(world.database, 'ibeline');
const proof = async () => (await world.stranger.get(`/${campaign}/mouvements/aube-nouvelle/moins-de-cameras`)).body;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

/** Asked by someone named, then decided; the name of its entry in the ledger. */
async function decided(part: 'publication' | 'refus'): Promise<string> {
  await world.stranger.post(`/droit-de-reponse/${campaign}`, {
    ...{ cle: 'formulaire-de-droit-1', entree: position, nom: 'Lise Zibeline', qualite: 'tête de zibeline' },
    ...{ contact: 'lise@zibeline.example', texte: 'Nous contestons la zibeline.' },
  });
  const words: Record<string, string> =
    part === 'refus' ? { motif: 'La zibeline n’est pas nommée.' } : { verifie: 'Rappelée au numéro de zibeline.' };
  expect((await world.reviewer.post(`${desk}/1/${part}`, { cle: 'formulaire-decision-1', ...words })).statusCode).toBe(303);
  return `${position}/${world.database.sql.prepare('SELECT reference FROM right_of_reply').pluck().get()}`;
}

test('an administrator erases a published right of reply: the words, the name, the address and the check go; its dates and its number stay', async () => {
  const subject = await decided('publication');
  expect(await proof()).toContain('Nous contestons la zibeline.');
  expect((await world.administrator.get(`${desk}/1`)).body).toContain('Masquer et effacer');
  expect(await erasingPage(world.administrator, subject, 'reponse')).toContain('<li>1\u00a0demande de droit de réponse</li>');
  expect((await erase(world.administrator, subject, {}, 'reponse')).statusCode).toBe(303);
  expect(everyPlace()).toEqual([]);
  expect(await proof()).not.toContain('ibeline');
  expect(world.database.sql.prepare('SELECT state, edition_number, erased_at FROM right_of_reply').get()).toMatchObject({
    ...{ state: 'published', edition_number: expect.any(Number), erased_at: '2026-11-24T09:00:00.000Z' },
  });
  expect(world.ledger.verify(campaign).faults).toEqual([]);
  expect(world.standings.find(campaign)?.of('position').get(position)?.current).not.toBeNull();
});

test('one that was refused, and never public, is erased at the desk: no edition says it', async () => {
  const subject = await decided('refus');
  const newest = world.ledger.newestNumber(campaign);
  expect((await erase(world.administrator, subject, {}, 'reponse')).statusCode).toBe(303);
  expect([everyPlace(), world.ledger.newestNumber(campaign)]).toEqual([[], newest]);
});

test('the desk’s pages say that it is erased, and none crashes', async () => {
  const subject = await decided('publication');
  await erase(world.administrator, subject, {}, 'reponse');
  const page = (await world.reviewer.get(`${desk}/1`)).body;
  expect(page).toContain('Texte effacé le 24\u00a0novembre 2026');
  expect(page).not.toContain('[effacé]');
  expect((await world.reviewer.get(desk)).body).toContain('Texte effacé\u00a0:');
  for (const path of ['', '/journal', '/publications'])
    expect((await world.administrator.get(`/bureau/campagnes/${campaign}${path}`)).statusCode).toBe(200);
  expect((await world.administrator.get('/bureau')).statusCode).toBe(200);
});

test('who erases a position is led to what was answered to it, which stays until it is erased too', async () => {
  const subject = await decided('publication');
  expect(await erasingPage(world.administrator, position)).toContain(encodeURIComponent(subject));
  await erase(world.administrator, position);
  expect(everyPlace()).toContain('right_of_reply.text');
});

test('nobody else sees the way, nor finds the page', async () => {
  const subject = await decided('publication');
  expect((await world.reviewer.get(`${desk}/1`)).body).not.toContain('Masquer et effacer');
  expect((await erase(world.reviewer, subject, {}, 'reponse')).statusCode).toBe(404);
  expect(everyPlace()).toContain('right_of_reply.text');
});
