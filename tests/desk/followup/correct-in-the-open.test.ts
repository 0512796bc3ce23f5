import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type FollowUpSteps, followUpForm, followUpStepsOf, followUps } from '../../support/follow-up-steps.ts';
import { type Actor, campaign, openWorld, type World } from '../../support/world.ts';

/** Published by the seeds: a fact of October 2022, on which a journalist's verdict rests. */
const subject = 'aube-nouvelle/moins-de-cameras/2022-10';
const words = 'Vingt-deux caméras ont été démontées.';
const at = `/bureau/campagnes/${campaign}`;

let world: World;
let steps: FollowUpSteps;

async function open(start?: string) {
  world = await openWorld({}, start);
  steps = followUpStepsOf(world);
  onTestFinished(() => world.close());
}
beforeEach(() => open());

const entryPage = async (who: Actor) => (await who.get(`${at}/publications/entree?genre=suivi&sujet=${subject}`)).body;
const propose = (who: Actor, motif: string) =>
  who.post(`${at}/retraits`, { cle: steps.nextKey(), genre: 'suivi', sujet: subject, motif });
const proposal = () => Number(world.database.sql.prepare('SELECT max(id) FROM withdrawal').pluck().get());
const decide = (who: Actor, suite: string, over: Record<string, string> = {}) =>
  who.post(`/bureau/retraits/${proposal()}`, { cle: steps.nextKey(), suite, ...over });
const correction = (over: Record<string, string> = {}) =>
  followUpForm({
    sujet: '',
    demande: '',
    corriger: subject,
    fait: 'Vingt caméras ont été démontées.',
    raison: 'Deux étaient neuves.',
    ...over,
  });

test('the page of each pledge leads to what is published of it, where it is changed', async () => {
  expect((await world.editor.get(followUps)).body).toContain('/publications/entree?genre=suivi&amp;sujet=aube-nouvelle%2F');
  const page = await entryPage(world.editor);
  expect(page).toContain('Aube nouvelle\u00a0: Suivi, Deux fois moins de caméras, octobre 2022');
  expect(page).toContain(words);
  expect((await world.editor.get(`${at}/publications`)).body).toContain('Suivi, Deux fois moins de caméras, octobre 2022');
});

describe('correcting', () => {
  test('starts from the very words that are public, keeps their pledge, and asks for a public reason', async () => {
    const { body } = await world.editor.get(`${followUps}/nouveau?corriger=${subject}`);
    expect(body).toContain(words);
    expect(body).toContain('value="10/2022"');
    expect(body).toContain('Aube nouvelle\u00a0: Deux fois moins de caméras');
    expect(body).toContain('Motif de la correction');
    expect(body).not.toContain('name="demande"');
    const refused = await world.editor.post(followUps, correction({ raison: '' }));
    expect([refused.statusCode, refused.body.includes('href="#raison"')]).toEqual([422, true]);
  });

  test('adds an entry that names what it corrects; readers see the new words, the reason, and the old ones', async () => {
    const before = steps.standing(subject)?.versions ?? [];
    await steps.publish(world.editor, world.reviewer, correction());
    const after = steps.standing(subject)?.versions ?? [];
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ corrects: before.at(-1)?.address, reason: 'Deux étaient neuves.' });
    const page = await steps.publicPage();
    for (const each of ['Vingt caméras', 'Deux étaient neuves.', words]) expect(page).toContain(each);
    expect((await world.stranger.get(`/${campaign}/corrections`)).body).toContain('Deux étaient neuves.');
    expect(steps.published().filter(({ demand }) => demand === 'moins-de-cameras')).toHaveLength(1);
  });

  test('does not replace another correction that came first: its reader never saw those words', async () => {
    const late = await steps.enter(world.editor, correction({ fait: 'Dix-neuf caméras ont été démontées.' }));
    await steps.accept(world.reviewer, late, { suite: 'attendre' });
    world.pass(60);
    await steps.publish(world.editor, world.reviewer, correction());
    const chosen = { cle: steps.nextKey(), [`suivi-${late}`]: 'oui' };
    const refused = await world.reviewer.post(`${at}/publications`, chosen);
    expect([refused.statusCode, refused.body.includes('corrigé depuis qu’il a été accepté')]).toEqual([409, true]);
    expect(steps.standing(subject)?.current?.fact).toBe('Vingt caméras ont été démontées.');
    await steps.step(world.reviewer, late, 'retour', { motif: 'Partez de ce qui est publié.' });
    expect(steps.state(late)).toBe('returned');
  });

  test('of what is gone meanwhile is refused to whoever writes and to whoever reads, and loses no word', async () => {
    const id = await steps.enter(world.editor, correction());
    await propose(world.editor, 'Erreur.');
    await decide(world.reviewer, 'retirer');
    expect((await steps.accept(world.reviewer, id)).body).toContain('n’est plus public');
    expect(steps.state(id)).toBe('submitted');
    const late = await world.editor.post(followUps, correction({ sujet: 'aube-nouvelle', demande: 'moins-de-cameras' }));
    expect([late.statusCode, late.body.includes('Deux étaient neuves.')]).toEqual([409, true]);
    expect((await world.editor.get(`${followUps}/nouveau?corriger=${subject}`)).statusCode).toBe(404);
  });
});

