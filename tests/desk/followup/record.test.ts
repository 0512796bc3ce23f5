import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type FollowUpSteps, followUpForm, followUpStepsOf, followUps, pledge } from '../../support/follow-up-steps.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: FollowUpSteps;

beforeEach(async () => {
  world = await openWorld();
  steps = followUpStepsOf(world);
  onTestFinished(() => world.close());
});

const kept = () => world.database.sql.prepare('SELECT count(*) FROM follow_up').pluck().get();

describe('the page of what became of the pledges', () => {
  test('shows the movements that won seats, the one with most first, each pledge with its newest verdict and date', async () => {
    const { body } = await world.editor.get(followUps);
    const at = (words: string) => body.indexOf(words);
    expect(at('<h3>Aube nouvelle</h3>')).toBeLessThan(at('<h3>Port-Clair d’abord</h3>'));
    expect(body).not.toContain('<h3>Lune rousse</h3>');
    expect(body).toContain('En cours, octobre 2022');
    expect(body).toContain('/suivi/nouveau?sujet=aube-nouvelle&amp;demande=moins-de-cameras');
  });

  test('is one of the parts of a campaign', async () => {
    expect((await world.editor.get(`/bureau/campagnes/${campaign}`)).body).toContain(`<a href="${followUps}">Suivi</a>`);
  });
});

describe('a volunteer who read it in the paper', () => {
  test('finds the pledge chosen already, and is told what a verdict needs', async () => {
    const { body } = await world.editor.get(`${followUps}/nouveau?sujet=${pledge.sujet}&demande=${pledge.demande}`);
    expect(body).toContain('value="aube-nouvelle" selected');
    expect(body).toContain('value="moins-de-cameras" checked');
    expect(body).toContain('Un verdict est un jugement');
  });

  test('adds a dated fact with its source: it waits for a second person, and nothing is public', async () => {
    const before = steps.newest();
    const id = await steps.enter(world.editor);
    expect(steps.state(id)).toBe('submitted');
    expect((await world.editor.get(followUps)).body).toContain('Suivis en attente d’une relecture (1)');
    expect(steps.newest()).toBe(before);
    expect(await steps.publicPage()).not.toContain('50 caméras');
    expect(steps.audited()).toEqual(['follow-up-saved', 'follow-up-submitted']);
  });

  test.each([
    ['no fact', { fait: '' }, '#fait'],
    ['no date', { quand: '' }, '#quand'],
    ['a date that has not come', { quand: '12/11/2031' }, '#quand'],
    ['no verdict', { verdict: '' }, '#verdict'],
    ['a verdict that nobody gives', { selon: '' }, '#selon'],
    ['no source', { 'url-1': '', 'title-1': '', 'publisher-1': '', 'publishedOn-1': '' }, '#url-1'],
    ['an address that is none', { 'url-1': 'javascript:alert(1)' }, '#url-1'],
    ['no movement of this campaign', { sujet: 'personne' }, '#sujet'],
  ])('with %s is shown the field, and loses no word', async (_name, over, field) => {
    const answer = await world.editor.post(followUps, followUpForm({ fait: 'Un fait que je ne veux pas perdre.', ...over }));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`href="${field}"`);
    if (field !== '#fait') expect(answer.body).toContain('Un fait que je ne veux pas perdre.');
    expect(answer.body).toContain('Vu avec la permanence.');
    expect(kept()).toBe(0);
  });

  test('may tell a fact that nobody judges', async () => {
    const id = await steps.enter(world.editor, { verdict: 'not_rated', selon: '' });
    expect(steps.state(id)).toBe('submitted');
  });

  test('sends the same form twice: it is kept once', async () => {
    const form = followUpForm();
    const [one, two] = await Promise.all([world.editor.post(followUps, form), world.editor.post(followUps, form)]);
    expect(one.headers.location).toBe(two.headers.location);
    expect(kept()).toBe(1);
  });

  test('keeps a draft with what is known so far, mends it, throws it away and takes it out again', async () => {
    const id = await steps.enter(world.editor, { fait: '', verdict: '', 'url-1': '', suite: 'garder' });
    const mended = await world.editor.post(`/bureau/suivis/${id}`, followUpForm({ version: steps.version(id), suite: 'garder' }));
    expect(mended.statusCode).toBe(303);
    expect((await world.editor.get(`/bureau/suivis/${id}`)).body).toContain('50 caméras');
    const thrown = await steps.step(world.editor, id, 'corbeille');
    expect((await world.editor.get(String(thrown.headers.location))).body).toContain(`/bureau/suivis/${id}/restauration`);
    expect((await world.editor.get(followUps)).body).not.toContain('Brouillons de suivi');
    await steps.step(world.editor, id, 'restauration');
    expect((await world.editor.get(followUps)).body).toContain('Brouillons de suivi (1)');
  });

  test('who saves over a version that someone changed meanwhile sees both, and overwrites nothing', async () => {
    const id = await steps.enter(world.editor, { suite: 'garder' });
    const read = steps.version(id);
    await world.otherEditor.post(
      `/bureau/suivis/${id}`,
      followUpForm({ version: read, fait: 'Les mots d’Esther.', suite: 'garder' }),
    );
    const late = followUpForm({ version: read, fait: 'Les mots d’Elias.', suite: 'garder' });
    const answer = await world.editor.post(`/bureau/suivis/${id}`, late);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Les mots d’Esther.');
    expect(answer.body).toContain('Les mots d’Elias.');
    expect(world.database.sql.prepare('SELECT fact FROM follow_up WHERE id = ?').pluck().get(id)).toBe('Les mots d’Esther.');
  });

  test('takes back what waits, and nobody else does', async () => {
    const id = await steps.enter(world.editor);
    expect((await steps.step(world.otherEditor, id, 'reprise')).statusCode).toBe(409);
    expect((await steps.step(world.editor, id, 'reprise')).statusCode).toBe(303);
    expect(steps.state(id)).toBe('draft');
  });

  test('sees nothing of another campaign’s', async () => {
    const id = await steps.enter(world.editor);
    expect((await world.outsider.get(`/bureau/suivis/${id}`)).statusCode).toBe(404);
    expect((await world.outsider.get(followUps)).statusCode).toBe(404);
  });
});
