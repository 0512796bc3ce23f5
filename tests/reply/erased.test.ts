import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { answerForm, linkFor } from '../support/answering.ts';
import { erase, erasingPage, placesOf } from '../support/erasing.ts';
import { type Steps, stepsOf } from '../support/position-steps.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let steps: Steps;
let link: ReturnType<typeof linkFor>;
const subject = 'cap-ensemble/moins-de-cameras';
const words = { 'mots-moins-de-cameras': 'Le zibeline-mot est signé.', courriel: 'zoe@zibeline.example', nom: 'Zoé Zibeline' };
const everyPlace = () => placesOf(world.database, 'ibeline');
const waiting = () => Number(world.database.sql.prepare("SELECT max(id) FROM position WHERE state = 'submitted'").pluck().get());

beforeEach(async () => {
  world = await openWorld();
  steps = stepsOf(world);
  link = linkFor(world, 'cap-ensemble');
  onTestFinished(() => world.close());
});

/** The address of the receipt. */
async function send(over: Record<string, string> = {}): Promise<string> {
  const answer = await world.stranger.post(`${link.path}/envoi`, answerForm({ ...words, ...over }));
  expect(answer.statusCode).toBe(303);
  return answer.headers.location?.split('?')[0] ?? '';
}

test('what a list signed by its link goes with the position it became: words, name and address; when it came stays', async () => {
  await send({ 'mots-moins-de-cameras': 'Un zibeline-premier jet.' });
  await send();
  await steps.approve(world.reviewer, waiting());
  expect(await erasingPage(world.administrator, subject)).toContain('<li>2\u00a0réponses signées reçues par lien</li>');
  await erase(world.administrator, subject);
  expect(everyPlace()).toEqual([]);
  expect(world.database.sql.prepare('SELECT count(*) FROM link_answer_item').pluck().get()).toBe(2);
  expect(world.database.sql.prepare('SELECT reference, received_at FROM link_answer LIMIT 1').get()).toMatchObject({
    ...{ reference: expect.stringContaining('PT-'), received_at: '2026-11-24T09:00:00.000Z' },
  });
});

test.each(['', '/en'])('its receipt (%s) says so, its form is empty, and it may answer again', async (prefix) => {
  const receipt = await send();
  await steps.approve(world.reviewer, waiting());
  await erase(world.administrator, subject);
  const page = await world.stranger.get(`${prefix}${receipt}`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toMatch(prefix === '' ? /Texte effacé le 24\u00a0novembre 2026/ : /Text erased on 24\sNovember 2026/);
  for (const body of [page.body, (await world.stranger.get(`${prefix}${link.path}`)).body]) {
    expect(body).not.toContain('[effacé]');
    expect(body).not.toContain('ibeline');
  }
  await send({ 'mots-moins-de-cameras': 'Une autre réponse.', nom: 'Léo Brun', courriel: '' });
  expect(world.database.sql.prepare('SELECT quote FROM position WHERE id = ?').pluck().get(waiting())).toBe('Une autre réponse.');
});

test('the answers to other demands stay, with the name that signed them', async () => {
  const others = world.database.sql.prepare('SELECT slug FROM demand').pluck().all();
  const other = String(others.find((slug) => slug !== 'moins-de-cameras'));
  const receipt = await send({ [`position-${other}`]: 'commits', [`mots-${other}`]: 'L’autre demande, oui.' });
  const id = Number(world.database.sql.prepare("SELECT id FROM position WHERE quote LIKE '%ibeline%'").pluck().get());
  await steps.approve(world.reviewer, id);
  await erase(world.administrator, subject);
  expect(everyPlace()).not.toContain('link_answer_item.quote');
  const page = (await world.stranger.get(receipt)).body;
  expect(page).toContain('L’autre demande, oui.');
  expect(page).toContain('Zoé Zibeline');
});

test('an answer that came since, and that someone keeps, stays to the letter', async () => {
  await send();
  await steps.approve(world.reviewer, waiting());
  const receipt = await send({ 'mots-moins-de-cameras': 'La réponse nouvelle.', nom: 'Léo Brun', courriel: '' });
  await erase(world.administrator, subject, { brouillon: [] });
  expect(everyPlace()).toEqual([]);
  expect((await world.stranger.get(receipt)).body).toContain('La réponse nouvelle.');
});
