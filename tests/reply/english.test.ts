import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { answerForm, linkFor } from '../support/answering.ts';
import { frenchLeft } from '../support/french-left.ts';
import { htmlFaults } from '../support/pages.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
});

/** A page in English: valid, and French only where it is said to be. */
async function expectEnglish({ body }: { body: string }): Promise<void> {
  expect(body).toContain('<html lang="en">');
  expect(frenchLeft(body, ['Zoé Klein', 'réduire'])).toEqual([]);
  expect(await htmlFaults(body)).toEqual([]);
}

describe('in English', () => {
  test('someone named reads the form, is told what is missing, and gets a receipt, all in their language', async () => {
    const form = '/en/droit-de-reponse/exemple';
    expect((await world.stranger.get('/en/exemple/mouvements/cap-ensemble/moins-de-cameras')).body).toContain(
      `href="${form}?entree=`,
    );
    const page = await world.stranger.get(`${form}?entree=cap-ensemble%2Fmoins-de-cameras`);
    await expectEnglish(page);
    expect(page.body).toContain('href="/droit-de-reponse/exemple?entree=cap-ensemble%2Fmoins-de-cameras" lang="fr"');
    const empty = await world.stranger.post(form, { cle: 'une-demande-en-anglais-01' });
    expect(empty.statusCode).toBe(422);
    await expectEnglish(empty);
    expect(empty.body).toContain('Choose what you reply to.');
    expect(empty.body).toContain('<strong>Error:</strong>');
    const sent = {
      entree: 'cap-ensemble/moins-de-cameras',
      nom: 'Zoé Klein',
      qualite: 'mandataire',
      contact: '06',
      texte: 'Non.',
    };
    const answer = await world.stranger.post(form, { cle: 'une-demande-en-anglais-02', ...sent });
    expect(answer.headers.location).toMatch(/^\/en\/droit-de-reponse\/exemple\/recu\//);
    const receipt = await world.stranger.get(String(answer.headers.location));
    await expectEnglish(receipt);
    expect(receipt.body).toContain('Your request has arrived');
  });

  test('a list answers by its link: form, preview, mistakes and receipt', async () => {
    const path = `/en${linkFor(world, 'cap-ensemble').path}`;
    const form = await world.stranger.get(path);
    await expectEnglish(form);
    expect(form.body).toContain(`href="${path.slice(3)}" lang="fr"`);
    const wrong = await world.stranger.post(`${path}/apercu`, answerForm({ nom: '' }));
    expect(wrong.body).toContain('Write the name of the person who answers.');
    expect(wrong.body, 'what was typed is in no other language’s page').not.toContain('hreflang="fr"');
    await expectEnglish(wrong);
    const preview = await world.stranger.post(`${path}/apercu`, answerForm());
    await expectEnglish(preview);
    expect(preview.body).toContain('Sign and send');
    expect(preview.body).toContain('Signed answer');
    const sent = await world.stranger.post(`${path}/envoi`, answerForm());
    const receipt = await world.stranger.get(String(sent.headers.location));
    await expectEnglish(receipt);
    expect(receipt.body).toContain('Your answer has arrived');
  });

  test('a link that is closed says so', async () => {
    const { path } = linkFor(world, 'cap-ensemble');
    world.pass(200 * 86_400);
    const closed = await world.stranger.get(`/en${path}`);
    expect(closed.statusCode).toBe(410);
    await expectEnglish(closed);
  });
});