describe('withdrawing', () => {
  test('is proposed by one person and decided by another; readers see that it was, and why', async () => {
    expect((await propose(world.editor, 'La gazette s’est rétractée.')).statusCode).toBe(303);
    expect((await world.reviewer.get(`${at}/lecture`)).body).toContain('genre=suivi&amp;sujet=');
    expect(await entryPage(world.reviewer)).toContain('Elias propose le retrait');
    expect((await decide(world.reviewer, 'retirer')).statusCode).toBe(303);
    expect(steps.standing(subject)).toMatchObject({ current: null, gap: { kind: 'withdrawn' } });
    const page = await steps.publicPage();
    expect(page).not.toContain(words);
    expect(page).toContain('La gazette s’est rétractée.');
    expect(await entryPage(world.reviewer)).toContain('Entrée retirée');
    expect((await world.stranger.get(`/${campaign}/corrections`)).body).toContain('La gazette s’est rétractée.');
    expect(steps.audited()).toEqual(['withdrawal-proposed', 'withdrawn']);
    expect(world.ledger.verify(campaign).faults).toEqual([]);
  });

  test('nobody does alone, and two at the same moment do once', async () => {
    await propose(world.reviewer, 'Erreur.');
    expect((await decide(world.reviewer, 'retirer')).statusCode).toBe(409);
    expect((await decide(world.editor, 'retirer')).statusCode).toBe(404);
    const other = world.join('Roma', 'reviewer');
    const before = steps.newest();
    const answers = await Promise.all([decide(other, 'retirer'), decide(world.administrator, 'retirer')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(steps.newest()).toBe(before + 1);
  });

  test('takes nothing else of that name away, and is refused with a reason', async () => {
    expect((await propose(world.editor, ' ')).statusCode).toBe(409);
    const asPosition = { cle: steps.nextKey(), sujet: subject, motif: 'Erreur.' };
    expect((await world.editor.post(`${at}/retraits`, asPosition)).statusCode).toBe(404);
    await propose(world.editor, 'Doute.');
    expect((await decide(world.reviewer, 'garder', { motif: 'La source est en ligne.' })).statusCode).toBe(303);
    expect(steps.standing(subject)?.current).not.toBeNull();
  });

  test('in the freeze it waits, unless an administrator says why', async () => {
    await open('2020-03-14T11:00:00Z');
    await propose(world.editor, 'Erreur.');
    expect((await decide(world.reviewer, 'retirer')).statusCode).toBe(409);
    expect((await decide(world.administrator, 'retirer', { exception: 'Un nom cité à tort.' })).statusCode).toBe(303);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toContain('Un nom cité à tort.');
  });
});
