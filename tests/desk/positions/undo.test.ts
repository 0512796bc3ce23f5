import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { freeCell, type Steps, stepsOf } from '../../support/position-steps.ts';
import { type Actor, campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;

beforeEach(async () => {
  world = await openWorld();
  steps = stepsOf(world);
  onTestFinished(() => world.close());
});

const state = (id: number) => world.database.sql.prepare('SELECT state FROM position WHERE id = ?').pluck().get(id);

/** Presses « Annuler » on the page that says what was just done. */
async function pressUndo(who: Actor, location: unknown) {
  const { body } = await who.get(String(location).split('#')[0] ?? '');
  const form = /<form class="undo" method="post" action="([^"]+)">([\s\S]*?)<\/form>/.exec(body);
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form?.[2] ?? '')?.[1] ?? '';
  return who.post(form?.[1] ?? '/rien', { cle: field('cle'), version: field('version') });
}

test('an editor takes back what they have just submitted', async () => {
  const answer = await world.editor.post(`/bureau/campagnes/${campaign}/positions`, positionForm(freeCell));
  const undone = await pressUndo(world.editor, answer.headers.location);
  expect(undone.headers.location).toContain('fait=reprise');
  expect(state(steps.idIn(undone.headers.location))).toBe('draft');
});

test('a reviewer takes back a return that nobody has mended yet', async () => {
  const id = await steps.enter(world.editor);
  const answer = await steps.step(world.reviewer, id, 'retour', { motif: 'Source ?' });
  expect(state(id)).toBe('returned');
  expect((await pressUndo(world.reviewer, answer.headers.location)).statusCode).toBe(303);
  expect(state(id)).toBe('submitted');
  expect(steps.audited()).toContain('return-undone');
});

test('a reviewer takes back an approval that waits to be published', async () => {
  const id = await steps.enter(world.editor);
  const answer = await steps.approve(world.reviewer, id, { suite: 'attendre' });
  expect((await pressUndo(world.reviewer, answer.headers.location)).statusCode).toBe(303);
  const refused = await steps.publish(world.reviewer, [id]);
  expect([refused.statusCode, refused.body.includes('n’attend plus d’être publiée')]).toEqual([409, true]);
});

test('a draft that was thrown away is out of every list, and can be taken out of the bin', async () => {
  const id = await steps.enter(world.editor, { suite: 'garder' });
  const answer = await steps.step(world.editor, id, 'corbeille');
  const elsewhere = (await world.editor.get(`/bureau/campagnes/${campaign}`)).body;
  expect(elsewhere).not.toContain(`position-${id}`);
  expect((await pressUndo(world.editor, answer.headers.location)).headers.location).toContain('fait=restauree');
  expect((await world.editor.get(`/bureau/campagnes/${campaign}`)).body).toContain(`position-${id}`);
});

test('what is published is not undone, and nobody undoes what another did', async () => {
  const id = await steps.enter(world.editor);
  const published = await steps.approve(world.reviewer, id);
  expect((await world.reviewer.get(String(published.headers.location))).body).not.toContain('class="undo"');
  expect((await steps.step(world.reviewer, id, 'annulation')).statusCode).toBe(409);
  const other = await steps.enter(world.editor, { demande: 'un-comite-de-controle' });
  await steps.step(world.reviewer, other, 'retour', { motif: 'Source ?' });
  const answer = await steps.step(world.administrator, other, 'annulation');
  expect([answer.statusCode, state(other)]).toEqual([409, 'returned']);
});
