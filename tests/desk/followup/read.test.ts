import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { pdf } from '../../support/documents.ts';
import { type FollowUpSteps, followUpForm, followUpStepsOf, followUps } from '../../support/follow-up-steps.ts';
import { sendFile } from '../../support/form-data.ts';
import { freeCell, stepsOf } from '../../support/position-steps.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: FollowUpSteps;

async function open(start?: string, environment: Record<string, string> = {}) {
  world = await openWorld(environment, start);
  steps = followUpStepsOf(world);
  onTestFinished(() => world.close());
}
beforeEach(() => open());

describe('a second person', () => {
  test('finds it in the reading queue and on the first page, and sees exactly what readers will see', async () => {
    const id = await steps.enter(world.editor);
    const queue = (await world.reviewer.get(`/bureau/campagnes/${campaign}/lecture`)).body;
    expect(queue).toContain(`href="/bureau/suivis/${id}"`);
    expect(queue).toContain('Porte un jugement');
    expect((await world.reviewer.get('/bureau')).body).toContain('1\u00a0suivi attend votre relecture.');
    const page = (await world.reviewer.get(`/bureau/suivis/${id}`)).body;
    expect(page).toContain('Le conseil municipal a voté le retrait de 50 caméras\u202f; 40 le sont.');
    expect(page).toContain('Vingt-deux caméras ont été démontées.');
    expect(page).toContain('le 20\u00a0novembre 2020');
  });

  test('accepts it: it is public beside the pledge, as one edition, and what the desk keeps is not', async () => {
    const before = steps.newest();
    const id = await steps.enter(world.editor);
    expect((await steps.accept(world.reviewer, id)).statusCode).toBe(303);
    expect(steps.newest()).toBe(before + 1);
    expect(steps.published().at(-1)).toEqual({
      movement: 'aube-nouvelle',
      demand: 'moins-de-cameras',
      verdict: 'in_progress',
      fact: 'Le conseil municipal a voté le retrait de 50 caméras ; 40 le sont.',
      happenedOn: '2020-11-12',
      accordingTo: 'Ligue des quais (fictive)',
      sources: [
        {
          url: 'https://example.org/conseil',
          title: 'Délibération du conseil',
          publisher: 'Ville de Port-Clair (fictive)',
          publishedOn: '2020-11-13',
        },
      ],
    });
    const page = await steps.publicPage();
    expect(page).toContain('50 caméras');
    expect(page).not.toContain('permanence');
    expect(steps.audited()).toEqual(['follow-up-saved', 'follow-up-submitted', 'follow-up-accepted', 'follow-up-published']);
    expect(world.ledger.verify(campaign).faults).toEqual([]);
  });

  test('returns it with a reason, which its author works from; without one, it is not returned', async () => {
    const id = await steps.enter(world.editor);
    expect((await steps.step(world.reviewer, id, 'retour', { motif: ' ' })).statusCode).toBe(409);
    await steps.step(world.reviewer, id, 'retour', { motif: 'La délibération dit 45.' });
    expect((await world.editor.get('/bureau')).body).toContain('1\u00a0suivi vous est revenu avec un motif.');
    expect((await world.editor.get(`/bureau/suivis/${id}`)).body).toContain('La délibération dit 45.');
    await world.editor.post(
      `/bureau/suivis/${id}`,
      followUpForm({ version: steps.version(id), fait: 'Un retrait de 45 caméras.' }),
    );
    expect(steps.state(id)).toBe('submitted');
    await steps.accept(world.reviewer, id);
    expect(steps.published().at(-1)?.fact).toBe('Un retrait de 45 caméras.');
  });

  test('is never one of its authors, whatever their role', async () => {
    const own = await steps.enter(world.administrator);
    expect((await steps.accept(world.administrator, own)).body).toContain('une autre personne doit le lire');
    const shared = await steps.enter(world.editor, { suite: 'garder' });
    await world.reviewer.post(`/bureau/suivis/${shared}`, followUpForm({ version: steps.version(shared) }));
    expect((await steps.accept(world.reviewer, shared)).statusCode).toBe(409);
    expect((await steps.accept(world.editor, own)).statusCode).toBe(404);
    expect(steps.published().some(({ fact }) => fact.includes('50 caméras'))).toBe(false);
  });

  test('who decides on a version that changed since is told to read again', async () => {
    const id = await steps.enter(world.editor);
    const read = steps.version(id);
    await steps.step(world.editor, id, 'reprise');
    await world.editor.post(`/bureau/suivis/${id}`, followUpForm({ version: steps.version(id), fait: 'D’autres mots.' }));
    const answer = await steps.accept(world.reviewer, id, { version: read });
    expect([answer.statusCode, answer.body.includes('a changé pendant que vous le lisiez')]).toEqual([409, true]);
  });

  test('two people decide at the same moment: it is published once', async () => {
    const id = await steps.enter(world.editor);
    const before = steps.newest();
    const version = steps.version(id);
    const answers = await Promise.all([
      steps.accept(world.reviewer, id, { version }),
      steps.accept(world.administrator, id, { version }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(steps.newest()).toBe(before + 1);
  });

  test('who clicks twice publishes once', async () => {
    const id = await steps.enter(world.editor);
    const form = { version: steps.version(id), cle: steps.nextKey() };
    const before = steps.newest();
    const answers = [await steps.accept(world.reviewer, id, form), await steps.accept(world.reviewer, id, form)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(steps.newest()).toBe(before + 1);
  });
});

test('chosen twice by a form that spells its number two ways, it is published once', async () => {
  const id = await steps.enter(world.editor);
  await steps.accept(world.reviewer, id, { suite: 'attendre' });
  const before = steps.published().length;
  const chosen = { [`suivi-${id}`]: 'oui', [`suivi-0${id}`]: 'oui' };
  const answer = await world.reviewer.post(`/bureau/campagnes/${campaign}/publications`, { cle: steps.nextKey(), ...chosen });
  expect(answer.statusCode).toBe(303);
  expect(steps.published()).toHaveLength(before + 1);
});

test('a document that shows it comes with the form, is read at the desk, and is public with the fact', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  await open(undefined, { DATA_DIR: folder });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = { name: 'Délibération.pdf', content: pdf() };
  const sent = await sendFile(world.app, world.editor, followUps, followUpForm(), file);
  expect(sent.statusCode).toBe(303);
  const page = (await world.reviewer.get('/bureau/suivis/1')).body;
  expect(page).toContain('download="Délibération.pdf"');
  await steps.accept(world.reviewer, 1);
  const [source] = steps.published().at(-1)?.sources ?? [];
  expect(source?.evidence?.name).toBe('Délibération.pdf');
  expect((await world.stranger.get(`/pieces/${source?.evidence?.sha256}`)).statusCode).toBe(200);
});

test('two facts of the same day about the same pledge stand side by side', async () => {
  const one = await steps.publish(world.editor, world.reviewer);
  const two = await steps.publish(world.editor, world.reviewer, { fait: 'Le même jour, le maire a annoncé la suite.' });
  expect([one, two]).toEqual(['aube-nouvelle/moins-de-cameras/2020-11-12', 'aube-nouvelle/moins-de-cameras/2020-11-12/2']);
  const page = await steps.publicPage();
  expect(page).toContain('50 caméras');
  expect(page).toContain('a annoncé la suite');
});

test('accepted follow-ups and approved positions leave together, as one edition with a note', async () => {
  const positions = stepsOf(world);
  const position = await positions.enter(world.editor, freeCell);
  await positions.approve(world.reviewer, position, { suite: 'attendre' });
  const ids = [await steps.enter(world.editor), await steps.enter(world.editor, { fait: 'Un autre fait du même jour.' })];
  for (const id of ids) await steps.accept(world.reviewer, id, { suite: 'attendre' });
  const page = (await world.reviewer.get(`/bureau/campagnes/${campaign}/publications`)).body;
  expect(page).toContain('3\u00a0entrées approuvées attendent d’être publiées.');
  const before = steps.newest();
  const chosen = Object.fromEntries(ids.map((id) => [`suivi-${id}`, 'oui']));
  expect((await positions.publish(world.reviewer, [position], { ...chosen, note: 'Huit mois après.' })).statusCode).toBe(303);
  expect(steps.newest()).toBe(before + 1);
  const entries = world.ledger.listEntries(campaign, steps.newest()).filter(({ edition }) => edition === before + 1);
  expect(entries.map(({ kind }) => kind)).toEqual(['position', 'assessment', 'assessment']);
  expect(ids.map(steps.state)).toEqual(['published', 'published']);
  const again = await positions.publish(world.reviewer, [], chosen);
  expect([again.statusCode, again.body.includes('n’attend plus d’être publiée')]).toEqual([409, true]);
});

test('what is accepted may still be returned, or taken back by its author, while it waits', async () => {
  const [one, two] = [await steps.enter(world.editor), await steps.enter(world.editor)];
  for (const id of [one, two]) await steps.accept(world.reviewer, id, { suite: 'attendre' });
  await steps.step(world.administrator, one, 'retour', { motif: 'La source a disparu.' });
  await steps.step(world.editor, two, 'reprise');
  expect([steps.state(one), steps.state(two)]).toEqual(['returned', 'draft']);
});

test('in the freeze it waits, unless an administrator says why: the reason is public', async () => {
  await open('2020-03-14T11:00:00Z');
  const id = await steps.enter(world.editor, { quand: '01/03/2020', offre: '', 'publishedOn-1': '' });
  const refused = await steps.accept(world.reviewer, id, { exception: 'Je voudrais.' });
  expect([refused.statusCode, refused.body.includes('Période de réserve')]).toEqual([409, true]);
  expect(steps.state(id)).toBe('submitted');
  expect((await steps.accept(world.administrator, id, { exception: 'Une date fausse.' })).statusCode).toBe(303);
  expect(world.ledger.listEditions(campaign).at(-1)?.note).toContain('Une date fausse.');
});

test('the journal tells each act, with the way to what it was about', async () => {
  const id = await steps.enter(world.editor);
  await steps.accept(world.reviewer, id);
  const { body } = await world.editor.get(`/bureau/campagnes/${campaign}/journal`);
  for (const act of ['Suivi soumis à la relecture', 'Suivi accepté', 'Suivi publié']) expect(body).toContain(act);
  expect(body).toContain(`href="/bureau/suivis/${id}"`);
});

test('the database keeps it: nothing unread is published, and nothing published changes', async () => {
  const id = await steps.enter(world.editor);
  const { sql } = world.database;
  const set = (words: string) => () => sql.prepare(`UPDATE follow_up SET ${words} WHERE id = ${id}`).run();
  expect(set(`state = 'published', reviewer_id = ${world.reviewer.id}, edition_number = 9`)).toThrow('read and accepted');
  expect(set(`state = 'accepted', reviewer_id = ${world.editor.id}`)).toThrow('an author does not read');
  await steps.accept(world.reviewer, id, { suite: 'attendre' });
  expect(set("fact = 'Autre chose.'")).toThrow('what is accepted is what was read');
  expect(() => sql.prepare(`DELETE FROM follow_up_source WHERE follow_up_id = ${id}`).run()).toThrow('what was read');
  const form = { [`suivi-${id}`]: 'oui', cle: steps.nextKey() };
  await world.reviewer.post(`/bureau/campagnes/${campaign}/publications`, form);
  expect(set("note = 'Autre chose.'")).toThrow('does not change');
  expect(() => sql.prepare(`DELETE FROM follow_up WHERE id = ${id}`).run()).toThrow('does not change');
});
