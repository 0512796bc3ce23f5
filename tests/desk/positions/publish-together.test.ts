import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { freeCell, type Steps, stepsOf } from '../../support/position-steps.ts';
import { campaign, openWorld, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;
const other = { sujet: 'demain-les-phares', demande: 'un-comite-de-controle' };

async function open(start?: string) {
  world = await openWorld({}, start);
  steps = stepsOf(world);
  onTestFinished(() => world.close());
}
beforeEach(() => open());

/** Two positions of one movement, approved and waiting. */
async function twoWaiting(over: Record<string, string> = {}): Promise<[number, number]> {
  const ids: [number, number] = [await steps.enter(world.editor, over), await steps.enter(world.editor, { ...other, ...over })];
  for (const id of ids) await steps.approve(world.reviewer, id, { suite: 'attendre' });
  return ids;
}

describe('several approved positions become public together', () => {
  test('as one edition, with a note to readers, and not before', async () => {
    const before = steps.newest();
    const ids = await twoWaiting({ basis: 'reply' });
    expect(steps.newest()).toBe(before);
    expect((await world.editor.get(`/bureau/campagnes/${campaign}/publications`)).body).toContain('2\u00a0entrées approuvées');
    const answer = await steps.publish(world.reviewer, ids, { note: 'La réponse écrite de Demain les phares.' });
    expect(answer.statusCode).toBe(303);
    expect(steps.newest()).toBe(before + 1);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toBe('La réponse écrite de Demain les phares.');
    const kinds = world.ledger.listEntries(campaign, before + 1).filter(({ edition }) => edition === before + 1);
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['contact', 'position', 'position']);
    expect(world.ledger.verify(campaign).faults).toEqual([]);
    for (const cell of [freeCell, other]) expect(await steps.publicCell(cell)).toContain('Nous retirerons tout');
  });

  test('some of them now, the others later', async () => {
    const [first, second] = await twoWaiting();
    await steps.publish(world.reviewer, [first]);
    expect(await steps.publicCell(freeCell)).toContain('Nous retirerons tout');
    expect(await steps.publicCell(other)).not.toContain('Nous retirerons tout');
    expect((await steps.publish(world.administrator, [second])).statusCode).toBe(303);
  });

  test('all or none: one that was taken back keeps the others where they are', async () => {
    const [first, second] = await twoWaiting();
    await steps.step(world.editor, second, 'reprise');
    const before = steps.newest();
    const answer = await steps.publish(world.reviewer, [first, second], { note: 'Une note à ne pas perdre.' });
    expect([answer.statusCode, answer.body.includes('n’attend plus d’être publiée')]).toEqual([409, true]);
    expect(answer.body).toContain('Une note à ne pas perdre.');
    expect(steps.newest()).toBe(before);
  });

  test('a form that was sent twice publishes once, and an empty one says what to do', async () => {
    const ids = await twoWaiting();
    const before = steps.newest();
    const cle = steps.nextKey();
    await Promise.all([1, 2, 3].map(() => steps.publish(world.reviewer, ids, { cle })));
    expect(steps.newest()).toBe(before + 1);
    const empty = await steps.publish(world.reviewer, []);
    expect([empty.statusCode, empty.body.includes('Choisissez au moins une entrée')]).toEqual([409, true]);
  });

  test('two of the same cell are published one after the other', async () => {
    const ids = [await steps.enter(world.editor), await steps.enter(world.otherEditor)];
    for (const id of ids) await steps.approve(world.reviewer, id, { suite: 'attendre' });
    const answer = await steps.publish(world.reviewer, ids);
    expect([answer.statusCode, answer.body.includes('même case')]).toEqual([409, true]);
  });

  test('who accepted stays the reviewer, whoever presses the button, and no author may publish by accepting', async () => {
    const id = await steps.enter(world.editor);
    await steps.approve(world.reviewer, id, { suite: 'attendre' });
    await steps.publish(world.administrator, [id]);
    const row = world.database.sql.prepare('SELECT reviewer_id FROM position WHERE id = ?').pluck().get(id);
    expect(row).toBe(world.reviewer.id);
    expect((await steps.publish(world.editor, [id])).statusCode).toBe(404);
  });
});

describe('in the freeze', () => {
  const eve = '2020-03-14T11:00:00Z';

  test('a reviewer may approve and wait; only an administrator publishes, with a public reason', async () => {
    await open(eve);
    const id = await steps.enter(world.editor, { 'publishedOn-1': '13/03/2020' });
    const now = await steps.approve(world.reviewer, id);
    expect(now.statusCode).toBe(409);
    expect(now.body).toContain('rien ne se publie avant le 15\u00a0mars 2020');
    expect((await steps.step(world.reviewer, id, 'approbation', { suite: 'attendre' })).statusCode).toBe(303);
    expect((await steps.publish(world.reviewer, [id], { exception: 'Je le veux.' })).statusCode).toBe(409);
    expect((await steps.publish(world.administrator, [id])).statusCode).toBe(409);
    const answer = await steps.publish(world.administrator, [id], { exception: 'Une erreur matérielle.' });
    expect(answer.statusCode).toBe(303);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toContain('Une erreur matérielle.');
    expect(steps.audited()).toContain('freeze-excepted');
    const { body } = await world.stranger.get(`/${campaign}/editions`);
    expect(body).toContain('par exception décidée par l’administration de la campagne');
    expect(body).not.toContain(world.administrator.name);
  });
});
